import { normaliseEmail } from '../../platform/text/emails.js';
import { normalisePhone } from '../../platform/text/phones.js';

/** Somebody of a pasted list. */
export interface PastedPerson {
  /** Line of the text, from 1. */
  line: number;
  name: string;
  office: string | null;
  email: string | null;
  phone: string | null;
}

export interface PasteFault {
  line: number;
  message: string;
}

export interface PastedParty {
  people: PastedPerson[];
  faults: PasteFault[];
}

/** As many as a visit may have. */
export const MOST_PEOPLE = 300;
const LONGEST = 200;

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** `S.H.`, `M.Si.`, `A.Md.IP.`: a title behind a comma belongs to the name before it. */
const TITLE = /^(?:[A-Z][A-Za-z]{0,5}\.)+(?:[A-Z][A-Za-z]{0,4}\.?)?$/;
const NIP = /^\d{18}$/;
const headings = {
  name: /^nama\b/i,
  office: /^(?:jabatan|instansi|unit|upt|kantor|asal|jabatan\s*\/\s*instansi)\b/i,
  other: /^(?:no\.?|nomor|nip|surel|e-?mail|telepon|telp\.?|hp|no\.?\s*(?:hp|telp\.?|telepon)|wa|whatsapp)$/i,
} as const;

/** The separator of a text: what a spreadsheet puts between cells goes before what people type. */
function separatorOf(text: string): string {
  return ['\t', ';'].find((each) => text.includes(each)) ?? ',';
}

/** The cells of a line; one in quotes may hold the separator (RFC 4180 section 2). */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let i = 0; i < line.length; i++) {
    const character = line[i] as string;
    if (character === '"' && quoted && line[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (character === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell].map((each) => each.replace(/\s+/g, ' ').trim());
}

/** `Budi`, `S.H.`, `M.H.` of a line with commas is one name. */
function withTitles(cells: string[]): string[] {
  const joined: string[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last && TITLE.test(cell)) joined[joined.length - 1] = `${last}, ${cell}`;
    else joined.push(cell);
  }
  return joined;
}

interface Columns {
  name: number;
  office: number;
}

/** Where name and office stand, when the cells are a heading; null when they are somebody. */
function headingOf(cells: readonly string[]): Columns | null {
  const name = cells.findIndex((cell) => headings.name.test(cell));
  const known = cells.filter((cell) => Object.values(headings).some((each) => each.test(cell))).length;
  if (name < 0 || (known < 2 && cells.length > 1) || cells.some((cell) => cell.includes('@'))) return null;
  if (cells.length === 1 && !/^nama(?: lengkap| peserta)?$/i.test(cells[0] ?? '')) return null;
  return { name, office: cells.findIndex((cell) => headings.office.test(cell)) };
}

const isPhoneLike = (cell: string): boolean => /^[+(]?\d[\d\s().\-/]{5,}$/.test(cell);
const isNumbering = (cell: string): boolean => /^\d{1,4}[.)]?$/.test(cell);

function personOf(line: number, cells: readonly string[], columns: Columns | null): PastedPerson {
  const email = cells.find((cell) => cell.includes('@')) ?? null;
  const phone = cells.find((cell) => isPhoneLike(cell) && !NIP.test(cell.replace(/\s/g, ''))) ?? null;
  const isWord = (cell: string): boolean =>
    cell !== '' && !cell.includes('@') && !isPhoneLike(cell) && !isNumbering(cell) && !NIP.test(cell);
  const words = cells.filter(isWord);
  const name = (columns ? cells[columns.name] : words[0]) ?? '';
  const beside = columns && columns.office >= 0 ? cells[columns.office] : words.find((word) => word !== name);
  const office = beside ?? '';
  return { line, name, office: office || null, email, phone };
}

/** What is wrong with somebody, as sentences; the mail address and phone number are put into their stored form. */
function checked(
  person: PastedPerson,
  seen: Map<string, number>,
): { person: PastedPerson; faults: string[] } {
  const faults: string[] = [];
  const email = person.email === null ? null : normaliseEmail(person.email);
  const phone = person.phone === null ? null : normalisePhone(person.phone);
  if (person.name === '') faults.push('Nama belum diisi.');
  if (person.name.length > LONGEST || (person.office ?? '').length > LONGEST) {
    faults.push(`Nama dan jabatan masing-masing paling panjang ${LONGEST} huruf.`);
  }
  if (person.email !== null && email === null) faults.push(`“${short(person.email)}” bukan alamat surel.`);
  if (person.phone !== null && phone === null) faults.push(`“${short(person.phone)}” bukan nomor telepon.`);
  const earlier = email === null ? undefined : seen.get(email);
  if (earlier !== undefined) faults.push(`Surel ${short(email ?? '')} sudah ada di baris ${earlier}.`);
  else if (email !== null) seen.set(email, person.line);
  return { person: { ...person, email, phone }, faults };
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/**
 * People of a text pasted from a spreadsheet: a line each, cells separated by tabs, semicolons or commas; name and
 * office in this order or under a heading, mail address and phone number known by their form. Numbering, NIP and
 * blank lines are passed over. A line with a fault gives nobody.
 */
export function parseParty(text: string): PastedParty {
  const clean = text.replace(CONTROL, ' ');
  const separator = separatorOf(clean);
  const party: PastedParty = { people: [], faults: [] };
  const seen = new Map<string, number>();
  let columns: Columns | null = null;
  let isFirst = true;
  for (const [index, raw] of clean.split(/\r\n|\n|\r/).entries()) {
    const cut = cellsOf(raw, separator);
    const cells = separator === ',' ? withTitles(cut) : cut;
    if (cells.every((cell) => cell === '')) continue;
    const heading = isFirst ? headingOf(cells) : null;
    isFirst = false;
    if (heading) {
      columns = heading;
      continue;
    }
    if (party.people.length === MOST_PEOPLE) {
      party.faults.push({ line: index + 1, message: `Paling banyak ${MOST_PEOPLE} orang.` });
      break;
    }
    const { person, faults } = checked(personOf(index + 1, cells, columns), seen);
    if (faults.length > 0) party.faults.push({ line: index + 1, message: faults.join(' ') });
    else party.people.push(person);
  }
  return party;
}
