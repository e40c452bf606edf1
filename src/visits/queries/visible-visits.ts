import type { Conditions } from '../../platform/database/conditions.js';
import type { Actor } from '../../platform/security/actor.js';

/**
 * Leaves only the visits somebody may see in a list; the same rule as `mayRead`: a draft belongs to the guest's own
 * people, everything else to both units, the regional offices of both, and administrators. The statement calls the
 * visit `v`, its guest `g` and its host `h`.
 */
export function visibleTo(actor: Actor, where: Conditions): void {
  if (actor.role === 'administrator') where.add(() => `v.state <> 'draft'`);
  else if (actor.role === 'regional') {
    where.add(
      (office) => `v.state <> 'draft' AND ${office} IN (g.regional_office, h.regional_office)`,
      actor.regionalOffice,
    );
  } else {
    where.add(
      (unit) => `v.guest_unit = ${unit} OR (v.host_unit = ${unit} AND v.state <> 'draft')`,
      actor.unit,
    );
  }
}
