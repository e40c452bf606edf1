import { NATIONAL_ZONE } from '../../platform/text/zones.js';
import { dayHours, type Stretch } from '../../platform/text/day-hours.js';
import { namesOf } from '../../platform/text/field-description.js';
import type { LearningQuestions } from './learning-questions.js';
import { visitFields, type VisitField } from './visit-fields.js';

/** What a history names beside the fields of `visitFields`: of the visit itself, and of what hangs on it. */
export const otherFields = [
  'startsAt',
  'endsAt',
  'ownHours',
  'proposedStartsAt',
  'proposedEndsAt',
  'proposedOwnHours',
  'askedParty',
  'agreedParty',
  'participant',
  'participant.name',
  'participant.office',
  'participant.position',
  'participant.rank',
  'participant.nip',
  'participant.email',
  'participant.phone',
  'participant.side',
  'participant.role',
  'participant.answer',
  'participant.attendance',
  'participant.representedBy',
  'participant.walkIn',
  'participant.sessions',
  'session',
  'question.session',
  'file',
  'letter',
  'note',
  'photo',
  'photo.clearance',
  'photo.caption',
  'photo.album',
  'photo.blur',
  'follow-up',
] as const;
export type OtherField = (typeof otherFields)[number];
export type ChangedField = VisitField | OtherField;
export const changedFields: readonly ChangedField[] = [...namesOf(visitFields), ...otherFields];

/** A field that changed, with what stood before and what stands after; null is nothing, or of contact data not for every reader. */
export interface FieldChange {
  field: ChangedField;
  /** Whose or which it is: a participant's name, a session's title; null where the field says it. */
  about: string | null;
  before: string | null;
  after: string | null;
}

/** How somebody is reached, or comes into a meeting: the history names it, and says no values. */
const unsaid: readonly string[] = [
  ...namesOf(visitFields).filter((name) => visitFields[name].seenBy !== 'readers'),
  'participant.email',
  'participant.phone',
  'participant.nip',
];

const plain: readonly string[] = [
  ...namesOf(visitFields).filter(
    (name) =>
      visitFields[name].page === 'letters' || ['whole', 'codes', 'choice'].includes(visitFields[name].kind),
  ),
  ...['startsAt', 'endsAt', 'ownHours', 'proposedStartsAt', 'proposedEndsAt', 'proposedOwnHours'],
  ...['askedParty', 'agreedParty'],
  ...['participant.side', 'participant.role', 'participant.answer', 'participant.attendance'],
  'participant.walkIn',
];

/** Whether its values are words of people, among which anything may stand. */
export const isInWords = (field: ChangedField): boolean => !plain.includes(field);

const ownFields = [
  ...namesOf(visitFields),
  'startsAt',
  'endsAt',
  'ownHours',
  'proposedStartsAt',
  'proposedEndsAt',
  'proposedOwnHours',
  'askedParty',
  'agreedParty',
] as const satisfies readonly ChangedField[];
type OwnField = (typeof ownFields)[number];

type Value = string | number | boolean | Date | null | undefined | readonly string[];

function valueText(value: Value): string | null {
  if (value === null || value === undefined || value === '' || value === false) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return value.length > 0 ? value.join(', ') : null;
  return String(value);
}

/** One field, where it differs; whatever is a secret of some readers without its values. */
export function fieldChange(
  field: ChangedField,
  about: string | null,
  before: Value,
  after: Value,
): FieldChange[] {
  const [was, is] = [valueText(before), valueText(after)];
  if (was === is) return [];
  return [
    unsaid.includes(field)
      ? { field, about, before: null, after: null }
      : { field, about, before: was, after: is },
  ];
}

type Compared = Readonly<Record<OwnField, Value>> & LearningQuestions;

/** What differs in two forms of a visit, in the order in which it is read. */
export const visitChanges = (before: Compared, after: Compared): FieldChange[] => {
  const [was, is] = [withHours(before), withHours(after)];
  return ownFields.flatMap((field) =>
    field === 'learningQuestions'
      ? questionChanges(before, after)
      : fieldChange(field, null, was[field], is[field]),
  );
};

/** Each question that is worded anew, gone or new, and in which order those stand that stay. */
function questionChanges(before: LearningQuestions, after: LearningQuestions): FieldChange[] {
  const [was, is] = [before, after].map(
    ({ learningQuestionIds, learningQuestions }) =>
      new Map(learningQuestionIds.map((id, at) => [id, learningQuestions[at]])),
  ) as [Map<string, string>, Map<string, string>];
  const kept = [...was.keys()].filter((id) => is.has(id));
  const order = [...is.keys()].filter((id) => was.has(id));
  const words = (ids: readonly string[]) => ids.map((id) => is.get(id)).join('; ');
  return [
    ...[...new Set([...was.keys(), ...is.keys()])].flatMap((id) =>
      fieldChange('learningQuestions', null, was.get(id), is.get(id)),
    ),
    ...(order.join() === kept.join()
      ? []
      : fieldChange('learningQuestions', 'Urutan', words(kept), words(order))),
  ];
}

type OwnValues = Readonly<Record<OwnField, Value>>;

/** The hours of days as a history keeps them: each as an interval of ISO 8601, in UTC. */
const withHours = (visit: OwnValues): OwnValues => ({
  ...visit,
  ownHours: intervals(visit.startsAt, visit.ownHours),
  proposedOwnHours: intervals(visit.proposedStartsAt, visit.proposedOwnHours),
});

function intervals(startsAt: Value, ownHours: Value): Value {
  if (!(startsAt instanceof Date) || typeof ownHours !== 'string') return null;
  // Whose own hours are told needs no zone to tell its days by.
  return dayHours({ startsAt, endsAt: startsAt, ownHours }, NATIONAL_ZONE)
    .map((day) => `${day.startsAt.toISOString()}/${day.endsAt.toISOString()}`)
    .join(', ');
}

/** The hours of days that a history keeps. */
export const hoursOfIntervals = (text: string): Stretch[] =>
  text.split(', ').map((interval) => {
    const [startsAt = '', endsAt = ''] = interval.split('/');
    return { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  });

const participantFields = [
  'name',
  'office',
  'position',
  'rank',
  'nip',
  'email',
  'phone',
  'side',
  'role',
  'answer',
  'attendance',
  'representedBy',
  'walkIn',
] as const;
type ChangedParticipant = Readonly<Record<(typeof participantFields)[number], Value>> & { name: string };

/** What differs in two forms of a participant. */
export const participantChanges = (before: ChangedParticipant, after: ChangedParticipant): FieldChange[] =>
  participantFields.flatMap((name) =>
    fieldChange(`participant.${name}`, before.name, before[name], after[name]),
  );
