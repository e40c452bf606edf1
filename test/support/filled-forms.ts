import { dateWords, months } from '../../src/platform/text/calendar-words.js';
import { formatCalendarDate } from '../../src/platform/text/dates.js';
import { visitKinds } from '../../src/units/index.js';
import type { FormField, PageForm } from './page-forms.js';

/** A form with a value in all that can be filled, and what has to be found again of it. */
export interface FilledForm {
  sent: Record<string, string | string[]>;
  told: ToldField[];
}

/** Any of the values may be what a reader, or the database, has afterwards: as typed, or as it is stored. */
export interface ToldField {
  name: string;
  values: string[];
}

/** Fields that want a shape of their own, by name, and how it is stored where that differs; `#` is the mark. */
const SHAPES: Readonly<Record<string, readonly [typed: string, ...stored: string[]]>> = {
  links: ['Isian# | https://contoh.test/isian#', 'https://contoh.test/isian#'],
  evidenceUrl: ['https://contoh.test/isian#'],
  ...Object.fromEntries(
    ['meetingLink', 'link', 'link-1', 'link-2', 'link-3'].map((link) => [
      link,
      ['https://contoh.test/rapat#'],
    ]),
  ),
  // Of the one day that all dates of a form say.
  ...Object.fromEntries(
    ['ownHours', 'jamLain'].map((hours) => [
      hours,
      ['2025-11-# 09.00–10.30', '09.00–10.30', '03:30:00+00', '03:30:00.000Z'],
    ]),
  ),
  latitude: ['-7.41#'],
  amount: ['#,5', '#.5'],
  price: ['#00'],
  postcode: ['534#'],
  numberPattern: ['{nomor}/#'],
  // Shown to nobody whole.
  nip: ['1980010120050110#', '***************0#'],
  authorityNip: ['1985031220101220#', '***************0#'],
  webPage: ['https://contoh.test/isian#'],
  longitude: ['109.61#'],
  ...Object.fromEntries(
    ['senin', 'selasa', 'rabu', 'kamis', 'jumat'].map((day) => [day, ['08.00–15.#', '"ends_minute": 9#']]),
  ),
  ...Object.fromEntries(
    visitKinds.map((kind) => [`${kind}-windows`, ['Senin 08.00–15.#', '"ends_minute": 9#']]),
  ),
  // Typed where none of the list is chosen; one is.
  practice: [''],
  sabtu: [''],
  minggu: [''],
  closedDays: ['2025-12-# Isian#', '"2025-12-#"'],
  daftar: ['2026-02-# Isian#'],
  luar: ['Isian# luar;Dinas Isian#', 'Isian# luar'],
  tempel: ['Nama\tJabatan\tSurel\nIsian# tempel\tJabatan\tisian#@contoh.test', 'Isian# tempel'],
  terms: ['isian# satu\nisian# dua', 'isian# satu'],
};

const WORDS_OF_A_BOX = new Set(['ya', 'on']);

/** Fills every field; `mark` (10 to 28) tells this filling from others. */
export function fill({ hidden, fields }: PageForm, mark: number): FilledForm {
  const sent: FilledForm['sent'] = Object.fromEntries(hidden);
  const told = new Map<string, ToldField>();
  for (const field of fields) {
    const values = valuesFor(field, mark);
    const [value] = values;
    if (value === undefined) continue;
    const before = sent[field.name];
    sent[field.name] = before === undefined || field.kind === 'radio' ? value : [before, value].flat();
    const key = field.kind === 'checkbox' ? `${field.name}=${value}` : field.name;
    if (canBeFound(field, value)) told.set(key, { name: field.name, values });
  }
  return { sent, told: [...told.values()] };
}

/** What is typed, then how else it may be stored; nothing for what is left alone. */
function valuesFor(field: FormField, mark: number): string[] {
  const { kind, name, value, options, attributes } = field;
  const shape = SHAPES[name];
  if (shape !== undefined) return shape.map((text) => text.replaceAll('#', `${mark}`));
  if (kind === 'file') return [];
  if (kind === 'password') return ['kata sandi isian yang panjang'];
  if (attributes.inputmode === 'email') return [`isian-${name.toLowerCase()}-${mark}@contoh.test`];
  if (kind === 'tel') return [`0812 3456 00${mark}`, `+62812345600${mark}`];
  if (kind === 'number') return [numberFor(attributes, mark)];
  const calendar = attributes['data-calendar'];
  if (calendar === 'date') return writtenDate(dateFor(attributes, mark), mark);
  if (calendar === 'time') return [writtenTime(['to', 'sampai'].includes(name) ? 11 : 9, mark)];
  if (kind === 'select') return [options.findLast((option) => option !== '' && option !== value) ?? value];
  if (kind === 'radio' || kind === 'checkbox') return [value || 'on'];
  return [`Isian${mark} ${name}`];
}

function numberFor({ min = '0', max = '1000' }: FormField['attributes'], mark: number): string {
  const low = Number(min);
  return `${low + (mark % Math.max(1, Number(max) - low))}`;
}

function dateFor(attributes: FormField['attributes'], mark: number): string {
  const { 'data-earliest': min, 'data-latest': max } = attributes;
  const wanted = `2025-11-${mark}`;
  if (min && wanted < min) return min;
  return max && wanted > max ? max : wanted;
}

/** A date in one of the ways in which people write it, another with each mark; then as it is stored, and shown again. */
function writtenDate(date: string, mark: number): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? '';
  const ways = [
    formatCalendarDate(date),
    `${Number(day)} ${name.slice(0, 3).toLowerCase()} ${year}`,
    `${day}/${month}/${year}`,
    date,
  ];
  return [ways[mark % ways.length] ?? date, date, dateWords(date)];
}

function writtenTime(hour: number, mark: number): string {
  const ways = [`${hour}`, `${hour}.00`, `${String(hour).padStart(2, '0')}00`, `pukul ${hour}:00`];
  return ways[mark % ways.length] ?? '';
}

/** Whether a value can be told from others: a secret is not kept as it is, a clock time becomes an instant. */
const canBeFound = ({ kind, attributes }: FormField, value: string): boolean =>
  value !== '' && kind !== 'password' && attributes['data-calendar'] !== 'time' && !WORDS_OF_A_BOX.has(value);
