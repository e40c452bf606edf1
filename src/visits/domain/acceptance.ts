import type { FieldDescription } from '../../platform/text/field-description.js';
import { isAnswerStep } from './answer-ways.js';
import type { VisitAction } from './visit-vocabulary.js';
import { visitFields, type GivenDetails } from './visit-fields.js';

/** What a host says with its answer, beside the answer itself. */
export const acceptanceFields = [
  'place',
  'hostMessage',
  'conditions',
  'replyLetterNumber',
  'replyLetterDate',
] as const satisfies (keyof GivenDetails)[];
export type AcceptanceField = (typeof acceptanceFields)[number];

/** How forms ask for it, in their order; the letter's fields stand beside each other. */
export const acceptanceForm = {
  place: { ...visitFields.place, label: 'Ruang atau tempat' },
  hostMessage: {
    ...visitFields.hostMessage,
    label: 'Pesan untuk tamu',
    rows: 2,
  },
  conditions: { ...visitFields.conditions, rows: 2 },
  replyLetterNumber: {
    ...visitFields.replyLetterNumber,
    label: 'Nomor surat balasan',
  },
  replyLetterDate: { ...visitFields.replyLetterDate, label: 'Tanggal surat' },
} as const satisfies Record<AcceptanceField, FieldDescription>;
export const besideEachOther: readonly AcceptanceField[] = ['replyLetterNumber', 'replyLetterDate'];

/** Somebody of the host who can receive guests. */
export interface Receiver {
  personId: string;
  name: string;
  /** Whether they head the host. */
  isHead: boolean;
  /** Whether they are in the visit already. */
  isThere: boolean;
}

/** Who is chosen in a form: as it was sent, else the head, the reader, and whoever is there already. */
export const chosenReceivers = (
  receivers: readonly Receiver[],
  personId: string,
  sent: readonly unknown[] | null,
): { value: string; label: string; isChosen: boolean }[] =>
  receivers.map((each) => ({
    value: each.personId,
    label: each.isHead ? `${each.name} (kepala)` : each.name,
    isChosen: sent ? sent.includes(each.personId) : each.isHead || each.isThere || each.personId === personId,
  }));

/** How a host receives: who of its people does, and what it says of it. */
export interface Acceptance {
  /** Ids of the host's people who receive the guests. */
  hosts: readonly string[];
  details: Pick<GivenDetails, AcceptanceField>;
}

interface Given extends Partial<Record<AcceptanceField, string | null | undefined>> {
  hosts?: readonly string[] | undefined;
}

/** What of a body or form is an acceptance; undefined where there is nothing of it. */
export function acceptanceOf(given: Given): Acceptance | undefined {
  const told = acceptanceFields.filter((field) => given[field] !== undefined);
  if (told.length === 0 && given.hosts === undefined) return undefined;
  const details = Object.fromEntries(told.map((field) => [field, given[field]]));
  return { hosts: given.hosts ?? [], details };
}

/** Whether what a host tells goes with a step: with each of its answers; receivers with those that may lead to a visit. */
export const goesWith = ({ hosts }: Acceptance, action: VisitAction, isForHost: boolean): boolean =>
  isForHost && isAnswerStep(action) && (hosts.length === 0 || action !== 'decline');
