import type { Conditions } from '../../platform/database/conditions.js';
import type { Actor } from '../../platform/security/actor.js';

/** The condition that the visit `v` was ever submitted; what was not is the guest's alone. */
export const wasSubmitted = 'v.submitted_at IS NOT NULL';

/** The condition that a unit, a column or a place of the statement, may be told of the visit `v`. */
export const mayBeTold = (unit: string): string => `(${wasSubmitted} OR v.guest_unit = ${unit})`;

/**
 * Leaves only the visits somebody may see in a list; the same rule as `mayRead`: what was never submitted belongs to
 * the guest's own people, everything else to both units, the regional offices of both, whoever takes part, and administrators. The
 * statement calls the visit `v`, its guest `g` and its host `h`.
 */
export function visibleTo(actor: Actor, where: Conditions): void {
  if (actor.role === 'administrator') {
    where.add(() => wasSubmitted);
    return;
  }
  const takesPart = (email: string) =>
    `EXISTS (SELECT 1 FROM visit_participant me WHERE me.visit_id = v.id AND me.email = ${email})`;
  if (actor.role === 'regional') {
    where.add(
      (office, email) =>
        `${wasSubmitted} AND (${office} IN (g.regional_office, h.regional_office) OR ${takesPart(email)})`,
      actor.regionalOffice,
      actor.email,
    );
    return;
  }
  where.add(
    (unit, email) =>
      `v.guest_unit = ${unit} OR (${wasSubmitted} AND (v.host_unit = ${unit} OR ${takesPart(email)}))`,
    actor.unit,
    actor.email,
  );
}
