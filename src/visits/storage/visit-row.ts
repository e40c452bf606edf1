import { columnName } from '../../platform/database/naming.js';
import { isSameValue, type AspectTable, type VisitAspect } from '../domain/visit-aspects.js';
import { calendarFields, visitFields, type VisitField } from '../domain/visit-fields.js';
import type { VisitEntity } from './visit.entity.js';

/** A visit as it is stored, with its programs and learning questions; a trigger keeps when it was submitted. */
export interface VisitRow extends Omit<VisitEntity, 'submittedAt'> {
  programs: string[];
  learningQuestions: string[];
  /** In the order of their words. */
  learningQuestionIds: string[];
}

/** What is kept of a visit beside what it says, and what each says of it; null is what never changes, or follows. */
const keptAspects = {
  id: null,
  reference: null,
  state: 'state',
  version: null,
  sequence: null,
  kind: 'details',
  guestUnit: null,
  hostUnit: null,
  startsAt: 'time',
  endsAt: 'time',
  ownHours: 'time',
  agreedParty: null,
  askedParty: null,
  proposedStartsAt: 'proposal',
  proposedEndsAt: 'proposal',
  proposedOwnHours: 'proposal',
  proposedBy: 'proposal',
  proposedAt: 'proposal',
  recordedBy: null,
  answerEnteredAt: null,
  reviewedBy: null,
  disputedBy: 'state',
  disputedAt: null,
  arrangedBy: null,
  awaitsGuest: null,
  createdBy: null,
  createdAt: null,
  changedAt: null,
  learningQuestionIds: 'details',
} as const satisfies Record<Exclude<keyof VisitRow, VisitField>, VisitAspect | null>;

/** What each field of a visit says of it. */
export const visitAspectsByField: AspectTable<VisitRow> = {
  ...keptAspects,
  ...(Object.fromEntries(Object.entries(visitFields).map(([name, { aspect }]) => [name, aspect])) as Record<
    VisitField,
    VisitAspect
  >),
};

const names = Object.keys(visitAspectsByField) as (keyof VisitRow)[];

/** Whether two forms of a visit are the same but for what is kept of the change itself. */
export const isSameVisit = (one: VisitRow, other: VisitRow): boolean =>
  names
    .filter((name) => name !== 'version' && name !== 'changedAt')
    .every((name) => isSameValue(one[name], other[name]));

/** What has a table of its own. */
const ownTables = ['programs', 'learningQuestions', 'learningQuestionIds'] as const;

/** What the table of visits holds. */
export const visitColumns = [...Object.keys(keptAspects), ...Object.keys(visitFields)].filter(
  (name) => !ownTables.some((own) => own === name),
) as Exclude<keyof VisitRow, (typeof ownTables)[number]>[];

const dates: readonly string[] = Object.entries(visitFields)
  .filter(([, { kind }]) => kind === 'date')
  .map(([name]) => name);

/** A SELECT list of columns of a visit aliased `v`. */
const selectionOf = (names: readonly string[]): string =>
  names.map((name) => `v.${columnName(name)}${dates.includes(name) ? '::text' : ''} AS "${name}"`).join(', ');

/** What the guest of a visit aliased `v` wants to learn, in its order, as an expression of SQL. */
export const learningQuestions = `ARRAY(SELECT q.words FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position)`;

/** Whether the guest of a visit aliased `v` wants to learn anything, as a condition of SQL. */
// OFFSET has it asked of each visit that is found; without, the questions of all visits may be read.
export const asksToLearn = 'EXISTS (SELECT FROM learning_question q WHERE q.visit_id = v.id OFFSET 0)';

/** The SELECT list of a visit aliased `v`, named as in `VisitRow`. */
export const visitSelection = [
  selectionOf(visitColumns),
  `ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs`,
  `${learningQuestions} AS "learningQuestions"`,
  `ARRAY(SELECT q.id FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position) AS "learningQuestionIds"`,
].join(', ');

/** The SELECT list of what calendars tell of a visit aliased `v`, but for its programs. */
export const calendarSelection = selectionOf(calendarFields.filter((name) => name !== 'programs'));

/** The contact of a visit aliased `v` as one text, as an expression of SQL. */
export const contactText = `concat_ws(', ', ${Object.entries(visitFields)
  .filter(([, field]) => 'group' in field && field.group === 'contact')
  .map(([name]) => `nullif(v.${columnName(name)}, '')`)
  .join(', ')})`;
