import { cleanWholly } from '../clean-text.js';
import { normaliseEmail } from '../emails.js';
import { normalisePhone } from '../phones.js';
import { isSamePerson } from '../same-person.js';
import type { PasteNote } from './cells.js';
import { tableOf } from './columns.js';
import type { PasteColumn } from './tables.js';
import { readRow, type PastedPerson, type ReadRow } from './row.js';
import { plainLines } from './plain-lines.js';
import { oddPerson, type ColumnKind } from './words.js';

export type { PastedPerson };

export interface PasteFault {
  line: number;
  message: string;
}

export interface PastedPeople {
  people: PastedPerson[];
  /** Lines that give nobody as they are. */
  faults: PasteFault[];
  /** What was read in one of two ways, or passed over: to be looked at. */
  notes: PasteNote[];
  /** What was taken for what; empty where nothing was pasted. */
  columns: PasteColumn[];
}

export interface PasteReading {
  /** What stands behind the name where the list does not say it. */
  second?: 'position' | 'office';
  /** What the columns are, as somebody corrected them; of another number of columns than the text has they say nothing. */
  columns?: readonly ColumnKind[] | null;
}

/** As many as a visit may have. */
export const MOST_PEOPLE = 300;
const LONGEST = 200;
const LONGEST_RANK = 100;

/** How a word processor ends a line within a paragraph, and a page. */
const WORD_BREAK = /[\v\f]/g;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** What is wrong with somebody, as sentences; the mail address and phone number are put into their stored form. */
function checked(
  { person, phoneTyped }: ReadRow,
  seen: PastedPerson[],
): { person: PastedPerson; faults: string[] } {
  const faults: string[] = [];
  const email = person.email === null ? null : normaliseEmail(person.email);
  const phone = person.phone === null ? null : normalisePhone(person.phone);
  const { name, position, office, rank } = person;
  if (name === '') faults.push('Nama belum diisi.');
  if ([name, position, office].some((text) => (text ?? '').length > LONGEST)) {
    faults.push(`Nama dan jabatan masing-masing paling panjang ${LONGEST} huruf.`);
  }
  if ((rank ?? '').length > LONGEST_RANK) faults.push(`Pangkat paling panjang ${LONGEST_RANK} huruf.`);
  if (person.email !== null && email === null) faults.push(`“${short(person.email)}” bukan alamat surel.`);
  if (person.phone !== null && phone === null) faults.push(`“${short(phoneTyped)}” bukan nomor telepon.`);
  const stored = { ...person, email, phone };
  const earlier = seen.find((other) => isSamePerson(other, stored));
  if (earlier) faults.push(`Surel ${short(email ?? '')} sudah ada di baris ${earlier.line}.`);
  else seen.push(stored);
  return { person: stored, faults };
}

/**
 * People of a text pasted from a spreadsheet, a document or a chat: a line each, or a block of `Nama : …` lines. Columns
 * are known by their heading, by their form (mail address, telephone, NIP, rank) or by their words, unless somebody says
 * what they are. Numbering, signs of lists, titles and blank lines are passed over. A line with a fault gives nobody.
 */
export function parsePeople(
  text: string,
  { second = 'position', columns = null }: PasteReading = {},
): PastedPeople {
  const plain = plainLines(cleanWholly(text.replace(WORD_BREAK, '\n')));
  const table = tableOf(plain.text, second);
  const isChosen = columns !== null && columns.length === table.columns.length;
  const told = table.columns.map((column, index) => ({
    ...column,
    kind: isChosen ? (columns[index] as ColumnKind) : column.kind,
  }));
  const party: PastedPeople = {
    people: [],
    faults: [],
    notes: [...plain.notes, ...table.notes],
    columns: told,
  };
  if (told.length > 0 && !told.some(({ kind }) => kind === 'name')) {
    party.faults.push({ line: table.rows[0]?.line ?? 1, message: 'Pilih kolom yang berisi nama.' });
    return party;
  }
  const seen: PastedPerson[] = [];
  const isCertain = isChosen || table.isHeaded;
  for (const row of table.rows) {
    const read = readRow(row, told, isCertain);
    if (read === null) continue;
    if (party.people.length === MOST_PEOPLE) {
      party.faults.push({ line: row.line, message: `Paling banyak ${MOST_PEOPLE} orang.` });
      break;
    }
    const odd = oddPerson(read.person, isCertain);
    party.notes.push(...read.notes, ...(odd.note === null ? [] : [{ line: row.line, message: odd.note }]));
    const { person, faults } =
      odd.fault === null ? checked(read, seen) : { person: null, faults: [odd.fault] };
    if (faults.length > 0 || person === null)
      party.faults.push({ line: row.line, message: faults.join(' ') });
    else party.people.push(person);
  }
  return party;
}
