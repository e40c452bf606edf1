import { describe, expect, test } from '@jest/globals';
import { parsePeople, type PasteReading } from './parse-people.js';
import { columnKinds } from './words.js';

/** Somebody as far as there is something to tell. */
type Told = Partial<Record<'name' | 'position' | 'office' | 'rank' | 'nip' | 'email' | 'phone', string>>;

const read = (text: string, reading?: PasteReading): Told[] =>
  parsePeople(text, reading).people.map(({ line: _, ...person }) =>
    Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null)),
  );

const notes = (text: string): string[] =>
  parsePeople(text).notes.map(({ line, message }) => `${line}: ${message}`);
const faults = (text: string): string[] =>
  parsePeople(text).faults.map(({ line, message }) => `${line}: ${message}`);
const kinds = (text: string): string[] => parsePeople(text).columns.map(({ kind }) => kind);

describe('What cannot be known is asked', () => {
  test.each([
    [
      'capitals behind a name',
      'Budi, XYZ',
      '1: “XYZ” dibaca sebagai jabatan; bila itu gelar, tulis dengan titik (X.Y.Z.).',
    ],
    [
      'a second number',
      'Nama;HP\nBudi;081234567890 / 081234567891',
      '2: Nomor +6281234567891 tidak disimpan; yang dipakai +6281234567890.',
    ],
    [
      'a rounded NIP',
      'Nama\tNIP\nBudi\t1,98001E+17',
      '2: NIP dibulatkan oleh lembar kerja dan tidak disimpan; ubah kolomnya menjadi teks, lalu tempel lagi.',
    ],
    [
      'a NIP whose end was rounded',
      'Nama\tNIP\nBudi\t198001012005011000',
      '2: NIP dibulatkan oleh lembar kerja dan tidak disimpan; ubah kolomnya menjadi teks, lalu tempel lagi.',
    ],
    [
      'a NIP too short',
      'Nama\tNIP\nBudi\t1980010120050110',
      '2: NIP “1980010120050110” bukan 18 angka dan tidak disimpan.',
    ],
    [
      'a line above the heading',
      'Rombongan Bapas\nNama\tJabatan\nBudi\tStaf',
      '1: “Rombongan Bapas” dilewati: bukan nama orang.',
    ],
    ['words in brackets', 'Budi (narasumber utama)', '1: “narasumber utama” dibaca sebagai jabatan Budi.'],
  ])('%s', (_, text, note) => {
    expect(notes(text)).toEqual([note]);
    expect(read(text)[0]?.name).toBe('Budi');
  });

  test.each([
    ['a rounded telephone', 'Nama\tHP\nBudi\t8,12346E+11', '2: “8,12346E+11” bukan nomor telepon.'],
    ['an address that is none', 'Budi;Staf;budi@contoh', '1: “budi@contoh” bukan alamat surel.'],
    ['nobody', 'Budi;Staf;budi@contoh.test\n;Staf;x@contoh.test', '2: Nama belum diisi.'],
  ])('%s is refused', (_, text, fault) => expect(faults(text)).toEqual([fault]));
});

describe('Columns', () => {
  const table = 'Budi Santoso\tRegistrasi\tBanjarnegara\nAni\tKeamanan\tCilacap';

  test('are told with what stands in them', () => {
    expect(parsePeople('Nama UPT;Keahlian;Nama;E-mail\nRutan A;Tani;Budi;b@contoh.test').columns).toEqual([
      { kind: 'office', heading: 'Nama UPT', examples: ['Rutan A'] },
      { kind: 'none', heading: 'Keahlian', examples: ['Tani'] },
      { kind: 'name', heading: 'Nama', examples: ['Budi'] },
      { kind: 'email', heading: 'E-mail', examples: ['b@contoh.test'] },
    ]);
    expect(parsePeople('  \n ').columns).toEqual([]);
  });

  test('can be corrected', () => {
    expect(kinds(table)).toEqual(['name', 'position', 'office']);
    expect(read(table, { columns: ['office', 'none', 'name'] })).toEqual([
      { name: 'Banjarnegara', office: 'Budi Santoso' },
      { name: 'Cilacap', office: 'Ani' },
    ]);
    expect(read('Budi;Anak Didik', { columns: ['name', 'office'] })).toEqual([
      { name: 'Budi', office: 'Anak Didik' },
    ]);
  });

  test('of another number than the text has say nothing', () =>
    expect(read(table, { columns: ['office', 'name'] })).toEqual(read(table)));

  test('without a name are a question', () => {
    const { people, faults: refused } = parsePeople(table, { columns: ['office', 'none', 'position'] });
    expect(people).toEqual([]);
    expect(refused.map(({ message }) => message)).toContain('Pilih kolom yang berisi nama.');
  });

  test('that say anything at all are taken without an error', () => {
    for (const first of columnKinds) {
      for (const second of columnKinds) {
        for (const { name } of parsePeople(table, { columns: [first, second, 'none'] }).people) {
          expect(name).not.toBe('');
        }
      }
    }
  });
});
