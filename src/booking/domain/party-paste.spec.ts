import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MOST_PEOPLE, parseParty } from './party-paste.js';

const people = (text: string) =>
  parseParty(text).people.map(({ name, office, email, phone }) => [name, office, email, phone]);
const faults = (text: string) => parseParty(text).faults.map(({ line, message }) => `${line}: ${message}`);

describe('A pasted list', () => {
  test.each(['\t', ';', ','])('is read with %j between its cells', (separator) => {
    const cells = ['Sari Dewi', 'Penata Muda', 'Sari@Contoh.test', '0812-3456-7890'];
    expect(people(cells.join(separator))).toEqual([
      ['Sari Dewi', 'Penata Muda', 'sari@contoh.test', '+6281234567890'],
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

  test('names each line that cannot be taken, and takes the others', () => {
    const text = 'Budi;Staf;budi@contoh.test\nAni;Staf;ani@contoh\n;;x@contoh.test\nCici;;budi@contoh.test';
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
    expect(parseParty(text).people).toHaveLength(MOST_PEOPLE);
    expect(faults(text)).toEqual([`${MOST_PEOPLE + 1}: Paling banyak ${MOST_PEOPLE} orang.`]);
  });
});

const word = fc
  .stringMatching(/^[A-Z][a-z]{1,8}$/)
  .filter((text) => !/^(?:Nama|Unit|Upt|Asal|Kantor|Nip|Jabatan)/.test(text));
const row = fc.record({
  name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
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
      const { people: taken, faults: refused } = parseParty(text);
      const lines = [...taken, ...refused].map(({ line }) => line);
      expect(new Set(lines).size).toBe(lines.length);
      expect(lines.every((line) => line >= 1 && line <= text.split(/\r\n|\n|\r/).length)).toBe(true);
      expect(taken.every(({ name }) => name !== '' && name.length <= 200)).toBe(true);
    }),
  );
});
