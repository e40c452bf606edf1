import { expect, test } from '@jest/globals';
import { writeCsv } from './csv.js';
import type { CsvFormat } from './document-format.js';

const table = (rows: (string | number | null)[][], format?: CsvFormat) =>
  writeCsv(
    {
      name: 'uji',
      title: 'Uji',
      columns: [
        { title: 'Nama, unit', kind: 'text' },
        { title: 'Jumlah', kind: 'number' },
      ],
      rows,
    },
    format,
  );

test('begins with the byte order mark and ends each line as RFC 4180 asks', () => {
  expect(table([['Rutan', 3.5]])).toBe('\uFEFF"Nama, unit",Jumlah\r\nRutan,3.5\r\n');
});

test('quotes quotes, commas and line ends, and leaves the unknown empty', () => {
  expect(table([['a "b", c\nd', null]])).toContain('"a ""b"", c\nd",\r\n');
});

test.each(['=1+1', '+62', '-3', '@a', '\tx', '\nx', '＝1+1'])(
  'hands a spreadsheet no formula: %j',
  (text) => {
    expect(table([[text, 1]])).toContain(`'${text}`);
  },
);

test('is what an Indonesian Excel opens: semicolons, a decimal comma, and the byte order mark', () => {
  expect(table([['Rutan', 1234.5]], 'csv-excel')).toBe('\uFEFF"Nama, unit";Jumlah\r\nRutan;1234,5\r\n');
  expect(table([['a; b', -3]], 'csv-excel')).toContain('"a; b";-3');
});

test('hands it no formula either', () => {
  expect(table([['=1+1', 1]], 'csv-excel')).toContain("'=1+1;1");
});
