import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MOST_PEOPLE, parsePeople } from './parse-people.js';
import {
  headed,
  isAboutList,
  isOffice,
  isPosition,
  isRank,
  isTitle,
  oddPerson,
  withoutSalutation,
} from './words.js';

const people = (text: string) =>
  parsePeople(text).people.map(({ name, position, email, phone }) => [name, position, email, phone]);
const faults = (text: string) => parsePeople(text).faults.map(({ line, message }) => `${line}: ${message}`);

describe('A pasted list', () => {
  test.each(['\t', ';', ','])('is read with %j between its cells', (separator) => {
    const cells = ['Sari Dewi', 'Penata Laporan', 'Sari@Contoh.test', '0812-3456-7890'];
    expect(people(cells.join(separator))).toEqual([
      ['Sari Dewi', 'Penata Laporan', 'sari@contoh.test', '+6281234567890'],
    ]);
  });

  test('may have a heading, which says where name and office stand', () => {
    const text = 'No;Jabatan;Nama;Surel\n1;Kasubsi;Budi;budi@contoh.test\n2;Staf;Ani;\n';
    expect(people(text)).toEqual([
      ['Budi', 'Kasubsi', 'budi@contoh.test', null],
      ['Ani', 'Staf', null, null],
    ]);
  });

  test('may be names alone, with their titles', () =>
    expect(people('Nama\nBudi Santoso, S.H., M.H.\nDr. Ani, Kepala Seksi\n\n  Candra  ')).toEqual([
      ['Budi Santoso, S.H., M.H.', null, null, null],
      ['Dr. Ani', 'Kepala Seksi', null, null],
      ['Candra', null, null, null],
    ]));

  test('may have cells in quotes', () =>
    expect(people('"Budi, S.H.",""" Kepala"" Seksi",budi@contoh.test')).toEqual([
      ['Budi, S.H.', '" Kepala" Seksi', 'budi@contoh.test', null],
    ]));

  test('gives no NIP and no numbering', () =>
    expect(people('1.\tBudi\t198501012010121001\tKasubsi\t081234567890')).toEqual([
      ['Budi', 'Kasubsi', null, '+6281234567890'],
    ]));

  test('may have people who share an address', () =>
    expect(people('Budi;Staf;kantor@contoh.test\nCici;Staf;kantor@contoh.test')).toEqual([
      ['Budi', 'Staf', 'kantor@contoh.test', null],
      ['Cici', 'Staf', 'kantor@contoh.test', null],
    ]));

  test('names each line that cannot be taken, and takes the others', () => {
    const text =
      'Budi;Staf;budi@contoh.test\nAni;Staf;ani@contoh\n;;x@contoh.test\nBUDI HARTONO;;budi@contoh.test';
    expect(people(text)).toHaveLength(1);
    expect(faults(text)).toEqual([
      '2: “ani@contoh” bukan alamat surel.',
      '3: Nama belum diisi.',
      '4: Surel budi@contoh.test sudah ada di baris 1.',
    ]);
    expect(faults('Budi;Staf;0000000')).toEqual(['1: “0000000” bukan nomor telepon.']);
  });

  test('is not endless', () => {
    const text = Array.from({ length: MOST_PEOPLE + 5 }, (_, i) => `Orang ${i}`).join('\n');
    expect(parsePeople(text).people).toHaveLength(MOST_PEOPLE);
    expect(faults(text)).toEqual([`${MOST_PEOPLE + 1}: Paling banyak ${MOST_PEOPLE} orang.`]);
  });
});

const word = fc
  .stringMatching(/^[A-Z][a-z]{1,8}$/)
  .filter((text) => headed(text) === null && ![isOffice, isPosition, isTitle, isRank].some((is) => is(text)));
/** Whether a name holds nothing that the reader takes for something else. */
const isPlainName = (name: string): boolean =>
  withoutSalutation(name) === name &&
  !isAboutList([name]) &&
  oddPerson({ name, position: null, office: null }, true).fault === null;
const row = fc.record({
  name: fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((words) => words.join(' '))
    .filter(isPlainName),
  office: word,
  mailbox: fc.stringMatching(/^[a-z]{1,10}$/),
  phone: fc.stringMatching(/^81\d{8}$/),
});
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 20, selector: ({ mailbox }) => mailbox });

test('what was written is what is read, whatever stands between the cells', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('\t', ';', ','), fc.boolean(), (list, separator, headed) => {
      const lines = list.map(({ name, office, mailbox, phone }) =>
        [name, office, `${mailbox}@contoh.test`, `0${phone}`].join(separator),
      );
      const heading = ['Nama', 'Jabatan', 'Surel', 'Telepon'].join(separator);
      expect(people([...(headed ? [heading] : []), ...lines].join('\r\n'))).toEqual(
        list.map(({ name, office, mailbox, phone }) => [
          name,
          office,
          `${mailbox}@contoh.test`,
          `+62${phone}`,
        ]),
      );
    }),
  );
});

test('any text is taken without an error, each line at most once', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('\t', ';', ',', '"', '\n', '\r', '@', 'Nama', '08123456789', 'a', ' '))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { people: taken, faults: refused } = parsePeople(text);
      const lines = [...taken, ...refused].map(({ line }) => line);
      expect(new Set(lines).size).toBe(lines.length);
      expect(
        lines.every((line) => line >= 1 && line <= text.split(/\r\n|[\n\r\v\f\u2028\u2029]/).length),
      ).toBe(true);
      expect(taken.every(({ name }) => name !== '' && name.length <= 200)).toBe(true);
    }),
  );
});

describe('A text that is no list of people', () => {
  const most = 200_000;
  test.each([
    ['one word', 'x'.repeat(most)],
    ['one number', '1'.repeat(most)],
    ['lines', 'x\n'.repeat(most / 2)],
    ['words', 'x '.repeat(most / 2)],
    ['cells', 'x,'.repeat(most / 2)],
    ['tabs', '\t'.repeat(most)],
    ['dashes', 'x - '.repeat(most / 4)],
    ['bars', '| '.repeat(most / 2)],
    ['quotes', '"'.repeat(most)],
    ['quotes that never end', '"x\n'.repeat(most / 3)],
    ['addresses', 'a@b.'.repeat(most / 4)],
    ['signs of addresses', '@'.repeat(most)],
    ['labels', 'Nama : x '.repeat(most / 9)],
    ['brackets', '('.repeat(most)],
    ['blanks', `a${' '.repeat(most)}b`],
    ['dots', '.'.repeat(most)],
  ])('is read in no time, and into few columns: %s', (_, text) => {
    const began = process.cpuUsage();
    const { columns } = parsePeople(text);
    const { user } = process.cpuUsage(began);
    expect(columns.length).toBeLessThanOrEqual(40);
    // It takes milliseconds; what grows with the square of the text takes minutes.
    expect(user / 1e6).toBeLessThan(5);
  });
});
