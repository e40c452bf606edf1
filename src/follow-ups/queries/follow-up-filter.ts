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
  narrowRest(where, filter);
}

/** Leaves only what fits what is asked for beside state and day. */
export function narrowRest(where: Conditions, filter: FollowUpFilter): void {
  where.addIf((p) => `f.unit IN ${countingFor(p)}`, filter.unit);
  where.addIf((p) => `u.regional_office = ${p}`, filter.regionalOffice);
  where.addIf((p) => `f.visit_id = ${p}`, filter.visit);
  where.addIf((p) => `f.person_name ILIKE ${p}`, containing(filter.person));
  where.addIf(
    (p) => `EXISTS (SELECT 1 FROM visit_program vp WHERE vp.visit_id = f.visit_id AND vp.program = ${p})`,
    filter.program,
  );
  where.addIf((p) => `${p}::uuid IN (f.note_id, r.note_id)`, filter.note);
  if (filter.replication === 'confirmed') where.add(() => 'r.id IS NOT NULL');
  if (filter.replication === 'waiting') where.add(() => `f.state = 'done' AND r.id IS NULL`);
}
