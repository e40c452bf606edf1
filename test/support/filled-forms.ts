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
  latitude: ['-7.41#'],
  longitude: ['109.61#'],
  ...Object.fromEntries(
    ['senin', 'selasa', 'rabu', 'kamis', 'jumat'].map((day) => [day, ['08.00–15.#', '"ends_minute": 9#']]),
  ),
  sabtu: [''],
  minggu: [''],
  closedDays: ['2025-12-# Isian#', '"2025-12-#"'],
  daftar: ['2026-02-# Isian#'],
  luar: ['Isian# luar;Dinas Isian#', 'Isian# luar'],
  tempel: ['Nama\tJabatan\tSurel\nIsian# tempel\tJabatan\tisian#@contoh.test', 'Isian# tempel'],
  terms: ['isian# satu, isian# dua', 'isian# satu'],
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
  if (kind === 'email') return [`isian-${name.toLowerCase()}-${mark}@contoh.test`];
  if (kind === 'tel') return [`0812 3456 00${mark}`, `+62812345600${mark}`];
  if (kind === 'number') return [numberFor(attributes, mark)];
  if (kind === 'date') return [dateFor(attributes, mark)];
  if (kind === 'time') return [['to', 'sampai'].includes(name) ? '11:00' : '09:00'];
  if (kind === 'select') return [options.findLast((option) => option !== '' && option !== value) ?? value];
  if (kind === 'radio' || kind === 'checkbox') return [value || 'on'];
  return [`Isian${mark} ${name}`];
}

function numberFor({ min = '0', max = '1000' }: FormField['attributes'], mark: number): string {
  const low = Number(min);
  return `${low + (mark % Math.max(1, Number(max) - low))}`;
}

function dateFor({ min, max }: FormField['attributes'], mark: number): string {
  const wanted = `2025-11-${mark}`;
  if (min && wanted < min) return min;
  return max && wanted > max ? max : wanted;
}

/** Whether a value can be told from others: a secret is not kept as it is, a clock time becomes an instant. */
const canBeFound = ({ kind }: FormField, value: string): boolean =>
  value !== '' && kind !== 'password' && kind !== 'time' && !WORDS_OF_A_BOX.has(value);
