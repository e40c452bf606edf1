import { normalisePhone } from '../phones.js';
import { rankOf } from '../ranks.js';
import type { PastedLine, PasteNote } from './cells.js';
import type { PasteColumn } from './tables.js';
import {
  addressIn,
  isBlank,
  bareWords,
  formOf,
  headed,
  isNumbering,
  isPhoneLike,
  isOffice,
  isPosition,
  isRank,
  isRounded,
  isTitle,
  labelled,
  mayBeTitle,
  nipIn,
  looksLikeName,
  withoutSalutation,
  type ColumnKind,
} from './words.js';

/** Somebody of a pasted list. */
export interface PastedPerson {
  /** Line of the text, from 1. */
  line: number;
  name: string;
  position: string | null;
  office: string | null;
  rank: string | null;
  /** 18 digits. */
  nip: string | null;
  email: string | null;
  phone: string | null;
}

export interface ReadRow {
  person: PastedPerson;
  /** The telephone as it was typed. */
  phoneTyped: string;
  notes: PasteNote[];
}

type Part = Exclude<ColumnKind, 'none'>;
type Parts = Record<Part, string[]>;

const noParts = (): Parts => ({
  name: [],
  nip: [],
  rank: [],
  position: [],
  office: [],
  email: [],
  phone: [],
  title: [],
});

const bare = (name: string): string => withoutSalutation(bareWords(name));

const PHONE_BEHIND =
  /^(.*\p{L}[\p{L}.,)']*)[\s,:(–-]*(?:(?:no\.?\s*)?(?:hp|wa|telp|telepon)\s*[.:]*\s*)?(\+?\d[\d\s.-]{8,}\d)\)?$/iu;

const PHONE_BEFORE = /^(\+?\d[\d\s.-]{8,}\d)[\s,:–-]+(\p{L}.*)$/u;
/** `jabatan Kasubsi`, where a list is typed. */
const SPOKEN_LABEL = /^(jabatan|pangkat|instansi|asal)\s+(?=\p{L})/iu;

type Told = { kind: ColumnKind; text: string };

/** A cell of a list that says what it is: `HP: 0812…`, `NIP. 1980…`. */
function kindOf(cell: string, column: ColumnKind, isCertain: boolean): Told {
  const said = labelled(cell);
  if (said && (column !== 'name' || said.kind !== 'name')) return { kind: said.kind, text: said.value };
  if (said) return { kind: 'name', text: said.value };
  const form = isWordKind(column) && !(isCertain && column === 'none') ? formOf(cell) : null;
  // What is known by its form is no position, whatever stands above it.
  if (form === 'nip' || form === 'email' || form === 'phone') return { kind: form, text: cell };
  if (isCertain || column === 'name' || !isWordKind(column)) return { kind: column, text: cell };
  const [spoken, word] = SPOKEN_LABEL.exec(cell) ?? [];
  if (spoken !== undefined && word !== undefined) {
    return { kind: headed(word) ?? column, text: cell.slice(spoken.length) };
  }
  if (form === 'rank') return { kind: 'rank', text: cell };
  if (isOffice(cell)) return { kind: 'office', text: cell };
  if (isPosition(cell)) return { kind: 'position', text: cell };
  return { kind: isTitle(cell) ? 'title' : column, text: cell };
}

const isWordKind = (kind: ColumnKind): boolean =>
  kind === 'name' || kind === 'position' || kind === 'office' || kind === 'none';

/** `Penata (III/c) Kasubsi`: what stands behind a rank. */
function rankBefore(text: string, kind: Part, parts: Parts): string[] {
  const [, rank, rest] = kind === 'position' ? (RANK_BEFORE.exec(text) ?? []) : [];
  if (rank === undefined || rest === undefined || !isRank(rank.trim())) return [text];
  parts.rank.push(rank.trim());
  return [rest];
}
const RANK_BEFORE =
  /^((?:juru|pengatur|penata|pembina)\b.{0,30}?[IV]{1,3}\s*[/.-]\s*[a-e]\b\)?)[\s,–-]+(\p{L}.+)$/iu;

/** All addresses of a cell, or what is written where one is expected. */
function addressesIn(text: string): string[] {
  const found: string[] = [];
  for (let rest = text; ;) {
    const { address, rest: left } = addressIn(rest);
    if (address === null) return found.length > 0 ? found : [text];
    found.push(address);
    rest = left;
  }
}

/** `Ketua: Budi`, `Budi : Kasubsi`: what somebody does beside a name, with a colon between. */
function withPosition(text: string, parts: Parts): string {
  const [, before = '', after = ''] = /^([^:=]{2,60}?)\s*[:=]\s*([^:=]+)$/.exec(text) ?? [];
  if (before === '') return text;
  const beside = (words: string): 'position' | 'office' | null =>
    isPosition(words) ? 'position' : isOffice(words) ? 'office' : null;
  const [first, last] = [beside(bareWords(before)), beside(after)];
  if (first !== null) parts[first].push(bareWords(before));
  else if (last !== null) parts[last].push(after);
  return first !== null ? after : last !== null ? before : text;
}

/** Takes address, NIP and telephone out of a cell of words and puts them where they belong; what is left stays. */
function takenApart(text: string, kind: Part, parts: Parts): string {
  const mail = addressIn(text);
  if (mail.address !== null) parts.email.push(mail.address);
  const withoutMail = mail.address === null ? text : mail.rest;
  const { nip, rest } = nipIn(withoutMail);
  if (nip !== null) parts.nip.push(nip);
  const bareRest = nip === null ? withoutMail : rest;
  const whole = isPhoneLike(bareRest) && !isNumbering(bareRest) ? bareRest : null;
  if (whole !== null || kind !== 'name') {
    if (whole !== null) parts.phone.push(whole);
    return whole === null ? bareRest : '';
  }
  const [, before, words] = PHONE_BEFORE.exec(bareRest) ?? [];
  const [, name, behind] = before === undefined ? (PHONE_BEHIND.exec(bareRest) ?? []) : [];
  const phone = before ?? behind;
  if (phone !== undefined) parts.phone.push(phone);
  return withPosition(words ?? name ?? bareRest, parts);
}

/** `Budi Santoso (Kasubsi)`: what stands in brackets behind a name. */
function bracketed(parts: Parts, line: number, notes: PasteNote[]): void {
  const [, name, within] = /^(.+?)\s*[([{]([^()[\]{}]{3,})[)\]}]$/.exec(parts.name[0] ?? '') ?? [];
  const inside = within?.trim();
  if (!name || !inside) return;
  const known = isRank(inside)
    ? 'rank'
    : isOffice(inside)
      ? 'office'
      : isPosition(inside)
        ? 'position'
        : null;
  if (known === null && parts.position.length > 0) return;
  parts.name[0] = bare(name);
  parts[known ?? 'position'].push(inside);
  if (known === null) notes.push({ line, message: `“${inside}” dibaca sebagai jabatan ${name}.` });
}

/** Nothing, a number, or one that a spreadsheet rounded: then a note instead of a wrong value. */
function nipOf(parts: Parts, line: number, notes: PasteNote[]): string | null {
  const [typed, second] = [...new Set(parts.nip)];
  if (typed === undefined) return null;
  if (second !== undefined) {
    notes.push({
      line,
      message: `NIP “${second.slice(0, 30)}” tidak disimpan; tulis satu NIP untuk satu orang.`,
    });
  }
  const { nip, rest } = nipIn(typed);
  const isLost = isRounded(typed) || (nip !== null && nip.endsWith('000'));
  if (isLost) {
    notes.push({
      line,
      message:
        'NIP dibulatkan oleh lembar kerja dan tidak disimpan; ubah kolomnya menjadi teks, lalu tempel lagi.',
    });
    return null;
  }
  if (nip !== null && rest === '') return nip;
  notes.push({ line, message: `NIP “${typed.slice(0, 30)}” bukan 18 angka dan tidak disimpan.` });
  return null;
}

/** Behind the number of an exchange. */
const EXTENSION = /\s*,?\s*\b(?:ext|pes(?:awat)?)\b\.?\s*\d{1,5}\s*$/i;

/** The first number that can be called; a spreadsheet that took it for a number lost the zero before it. */
function phoneOf(parts: Parts, line: number, notes: PasteNote[]): { phone: string | null; typed: string } {
  const typed = parts.phone[0] ?? '';
  const pieces = [typed, ...typed.split(/\s*(?:\/|;|,|\batau\b|\bdan\b|&)\s*/i), ...parts.phone.slice(1)];
  const numbers = pieces
    .map((piece) =>
      piece
        .replace(/(?<=\d{8})\.0$/, '')
        .replace(EXTENSION, '')
        .replace(/\([^()\d]*\)|[\p{L}:]+\.?/gu, ' ')
        .trim(),
    )
    .map((piece) => (/^8[\d\s.-]{7,}$/.test(piece) ? `0${piece}` : piece));
  if (parts.phone.length === 0) return { phone: null, typed };
  const stored = [
    ...new Set(numbers.map((number) => normalisePhone(number)).filter((each) => each !== null)),
  ];
  const [first, second] = stored;
  if (second !== undefined)
    notes.push({ line, message: `Nomor ${second} tidak disimpan; yang dipakai ${first}.` });
  return { phone: first ?? (isRounded(typed) ? typed : (numbers[0] as string)), typed };
}

/** What the cells of a line say of somebody, by the kinds of their columns; null for a line that says nothing. */
export function readRow(
  { line, cells, group }: PastedLine,
  columns: readonly PasteColumn[],
  isCertain: boolean,
): ReadRow | null {
  const parts = noParts();
  const notes: PasteNote[] = [];
  for (const [index, cell] of cells.entries()) {
    if (isBlank(cell)) continue;
    const { kind, text } = kindOf(cell, columns[index]?.kind ?? 'none', isCertain);
    if (kind === 'none' && !isCertain && looksLikeName(text)) {
      notes.push({
        line,
        message: `“${text}” tidak dipakai; bila itu orang lain, tulis satu orang satu baris.`,
      });
    }
    if (kind === 'none' || isBlank(text)) continue;
    const isApart = kind === 'name' || (!isCertain && (kind === 'position' || kind === 'office'));
    const rest = isApart ? takenApart(text, kind, parts) : text;
    if (rest !== '')
      parts[kind].push(...(kind === 'email' ? addressesIn(rest) : rankBefore(rest, kind, parts)));
    if (kind === 'position' && !isCertain && mayBeTitle(rest)) {
      notes.push({
        line,
        message: `“${rest}” dibaca sebagai jabatan; bila itu gelar, tulis dengan titik (${rest.split('').join('.')}.).`,
      });
    }
  }
  parts.name = parts.name.map(bare).filter((name) => name !== '' && !isNumbering(name));
  if (Object.values(parts).every((values) => values.length === 0)) return null;
  bracketed(parts, line, notes);
  const nip = nipOf(parts, line, notes);
  const { phone, typed } = phoneOf(parts, line, notes);
  const [email = null, second] = [...new Set(parts.email)];
  if (second !== undefined)
    notes.push({ line, message: `Surel ${second} tidak disimpan; yang dipakai ${email}.` });
  const text = (kind: Part): string | null => [...new Set(parts[kind])].join(', ') || null;
  const name = [parts.name.join(' '), ...parts.title].filter(Boolean).join(', ');
  const rank = text('rank');
  const person = {
    line,
    name: parts.name.length > 0 ? name : '',
    position: text('position'),
    office: text('office') ?? group ?? null,
  };
  return {
    person: { ...person, rank: rank === null ? null : rankOf(rank), nip, email, phone },
    phoneTyped: typed,
    notes,
  };
}
