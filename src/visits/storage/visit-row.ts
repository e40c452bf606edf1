import type { AspectTable } from '../domain/visit-aspects.js';
import type { VisitEntity } from './visit.entity.js';

/** A visit as it is stored, with its programs; a trigger keeps when it was submitted. */
export interface VisitRow extends Omit<VisitEntity, 'submittedAt'> {
  programs: string[];
}

/** What each field of a visit says of it. SEQUENCE follows time, place and state; what is null else never changes. */
export const visitAspectsByField: AspectTable<VisitRow> = {
  id: null,
  reference: null,
  state: 'state',
  version: null,
  sequence: null,
  kind: 'details',
  title: 'details',
  purpose: 'details',
  topics: 'details',
  programs: 'details',
  guestUnit: null,
  hostUnit: null,
  startsAt: 'time',
  endsAt: 'time',
  place: 'place',
  contactName: 'details',
  contactPhone: 'details',
  contactEmail: 'details',
  partySize: 'details',
  requestLetterNumber: 'letters',
  requestLetterDate: 'letters',
  replyLetterNumber: 'letters',
  replyLetterDate: 'letters',
  assignmentLetterNumber: 'letters',
  assignmentLetterDate: 'letters',
  proposedStartsAt: 'proposal',
  proposedEndsAt: 'proposal',
  proposedBy: 'proposal',
  proposedAt: 'proposal',
  createdBy: null,
  createdAt: null,
  changedAt: null,
};

/** Columns that a save writes, with the property each comes from; `programs` has a table of its own. */
export const visitColumns = {
  reference: 'reference',
  state: 'state',
  version: 'version',
  sequence: 'sequence',
  kind: 'kind',
  title: 'title',
  purpose: 'purpose',
  topics: 'topics',
  guest_unit: 'guestUnit',
  host_unit: 'hostUnit',
  starts_at: 'startsAt',
  ends_at: 'endsAt',
  place: 'place',
  contact_name: 'contactName',
  contact_phone: 'contactPhone',
  contact_email: 'contactEmail',
  party_size: 'partySize',
  request_letter_number: 'requestLetterNumber',
  request_letter_date: 'requestLetterDate',
  reply_letter_number: 'replyLetterNumber',
  reply_letter_date: 'replyLetterDate',
  assignment_letter_number: 'assignmentLetterNumber',
  assignment_letter_date: 'assignmentLetterDate',
  proposed_starts_at: 'proposedStartsAt',
  proposed_ends_at: 'proposedEndsAt',
  proposed_by: 'proposedBy',
  proposed_at: 'proposedAt',
  created_by: 'createdBy',
  created_at: 'createdAt',
  changed_at: 'changedAt',
} as const satisfies Record<string, keyof VisitRow>;

const DATE_COLUMNS = /_date$/;

/** The SELECT list of a visit aliased `v`, named as in `VisitRow`. */
export const visitSelection = [
  'v.id',
  ...Object.entries(visitColumns).map(([column, property]) =>
    DATE_COLUMNS.test(column) ? `v.${column}::text AS "${property}"` : `v.${column} AS "${property}"`,
  ),
  `ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs`,
].join(', ');
