import { expect, test } from '@jest/globals';
import { fieldText, readFields } from './described-form.js';

const fields = {
  name: { kind: 'text', longest: 10, empty: 'refused', label: 'Nama' },
  tags: { kind: 'words', longest: 10, most: 3, empty: 'blank', label: 'Topik' },
  codes: { kind: 'codes', most: 3, empty: 'blank', label: 'Kode' },
  phone: { kind: 'phone', empty: 'null', label: 'Telepon' },
  size: { kind: 'whole', least: 1, most: 9, empty: 'refused', label: 'Jumlah' },
  latitude: { kind: 'latitude', empty: 'null', label: 'Lintang' },
  open: { kind: 'yes-no', empty: 'refused', label: 'Buka' },
} as const;
const nothingTicked = { codes: [], open: false };

test('what the form does not have is left out, but for boxes', () => {
  expect(readFields(fields, undefined)).toEqual(nothingTicked);
  expect(readFields(fields, { version: '3' })).toEqual({ ...nothingTicked, version: '3' });
});

test.each([
  [
    { name: '', phone: ' ' },
    { name: '', phone: null },
  ],
  [
    { size: '5', latitude: '-7,5' },
    { size: 5, latitude: -7.5 },
  ],
  [
    { size: ' ', latitude: '' },
    { size: null, latitude: null },
  ],
  [{ size: 'x' }, { size: Number.NaN }],
  [
    { codes: 'a', open: 'ya' },
    { codes: ['a'], open: true },
  ],
  [{ codes: ['a', 'b'], open: 'x' }, { codes: ['a', 'b'] }],
  [{ tags: 'satu, dua\r\n\r\n tiga ' }, { tags: ['satu, dua', 'tiga'] }],
  [{ tags: ['a', 'b'] }, { tags: ['a', 'b'] }],
])('%j is read as %j', (sent, read) => {
  expect(readFields(fields, sent)).toEqual({ ...nothingTicked, ...read });
});

test('a list on one line is parted by commas, semicolons and line breaks', () => {
  expect(readFields(fields, { tags: 'satu, dua;tiga\nempat' }, 'commas')).toMatchObject({
    tags: ['satu', 'dua', 'tiga', 'empat'],
  });
});

test.each([
  [['a', 'b'], 'a\nb'],
  [5, '5'],
  ['x', 'x'],
  [null, ''],
])('%j stands in a form as %j', (value, text) => {
  expect(fieldText(value)).toBe(text);
});
