import type { Actor } from '../../platform/security/actor.js';

/** A condition on a visit aliased `v`, its guest `g` and its host `h`, with the parameters it adds. */
export interface Condition {
  sql: string;
  parameters: unknown[];
}

/**
 * Which visits somebody may see in a list; the same rule as `mayRead`: a draft belongs to the guest's own
 * people, everything else to both units, the regional offices of both, and administrators.
 *
 * @param first number of the first free `$n`
 */
export function visibleTo(actor: Actor, first: number): Condition {
  if (actor.role === 'administrator') return { sql: `v.state <> 'draft'`, parameters: [] };
  if (actor.role === 'regional') {
    return {
      sql: `v.state <> 'draft' AND $${first} IN (g.regional_office, h.regional_office)`,
      parameters: [actor.regionalOffice],
    };
  }
  return {
    sql: `(v.guest_unit = $${first} OR (v.host_unit = $${first} AND v.state <> 'draft'))`,
    parameters: [actor.unit],
  };
}
