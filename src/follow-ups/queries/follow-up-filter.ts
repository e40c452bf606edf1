import { containing, type Conditions } from '../../platform/database/conditions.js';
import { countingFor } from '../../units/index.js';
import { followUpStates } from '../domain/follow-up-states.js';

/** `confirmed` stands as a replication; `waiting` is done and not confirmed. */
export const replicationFilters = ['confirmed', 'waiting'] as const;

export interface FollowUpFilter {
  unit?: string | undefined;
  regionalOffice?: string | undefined;
  visit?: string | undefined;
  state?: string | undefined;
  /** Any of these states. */
  states?: readonly string[] | undefined;
  /** Part of the responsible person's name. */
  person?: string | undefined;
  /** A program of the visit. */
  program?: string | undefined;
  /** The practice that is copied. */
  note?: string | undefined;
  replication?: (typeof replicationFilters)[number] | undefined;
  /** Calendar dates: due on this day or before, on this day or after. */
  dueBefore?: string | undefined;
  dueAfter?: string | undefined;
}

/** The states that are asked for. */
export const statesOf = ({ state, states }: FollowUpFilter): string[] =>
  followUpStates.filter((each) => (state ?? each) === each && (states ?? followUpStates).includes(each));

/** Whether what is asked for is of one unit, visit or note, which has few. */
export const isOfFew = ({ unit, visit, note }: FollowUpFilter): boolean =>
  unit !== undefined || visit !== undefined || note !== undefined;

/** Leaves only what fits what is asked for; the statement names as `followUpTables` does. */
export function narrow(where: Conditions, filter: FollowUpFilter): void {
  where.addIf((p) => `f.state = ${p}`, filter.state);
  where.addIf((p) => `f.state = ANY (${p})`, filter.states);
  where.addIf((p) => `f.due_on <= ${p}`, filter.dueBefore);
  where.addIf((p) => `f.due_on >= ${p}`, filter.dueAfter);
  where.add(() => `true${restOf(where, filter)}`);
}

/** What is asked for beside state and day, to be added to a condition. */
export function restOf(where: Conditions, filter: FollowUpFilter): string {
  const asked = (part: (place: string) => string, value: unknown): string =>
    value === undefined ? '' : ` AND (${part(where.place(value))})`;
  return [
    asked((p) => `f.unit IN ${countingFor(p)}`, filter.unit),
    asked((p) => `u.regional_office = ${p}`, filter.regionalOffice),
    asked((p) => `f.visit_id = ${p}`, filter.visit),
    asked((p) => `f.person_name ILIKE ${p}`, containing(filter.person)),
    asked(
      (p) => `EXISTS (SELECT 1 FROM visit_program vp WHERE vp.visit_id = f.visit_id AND vp.program = ${p})`,
      filter.program,
    ),
    asked((p) => `${p}::uuid IN (f.note_id, r.note_id)`, filter.note),
    filter.replication === 'confirmed' ? ' AND r.id IS NOT NULL' : '',
    filter.replication === 'waiting' ? ` AND f.state = 'done' AND r.id IS NULL` : '',
  ].join('');
}
