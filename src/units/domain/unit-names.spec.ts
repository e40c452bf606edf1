import { expect, test } from '@jest/globals';
import { unitFinder, unknownUnitWords } from './unit-names.js';

const units = [
  { code: 'bapas-purwokerto', name: 'Bapas Kelas II Purwokerto', others: [] },
  { code: 'rutan-banjarnegara', name: 'Rutan Kelas IIB Banjarnegara', others: ['Rutan Banjar Lama'] },
  { code: 'rutan-purbalingga', name: 'Rutan Kelas IIB Purbalingga', others: [] },
  { code: 'lapas-a', name: 'Lapas Kelas I Cirebon', others: [] },
  { code: 'lapas-b', name: 'Lapas Kelas II Cirebon', others: [] },
];
const find = unitFinder(units);
const codeOf = (typed: string) => find(typed).unit?.code ?? null;

test.each([
  ['bapas-purwokerto', 'bapas-purwokerto'],
  ['BAPAS KELAS II  PURWOKERTO', 'bapas-purwokerto'],
  ['Bapas Purwokerto', 'bapas-purwokerto'],
  ['Rutan (Kelas IIB) Banjarnegara', 'rutan-banjarnegara'],
  ['rutan banjar lama', 'rutan-banjarnegara'],
  ['Lapas Kelas II Cirebon', 'lapas-b'],
  ['Lapas Cirebon', null],
  ['Rutan Banjarnegra', null],
  ['', null],
])('%j is %j', (typed, code) => {
  expect(codeOf(typed)).toBe(code);
});

test('a name with a typing error is answered with what was meant', () => {
  const found = find('Rutan Banjarnegra');
  expect(found).toEqual({ unit: null, meant: expect.arrayContaining(['Rutan Kelas IIB Banjarnegara']) });
  expect(unknownUnitWords('Rutan Banjarnegra', ['Rutan Kelas IIB Banjarnegara'])).toBe(
    'UPT “Rutan Banjarnegra” tidak ada dalam daftar. Mungkin maksudnya: Rutan Kelas IIB Banjarnegara.',
  );
  expect(find('xyz qqq')).toEqual({ unit: null, meant: [] });
});
