import { noPictures } from '../src/platform/text/paper.js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { LetterKind } from '../src/paperwork/domain/letter-kinds.js';
import {
  isWrittenOfTrips,
  paperKindOf,
  writePaper,
  writtenKinds,
} from '../src/paperwork/domain/paper-kinds.js';
import type { PaperFacts } from '../src/paperwork/domain/paper-facts.js';
import { templateFaults } from '../src/paperwork/domain/template-check.js';
import { templateExample } from '../src/paperwork/domain/template-example.js';
import { templateData, templateFields } from '../src/paperwork/domain/template-fields.js';
import { starterPaper } from '../src/paperwork/domain/template-starter.js';
import { writePaperWord } from '../src/platform/documents/paper-word.js';
import { fillWord, openWord, paragraphsOf, UnfillableWord } from '../src/platform/documents/word-template.js';
import { paperCases } from './support/paper-cases.js';
import { partOf, wordLines } from './support/paper-texts.js';
import { changedParts, relationship, wordFile } from './support/word-files.js';

/*
 * What a filled template says is compared with test/golden/templates/<name>.txt. After a wanted change:
 * `npm test -- test/word-templates.spec.ts -u`, then read the diff.
 */

const isUpdate = (): boolean =>
  (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot ===
  'all';
const golden = new URL('golden/templates/', import.meta.url);

function expectGolden(name: string, text: string): void {
  const file = new URL(name, golden);
  if (isUpdate()) {
    mkdirSync(golden, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

function opened(content: Buffer) {
  const word = openWord(content);
  if ('fault' in word) throw new Error(`${word.fault} ${word.what}`);
  return word;
}

function dataOf(kind: LetterKind, facts: PaperFacts) {
  const { visits } = facts;
  const written = paperKindOf({ kind, direction: 'out', tripId: visits.length > 1 ? 'x' : null })!;
  const paper = writePaper(written, facts);
  return templateData(kind, { ...facts, visit: facts.visits[0], paper });
}

const starter = (kind: LetterKind) => writePaperWord(starterPaper('Surat', templateFields(kind)), noPictures);
const faultsOf = (content: Buffer, kind: LetterKind) =>
  templateFaults(opened(content).parts.flatMap(paragraphsOf), templateFields(kind));

describe('a template to begin with', () => {
  test.each(writtenKinds)('%s has every placeholder of its kind, and no fault', async (kind) => {
    const file = await starter(kind);
    expect(faultsOf(file, kind)).toEqual([]);
    const text = opened(file)
      .parts.flatMap(paragraphsOf)
      .map((each) => each.text)
      .join('\n');
    const missing = templateFields(kind).flatMap(({ name, inside }) =>
      inside ? [`{#${name}}`, `{/${name}}`, ...inside.map((field) => `{${field.name}}`)] : [`{${name}}`],
    );
    expect(missing.filter((tag) => !text.includes(tag))).toEqual([]);
  });

  test.each(writtenKinds)('%s is filled in with the example, and nothing is left in braces', async (kind) => {
    const facts = templateExample({ isTrip: isWrittenOfTrips(kind) });
    const filled = fillWord(opened(await starter(kind)), dataOf(kind, facts));
    const lines = wordLines(filled);
    expect(lines.join('\n')).not.toMatch(/[{}]|undefined|null|\[object/);
    expectGolden(`awal-${kind}.txt`, lines.map((line) => `${line}\n`).join(''));
  });
});

describe('what a filled template says', () => {
  test.each(['tugas', 'tugas-60', 'tugas-kosong', 'tugas-panjang', 'balasan-menolak', 'tugas-perjalanan'])(
    '%s',
    async (name) => {
      const [kind, facts] = paperCases[name]!;
      const filled = fillWord(opened(await starter(kind)), dataOf(kind, facts));
      expectGolden(
        `${name}.txt`,
        wordLines(filled)
          .map((line) => `${line}\n`)
          .join(''),
      );
    },
  );

  test('is read by another library, with a row for each of sixty', async () => {
    const { default: mammoth } = await import('mammoth');
    const [kind, facts] = paperCases['tugas-60']!;
    const buffer = fillWord(opened(await starter(kind)), dataOf(kind, facts));
    const { value, messages } = await mammoth.convertToHtml({ buffer });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value.match(/Penata Muda Tingkat I/g)).toHaveLength(60);
  });

  test('stands as it was typed, whatever letters it has', async () => {
    const [kind, facts] = paperCases['tugas']!;
    const subject = '<b>&amp; "é" {nomor} ]]> \u0001 ngabéhi';
    const letter = { ...facts.letter, subject };
    const file = await wordFile(['Hal: {hal}', [['{#peserta}{nama}', '{nip}{/peserta}']]], {
      header: '{kantor.nama}',
      footer: '{nomor}',
    });
    const filled = fillWord(opened(file), dataOf(kind, { ...facts, letter }));
    expect(wordLines(filled)[0]).toBe('Hal: <b>&amp; "é" {nomor} ]]>  ngabéhi');
    expect(wordLines(filled)).toContain("Nur'aini | …………");
    expect(partOf(filled, 'word/header1.xml')).toContain('Bapas Kelas II Purwokerto');
    expect(partOf(filled, 'word/footer1.xml')).toContain('WP.13.PAS.7');
  });
});

describe('the place of a fault', () => {
  test('is the paragraph, the cell, the header or the footer', async () => {
    const file = await wordFile(
      [
        'Nomor {nomor}',
        'Hal {hall}',
        [
          ['a', 'b'],
          ['c', '{#peserta}{nma}{/peserta}'],
        ],
        'Akhir {tembusan}',
      ],
      { header: '{kop', footer: '{/kunjungan}' },
    );
    expect(
      faultsOf(file, 'surat-tugas')
        .map(({ place }) => place)
        .toSorted(),
    ).toEqual([
      'isi surat, paragraf 2 (“Hal {hall}”)',
      'isi surat, paragraf 3 (“Akhir {tembusan}”)',
      'isi surat, tabel 1 baris 2 kolom 2 (“{#peserta}{nma}{/peserta}”)',
      'kaki halaman, paragraf 1 (“{/kunjungan}”)',
      'kepala halaman, paragraf 1 (“{kop”)',
    ]);
  });

  test('is told where Word cut a name into runs', async () => {
    const file = changedParts(await wordFile(['{nomer}']), {
      'word/document.xml': (xml) =>
        xml.replace('{nomer}</w:t></w:r>', '{no</w:t></w:r><w:r><w:t>mer}</w:t></w:r>'),
    });
    expect(faultsOf(file, 'surat-tugas').map(({ message }) => message)).toEqual([
      '{nomer} tidak dikenal; mungkin maksudnya {nomor}',
    ]);
  });

  test('a list that cannot be repeated where it stands is refused by the library', async () => {
    const file = await wordFile(['{#peserta}', [['{nama}', '{/peserta}']]]);
    expect(faultsOf(file, 'surat-tugas')).toEqual([]);
    const [kind, facts] = paperCases['tugas']!;
    expect(() => fillWord(opened(file), dataOf(kind, facts))).toThrow(UnfillableWord);
  });
});

describe('a file that is not taken', () => {
  const types = '[Content_Types].xml';
  const rels = 'word/_rels/document.xml.rels';
  const faultOf = (content: Buffer) => {
    const word = openWord(content);
    return 'fault' in word ? word.fault : null;
  };
  const plain = wordFile(['{nomor}']);
  const inBody = (xml: string) => (body: string) => body.replace('<w:body>', `<w:body>${xml}`);

  test.each([
    ['unreadable', { [types]: null }],
    ['unreadable', { 'word/document.xml': '<w:document' }],
    ['unreadable', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }],
    ['unreadable', { 'word/styles.xml': '<a>'.repeat(5000) + '</a>'.repeat(5000) }],
    ['unreadable', { [types]: (xml: string) => xml.replace('document.main+xml', 'template.main+xml') }],
    ['macros', { [types]: (xml: string) => xml.replace('document.main', 'document.macroEnabled.main') }],
    ['macros', { 'word/vbaProject.bin': 'x' }],
    ['embedded', { 'word/embeddings/sheet.xlsx': 'x' }],
    ['outside', { [rels]: relationship('image', 'https://elsewhere.test/a.png') }],
    ['outside', { [rels]: relationship('attachedTemplate', 'file:///c:/a.dotm') }],
    ['outside', { [rels]: relationship('hyperlink', 'file:///etc/passwd') }],
    [
      'outside',
      {
        [rels]: (xml: string) => relationship('aFChunk', 'a.html')(xml).replace(' TargetMode="External"', ''),
      },
    ],
    [
      'outside',
      {
        'word/document.xml': inBody(
          '<w:p><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://a"</w:instrText></w:r></w:p>',
        ),
      },
    ],
    ['outside', { 'word/document.xml': inBody('<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\a"/></w:p>') }],
  ])('%s', async (fault, change) => {
    expect(faultOf(changedParts(await plain, change as Parameters<typeof changedParts>[1]))).toBe(fault);
  });

  test('links to pages and to mail addresses may stand in it', async () => {
    const linked = changedParts(await plain, { [rels]: relationship('hyperlink', 'https://laman.test/') });
    expect(faultOf(linked)).toBe(null);
  });

  test('no file, no text, nothing that unpacks to far more', async () => {
    expect(faultOf(Buffer.from('%PDF-1.7'))).toBe('unreadable');
    expect(faultOf(Buffer.alloc(0))).toBe('unreadable');
    const bomb = changedParts(await plain, { 'word/media/a.xml': ' '.repeat(30_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(faultOf(bomb)).toBe('unreadable');
  });
});
