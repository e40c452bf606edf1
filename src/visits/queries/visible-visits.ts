import type { Conditions } from '../../platform/database/conditions.js';
import type { Actor } from '../../platform/security/actor.js';

/**
 * Leaves only the visits somebody may see in a list; the same rule as `mayRead`: a draft belongs to the guest's own
 * people, everything else to both units, the regional offices of both, whoever takes part, and administrators. The
 * statement calls the visit `v`, its guest `g` and its host `h`.
 */
export function visibleTo(actor: Actor, where: Conditions): void {
  if (actor.role === 'administrator') {
    where.add(() => `v.state <> 'draft'`);
    return;
  }
  const takesPart = (email: string) =>
    `EXISTS (SELECT 1 FROM visit_participant me WHERE me.visit_id = v.id AND me.email = ${email})`;
  if (actor.role === 'regional') {
    where.add(
      (office, email) =>
        `v.state <> 'draft' AND (${office} IN (g.regional_office, h.regional_office) OR ${takesPart(email)})`,
      actor.regionalOffice,
      actor.email,
    );
    return;
  }
  where.add(
    (unit, email) =>
      `v.guest_unit = ${unit} OR (v.state <> 'draft' AND (v.host_unit = ${unit} OR ${takesPart(email)}))`,
    actor.unit,
    actor.email,
  );
}
