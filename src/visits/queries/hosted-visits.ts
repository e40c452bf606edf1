import type { Conditions } from '../../platform/database/conditions.js';
import { statesWith } from '../domain/visit-state-traits.js';

/** What the visit `v` is about, as an index has it. */
export const matterOfVisit = 'matter_of(v.topics, v.title, v.purpose)';

/** The condition that the visit `v` is of a program, a place of the statement. */
export const visitIsOf = (program: string): string =>
  `EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ${program})`;

/**
 * How many visits units received, those that merged into them among them, as a statement: `unit`, `hosted`. Without more
 * conditions the counts are kept.
 *
 * @param program place of a program; null for all visits
 * @param about a further condition on the visit `v`; null for none
 */
export function hostedBy(where: Conditions, program: string | null, about: string | null): string {
  if (about === null) {
    return `SELECT hu.heir AS unit, sum(c.visits)::int AS hosted FROM hosted_visits c JOIN unit hu ON hu.code = c.host_unit
      WHERE c.program = ${program ?? "''"} AND c.visits > 0 GROUP BY hu.heir`;
  }
  const ofProgram = program === null ? '' : ` AND ${visitIsOf(program)}`;
  return `SELECT hu.heir AS unit, count(*)::int AS hosted FROM visit v JOIN unit hu ON hu.code = v.host_unit
    WHERE v.state = ANY (${where.place(statesWith('tookPlace'))}) AND ${about}${ofProgram} GROUP BY hu.heir`;
}
