import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawChart, paperPalette } from '../charts/chart.js';
import { writePdf } from './pdf.js';
import { fontRuns, LOST_LETTER } from './pdf-fonts.js';
import type { Report } from './report.js';

const javanese = 'ꦏꦧꦸꦤ꧀';
const arabic = 'بسم الله الرحمن';
const emoji = 'Kerja sama 🤝🏽 panen 🌾';
const chinese = '食堂';

const bar = (name: string): string =>
  drawChart(
    {
      xAxis: { type: 'category', data: [name] },
      yAxis: { type: 'value' },
      series: [{ type: 'bar', data: [3], itemStyle: { color: paperPalette.accent } }],
    },
    { width: 400, height: 200 },
  );

const reportOf = (text: string): Report => ({
  title: `Laporan ${text}`,
  subtitle: text,
  colophon: `Disusun ${text}`,
  figures: [{ name: text, value: '3', note: text }],
  sections: [
    {
      heading: text,
      lead: `Lalu ${text} & <lain>`,
      chart: { svg: bar(`${text} & <baris>`), width: 400, height: 200, alt: text },
      table: { name: 'uji', title: text, columns: [{ title: text, kind: 'text' }], rows: [[text]] },
    },
  ],
});

async function textOf(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, page) => {
    const { items } = await (await pdf.getPage(page + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return (await Promise.all(pages)).join(' ');
}

/** Glyphs by number as the page streams draw them: `<0001 0002> Tj` of fonts with two bytes a glyph; 0 is `.notdef`. */
function drawnGlyphs(bytes: Buffer): number[] {
  const latin = bytes.toString('latin1');
  const streams = [...latin.matchAll(/\/FlateDecode\s*>>\s*stream\r?\n/g)].map(({ index, 0: head }) => {
    const from = index + head.length;
    const content = bytes.subarray(from, latin.indexOf('endstream', from));
    try {
      return inflateSync(content).toString('latin1');
    } catch {
      return '';
    }
  });
  const drawing = streams.filter((stream) => /\bTf\b/.test(stream));
  expect(drawing.length).toBeGreaterThan(0);
  return drawing.flatMap((stream) =>
    [...stream.matchAll(/<([0-9a-f]+)>(?=[^<>]*\]?\s*TJ|[^<>]*<|\s*Tj)/gi)].flatMap(([, codes = '']) =>
      (codes.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16)),
    ),
  );
}

describe('a report in PDF', () => {
  test.each([
    ['Javanese', javanese],
    ['Arabic', arabic],
    ['emoji', emoji],
    ['Chinese', chinese],
    ['all of them', `${javanese} ${arabic} ${emoji} ${chinese} é “x” –`],
    ['signs that are not seen', 'a\u200Bb\u2060c\uFE0F'],
  ])('draws no empty box for %s, in text, tables and charts', async (_, text) => {
    const glyphs = drawnGlyphs(await writePdf(reportOf(text)));
    expect(glyphs.length).toBeGreaterThan(50);
    expect(glyphs.filter((glyph) => glyph === 0)).toEqual([]);
  });

  test('keeps them as text that can be searched', async () => {
    const text = await textOf(await writePdf(reportOf(`${javanese} ${emoji}`)));
    expect(text).toContain(javanese);
    expect(text).toContain('🌾');
    expect(text).not.toContain('tidak dapat ditampilkan');
  });

  test('says how many letters no font has', async () => {
    const text = await textOf(await writePdf({ ...reportOf('Kebun'), subtitle: chinese }));
    expect(text).toContain(
      `2 aksara tidak dapat ditampilkan dalam PDF ini dan diganti dengan ${LOST_LETTER}`,
    );
    expect(text).toContain(LOST_LETTER.repeat(2));
  });
});

describe('the letters of a text', () => {
  test('are written by the first font that has them', () => {
    expect(fontRuns(`Kebun ${javanese} 🌾`).runs.map(({ font }) => font)).toEqual([
      'Roboto',
      'NotoSansJavanese',
      'Roboto',
      'NotoEmoji',
    ]);
  });

  test('read from the right stay in one run, so that their words are not turned round', () => {
    expect(fontRuns(`Doa ${arabic}.`).runs).toEqual([
      { text: 'Doa ', font: 'Roboto' },
      { text: arabic.replaceAll(' ', '\u00A0'), font: 'NotoSansArabic' },
      { text: '.', font: 'Roboto' },
    ]);
  });

  test('are counted as people count them where no font has them', () => {
    expect(fontRuns('a食b').lost).toBe(1);
    expect(fontRuns('a食b').runs).toEqual([{ text: `a${LOST_LETTER}b`, font: 'Roboto' }]);
    expect(fontRuns('👩🏽‍🌾').lost).toBe(0);
  });
});
