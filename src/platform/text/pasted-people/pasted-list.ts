import { parsePeople, type PastedPeople, type PasteReading } from './parse-people.js';
import { pastedMark } from './pasted-mark.js';
import { columnKinds, type ColumnKind } from './words.js';

/** Columns of a pasted text as a form showed them. */
export interface ShownColumns {
  /** Of which text (`pastedMark`); empty where none was shown. */
  of: string;
  kinds: ColumnKind[];
}

/** A pasted list as it was understood. */
export interface PastedList extends PastedPeople {
  /** Which text it is (`pastedMark`). */
  mark: string;
  /** Whether its columns were shown before, so that they could be corrected. */
  isSeen: boolean;
}

/** More columns than any list has. */
const MOST_COLUMNS = 60;
const LONGEST_MARK = 40;

const named = (before: string, field: string): string =>
  `${before}${field.charAt(0).toUpperCase()}${field.slice(1)}`;

/** How a form calls the mark of what it showed of a list, and the kinds of its columns. */
export const markField = (field: string): string => named('dilihat', field);
export const kindsField = (field: string): string => named('kolom', field);

/** What a form says that it showed of the list in a field; anything may have been sent. */
export function shownColumns(sent: Readonly<Record<string, unknown>>, field: string): ShownColumns {
  const own = (name: string): unknown[] => (Object.hasOwn(sent, name) ? [sent[name]].flat() : []);
  const mark = own(markField(field)).at(-1);
  const kinds = own(kindsField(field)).slice(0, MOST_COLUMNS);
  return {
    of: typeof mark === 'string' ? mark.slice(0, LONGEST_MARK) : '',
    kinds: kinds.map((each) => columnKinds.find((kind) => kind === each) ?? 'none'),
  };
}

/** A form without what it says of the lists that it showed, for its other fields to be checked. */
export function withoutShown(
  sent: Readonly<Record<string, unknown>>,
  ...fields: readonly string[]
): Record<string, unknown> {
  const told = new Set(fields.flatMap((field) => [markField(field), kindsField(field)]));
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !told.has(name)));
}

/** People of a text that stands in a form, by the columns that were shown or corrected there. */
export function readPasted(
  text: string,
  shown: ShownColumns,
  second: PasteReading['second'] = 'position',
): PastedList {
  const mark = pastedMark(text);
  const isShown = shown.of === mark;
  const read = parsePeople(text, { second, columns: isShown ? shown.kinds : null });
  return { ...read, mark, isSeen: isShown || read.columns.length === 0 };
}

/** Why a list is not stored as it is, as a sentence; null where it is. */
export function pastedFault({ isSeen, faults }: Pick<PastedList, 'isSeen' | 'faults'>): string | null {
  if (faults.length > 0) return 'Perbaiki baris yang disebut pada pratinjau.';
  return isSeen
    ? null
    : 'Periksa dahulu kolom yang dikenali di bawah, ubah bila keliru, lalu kirim sekali lagi.';
}
