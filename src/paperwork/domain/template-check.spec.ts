import { describe, expect, test } from '@jest/globals';
import { writtenKinds } from './paper-kinds.js';
import { nearest, templateFaults } from './template-check.js';
import { templateFields } from './template-fields.js';

const fields = templateFields('surat-tugas');
const faults = (...texts: string[]): string[] =>
  templateFaults(
    texts.map((text, index) => ({ part: 'word/document.xml', place: `paragraf ${index + 1}`, text })),
    fields,
  ).map(({ place, message }) => `${place}: ${message}`);

describe('a template without a fault', () => {
  test.each([
    ['values', 'Nomor {nomor}, { tanggal_surat }, {kantor.nama}'],
    ['a list with outer values inside', '{#peserta}{no}. {nama} dari {kantor.nama}{/peserta}'],
    ['a list of texts', '{#tembusan}{.}{/tembusan}'],
    ['what is told of an empty list', '{^peserta}belum ada{/peserta}'],
    ['a list in a list', '{#kunjungan}{tuan_rumah}{#peserta}{nama}{/peserta}{/kunjungan}'],
  ])('%s', (_, text) => {
    expect(faults(text)).toEqual([]);
  });

  test('may open and close a list in different paragraphs', () => {
    expect(faults('{#peserta}', '{nama}', '{/peserta}')).toEqual([]);
  });
});

describe('what is wrong is named with its place', () => {
  test.each([
    ['Nomor: {nomer}', 'paragraf 1 (“Nomor: {nomer}”): {nomer} tidak dikenal; mungkin maksudnya {nomor}'],
    ['{xyzzy}', 'paragraf 1 (“{xyzzy}”): {xyzzy} tidak dikenal'],
    ['{peserta}', 'paragraf 1 (“{peserta}”): {peserta} adalah daftar; tulis {#peserta}{no} {nama}{/peserta}'],
    ['{nip}', 'paragraf 1 (“{nip}”): {nip} hanya ada di dalam daftar; tulis {#peserta}{no} {nama}{/peserta}'],
    ['{#nomor}x{/nomor}', 'paragraf 1 (“{#nomor}x{/nomor}”): {#nomor} bukan daftar; tulis {nomor} saja'],
    [
      '{#peserta}{nama}',
      'paragraf 1 (“{#peserta}{nama}”): daftar {#peserta} dibuka, tetapi tidak ditutup dengan {/peserta}',
    ],
    ['{/peserta}', 'paragraf 1 (“{/peserta}”): {/peserta} menutup daftar yang tidak dibuka'],
    [
      '{#peserta}{nama}{/pesrta}',
      'paragraf 1 (“{#peserta}{nama}{/pesrta}”): {/pesrta} tidak dikenal; mungkin maksudnya {/peserta}',
    ],
    [
      '{#pesrta}{/pesrta}',
      'paragraf 1 (“{#pesrta}{/pesrta}”): {#pesrta} tidak dikenal; mungkin maksudnya {#peserta}',
    ],
    [
      '{nomor',
      'paragraf 1 (“{nomor”): kurung kurawal { tidak ditutup dalam paragraf yang sama; tulis {nama_isian}',
    ],
    ['nomor}', 'paragraf 1 (“nomor}”): kurung kurawal } tidak ada pembukanya; tulis {nama_isian}'],
    ['{@nomor}', 'paragraf 1 (“{@nomor}”): {@nomor} tidak dikenal; mungkin maksudnya {nomor}'],
    ['{}', 'paragraf 1 (“{}”): {} tidak dikenal'],
  ])('%s', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  test('lists that cross', () => {
    expect(faults('{#peserta}{#tembusan}{/peserta}{/tembusan}')).toEqual([
      expect.stringContaining('{/peserta} menyilang: tutup {#tembusan} lebih dahulu'),
    ]);
  });

  test('a name of an engine, of an expression or of an object is none', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'nomor.length',
      'a+b',
      '=[[ ]]',
      '-w:p peserta',
      '$index',
    ]) {
      expect(faults(`{${name}}`)).toEqual([expect.stringContaining(`{${name}} tidak dikenal`)]);
    }
  });

  test('all at once, each with the words around it', () => {
    const all = faults('Nomor: {nomer} tentang {hal}', '{#peserta}', 'Tanggal {tanggal} di {tempt}');
    expect(all).toHaveLength(4);
    expect(all[0]).toContain('paragraf 1 (“Nomor: {nomer} tentang {hal}”)');
    expect(all.at(-1)).toContain('daftar {#peserta} dibuka');
  });

  test('a list of one part is not closed in another', () => {
    const texts = [
      { part: 'word/document.xml', place: 'isi surat', text: '{#peserta}' },
      { part: 'word/header1.xml', place: 'kepala halaman', text: '{/peserta}' },
    ];
    expect(templateFaults(texts, fields).map(({ place }) => place)).toEqual([
      'isi surat (“{#peserta}”)',
      'kepala halaman (“{/peserta}”)',
    ]);
  });

  test('a name without an end is told in short, and not for long', () => {
    const [fault] = faults(`{${'a'.repeat(100_000)}}`);
    expect(fault?.length).toBeLessThan(300);
  });
});

test('the name that was likely meant is found, and none where none is near', () => {
  const known = fields.map(({ name }) => name);
  expect(
    ['nomer', 'tangal_surat', 'tuan rumah', 'Kantor.Nama', 'penandatangan_nip', 'hr_tgl'].map((name) =>
      nearest(name, known),
    ),
  ).toEqual(['nomor', 'tanggal_surat', 'tuan_rumah', 'kantor.nama', 'penandatangan.nip', null]);
});

test('every kind that has a paper has placeholders, of which no two are alike', () => {
  for (const kind of writtenKinds) {
    const names = templateFields(kind).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('nomor');
  }
});
