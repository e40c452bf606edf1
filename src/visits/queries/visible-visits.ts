import type { Conditions } from '../../platform/database/conditions.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';

/** The condition that the visit `v` was ever submitted; what was not is the guest's alone. */
export const wasSubmitted = 'v.submitted_at IS NOT NULL';

/** The condition that a unit, a column or a place of the statement, may be told of the visit `v`. */
export const mayBeTold = (unit: string): string => `(${wasSubmitted} OR v.guest_unit = ${unit})`;

/**
 * Leaves only the visits somebody may see in a list; the same rule as `mayRead`: what was never submitted belongs to
 * the guest's own people, everything else to both units, the regional offices of both, whoever takes part, and those
 * who read all. The statement calls the visit `v`, its guest `g` and its host `h`.
 */
export function visibleTo(actor: Actor, where: Conditions): void {
  const sent: string[] = [];
  const unit = can(actor, 'visits.arrange') && actor.unit !== null ? where.place(actor.unit) : null;
  if (can(actor, 'visits.read-all')) {
    sent.push('true');
  } else {
    if (unit !== null) sent.push(`v.host_unit = ${unit}`);
    if (can(actor, 'visits.oversee') && actor.regionalOffice !== null) {
      sent.push(`${where.place(actor.regionalOffice)} IN (g.regional_office, h.regional_office)`);
    }
    sent.push(
      `EXISTS (SELECT 1 FROM visit_participant me WHERE me.visit_id = v.id AND me.email = ${where.place(actor.email)})`,
    );
  }
  const told = `${wasSubmitted} AND (${sent.join(' OR ')})`;
  where.add(() => (unit === null ? told : `v.guest_unit = ${unit} OR (${told})`));
}
