import { expect, test } from '@jest/globals';
import { blankOf, fieldsNamed, namesOf, readLabel, valuesIn, withoutRepeats } from './field-description.js';
import { fieldWords } from './field-words.js';

const fields = {
  name: { kind: 'text', longest: 10, empty: 'refused', label: 'Nama resmi', shortLabel: 'Nama' },
  about: { kind: 'long-text', format: 'plain', longest: 99, empty: 'blank', label: 'Isi' },
  tags: { kind: 'words', longest: 10, most: 3, empty: 'blank', label: 'Topik' },
  codes: { kind: 'codes', most: 3, empty: 'blank', label: 'Kode' },
  phone: { kind: 'phone', empty: 'null', label: 'Telepon' },
  size: { kind: 'whole', least: 1, most: 9, unit: 'orang', empty: 'refused', label: 'Jumlah' },
  day: { kind: 'date', empty: 'null', label: 'Tanggal' },
} as const;

test('what was not filled in is empty as described; what may not be empty is not there', () => {
  expect(blankOf(fields)).toEqual({ about: '', tags: [], codes: [], phone: null, day: null });
});

test('a part of a table keeps the order it is asked for', () => {
  expect(namesOf(fieldsNamed(fields, ['phone', 'name']))).toEqual(['phone', 'name']);
});

test('of an object only what the table describes is taken', () => {
  const whole = { name: 'Budi', phone: null, secret: 'x' };
  expect(valuesIn(fieldsNamed(fields, ['name', 'phone']), whole)).toEqual({ name: 'Budi', phone: null });
});

test.each([
  [fields.tags, ['b', 'a', 'b'], ['b', 'a']],
  [fields.codes, ['b', 'a', 'b'], ['a', 'b']],
  [fields.name, 'bb', 'bb'],
  [fields.phone, null, null],
])('lists hold each item once: %j of %j', (field, value, expected) => {
  expect(withoutRepeats(field, value)).toEqual(expected);
});

test.each([
  [fields.tags, ['a', 'b'], 'a; b'],
  [fields.size, 5, '5 orang'],
  [fields.day, '2025-10-30', 'Kamis, 30 Oktober 2025'],
  [fields.name, 'Budi', 'Budi'],
  [fields.phone, null, ''],
])('in words: %j of %j', (field, value, expected) => {
  expect(fieldWords(field, value)).toBe(expected);
});

test('what is read is called by its short name, if it has one', () => {
  expect([readLabel(fields.name), readLabel(fields.about)]).toEqual(['Nama', 'Isi']);
});
