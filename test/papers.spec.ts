import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { letterKinds } from '../src/paperwork/domain/letter-kinds.js';
import { nipsOn, paperKindOf, writePaper } from '../src/paperwork/domain/paper-kinds.js';
import { writePaperPdf } from '../src/platform/documents/paper-pdf.js';
import { writePaperWord } from '../src/platform/documents/paper-word.js';
import { BLANK, noPictures, paperTexts, type Paper } from '../src/platform/text/paper.js';
import { LONG_NAME, paperCases } from './support/paper-cases.js';
import { partOf, pdfPages, wordLines } from './support/paper-texts.js';

/*
 * What each paper says in Word and in PDF is compared with test/golden/papers/<name>.docx.txt and .pdf.txt.
 * After a wanted change: `npm test -- test/papers.spec.ts -u`, then read the diff.
 */

const isUpdate = (): boolean =>
  (expect.getState() as { snapshotState?: { _updateSnapshot?: string } }).snapshotState?._updateSnapshot ===
  'all';

const golden = new URL('golden/papers/', import.meta.url);
const cases = Object.keys(paperCases);

function paperOf(name: string): Paper {
  const [kind, facts] = paperCases[name]!;
  const tripId = facts.visits.length > 1 ? 'x' : null;
  return writePaper(paperKindOf({ kind, direction: 'out', tripId })!, facts);
}

function expectGolden(name: string, text: string): void {
  const file = new URL(name, golden);
  if (isUpdate()) {
    mkdirSync(golden, { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');

describe('the text of a paper', () => {
  test.each(cases)('%s, in Word', async (name) => {
    const lines = wordLines(await writePaperWord(paperOf(name), noPictures));
    expectGolden(`${name}.docx.txt`, lines.map((line) => `${line}\n`).join(''));
  });

  test.each(cases)('%s, in PDF', async (name) => {
    const pages = await pdfPages(await writePaperPdf(paperOf(name), noPictures));
    const text = pages.map((lines, index) => [`== ${index + 1}`, ...lines, ''].join('\n')).join('');
    expectGolden(`${name}.pdf.txt`, text);
  });

  test.each(cases)('%s is whole in both', async (name) => {
    const paper = paperOf(name);
    const word = bare(
      wordLines(await writePaperWord(paper, noPictures))
        .join('')
        .replaceAll('⏎', ''),
    );
    const lost = paperTexts(paper).filter((text) => !word.includes(bare(text)));
    expect(lost).toEqual([]);
    expect(paperTexts(paper).join(' ')).not.toMatch(/null|undefined|NaN|\[object/);
  });
});

describe('a paper of which little is known', () => {
  const filled = ['permohonan', 'balasan-menerima', 'tugas', 'undangan-tamu', 'keterangan-tuan-rumah'];
  const empty = ['permohonan', 'balasan', 'tugas', 'undangan', 'keterangan'].map((name) => `${name}-kosong`);

  test.each(filled.map((name, index) => [name, empty[index]!]))('%s has the same lines', (full, bareOne) => {
    const shape = (name: string) =>
      paperOf(name).blocks.flatMap((block) =>
        block.kind === 'facts' || block.kind === 'reference' ? block.lines.map(([line]) => line) : [],
      );
    expect(shape(bareOne)).toEqual(shape(full));
    expect(paperTexts(paperOf(bareOne)).some((text) => text.includes(BLANK))).toBe(true);
  });
});

describe('a party of sixty', () => {
  test('stands in a table whose head comes again on each page, and of which no row is parted', async () => {
    const pages = await pdfPages(await writePaperPdf(paperOf('tugas-60'), noPictures));
    const heads = pages.map((lines) => lines.filter((line) => line.startsWith('No. Nama NIP')).length);
    expect(heads.length).toBeGreaterThan(2);
    expect(heads.slice(1).every((count) => count === 1)).toBe(true);
    const xml = partOf(await writePaperWord(paperOf('tugas-60'), noPictures), 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(61);
  });

  test('has its signature on a page with what is signed', async () => {
    for (const name of ['tugas-60', 'permohonan-60', 'keterangan-60']) {
      const pages = await pdfPages(await writePaperPdf(paperOf(name), noPictures));
      const signed = pages.filter((lines) => lines.some((line) => /^NIP \d/.test(line)));
      const said = /^(?:Jumlah|Demikian|Surat tugas ini|Atas perhatian)/;
      expect(signed.filter((lines) => !lines.some((line) => said.test(line)))).toEqual([]);
    }
  });
});

test.each(['piagam', 'piagam-panjang'])('%s is a page for each who got one', async (name) => {
  const pages = await pdfPages(await writePaperPdf(paperOf(name), noPictures));
  expect(pages).toHaveLength(2);
  expect(pages.map((lines) => lines.filter((line) => line.includes('PIAGAM')).length)).toEqual([1, 1]);
  expect(pages.map((lines) => lines.some((line) => /^NIP \d/.test(line)))).toEqual([true, true]);
});

describe('a Word document', () => {
  test('is A4 with margins, in a font that programs have, in Indonesian', async () => {
    const docx = await writePaperWord(paperOf('tugas'), noPictures);
    const xml = partOf(docx, 'word/document.xml');
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="1134" w:bottom="1417" w:left="1701"/);
    expect(partOf(docx, 'word/styles.xml')).toMatch(/w:ascii="Arial".*<w:lang w:val="id-ID"/s);
  });

  test('is read by another library, with lists and tables that are real', async () => {
    const { default: mammoth } = await import('mammoth');
    const { value, messages } = await mammoth.convertToHtml({
      buffer: await writePaperWord(paperOf('tugas'), noPictures),
    });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value).toContain('<ol><li>');
    expect(value).toContain('<td><p>dr. Siti Rahayu, S.H., M.H.</p></td>');
  });
});

test('an emblem stands in the letterhead of both, in its own proportions', async () => {
  const emblem = await sharp({ create: { width: 300, height: 600, channels: 4, background: '#c00' } })
    .png()
    .toBuffer();
  const xml = partOf(await writePaperWord(paperOf('tugas'), { ...noPictures, emblem }), 'word/document.xml');
  const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
  expect(Number(height) / Number(width)).toBeCloseTo(2, 1);
  expect((await writePaperPdf(paperOf('tugas'), { ...noPictures, emblem })).toString('latin1')).toContain(
    '/Subtype /Image',
  );
});

test('letters that no font has, and those that XML cannot hold, break neither', async () => {
  const paper: Paper = {
    title: 'Uji \u0001',
    letterhead: { lines: ['ꦏꦧꦸꦤ꧀ 食'], address: ['a\uFFFF\u0001'] },
    blocks: [
      { kind: 'facts', lines: [['Hal', ['食堂', 'b\uD800']]] },
      { kind: 'table', columns: [{ title: 'Nama', share: 100 }], rows: [['a\u0002b\n2']] },
      { kind: 'points', items: ['satu\ndua'] },
    ],
  };
  expect(wordLines(await writePaperWord(paper, noPictures))).toEqual([
    'ꦏꦧꦸꦤ꧀ 食 ⏎ a',
    'Hal | : | • 食堂 ⏎ • b',
    'Nama',
    'ab ⏎ 2',
    '• satu ⏎ dua',
  ]);
  const text = (await pdfPages(await writePaperPdf(paper, noPictures))).flat().join(' ');
  expect(text).toContain('3 aksara tidak dapat ditampilkan dalam PDF ini');
});

describe('which papers there are', () => {
  test('is said of each kind of letter that the office sends', () => {
    const of = (direction: 'in' | 'out', tripId: string | null) =>
      letterKinds.filter((kind) => paperKindOf({ kind, direction, tripId }) !== null);
    expect(of('out', null)).toEqual(letterKinds.filter((kind) => kind !== 'lain'));
    expect(of('out', 'x')).toEqual(['surat-tugas', 'spd', 'laporan-perjalanan', 'surat-keterangan']);
    expect([...of('in', null), ...of('in', 'x')]).toEqual([]);
  });

  test('whose NIP stand on one is known', () => {
    const on = (name: string) => nipsOn(paperOf(name), paperCases[name]![1].letter).length;
    expect([
      on('tugas'),
      on('permohonan'),
      on('keterangan-tuan-rumah'),
      on('tugas-60'),
      on('tugas-kosong'),
    ]).toEqual([3, 1, 1, 61, 0]);
    expect(paperTexts(paperOf('tugas-panjang')).join()).toContain(LONG_NAME);
  });
});
