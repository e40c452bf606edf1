import { expect, test } from '@jest/globals';
import { writeCsv } from './csv.js';

const table = (rows: (string | number | null)[][]) =>
  writeCsv({
    name: 'uji',
    title: 'Uji',
    columns: [
      { title: 'Nama, unit', kind: 'text' },
      { title: 'Jumlah', kind: 'number' },
    ],
    rows,
  });

test('begins with the byte order mark and ends each line as RFC 4180 asks', () => {
  expect(table([['Rutan', 3.5]])).toBe('\uFEFF"Nama, unit",Jumlah\r\nRutan,3.5\r\n');
});

test('quotes quotes, commas and line ends, and leaves the unknown empty', () => {
  expect(table([['a "b", c\nd', null]])).toContain('"a ""b"", c\nd",\r\n');
});

test.each(['=1+1', '+62', '-3', '@a', '\tx'])('hands a spreadsheet no formula: %j', (text) => {
  expect(table([[text, 1]])).toContain(`'${text}`);
});
