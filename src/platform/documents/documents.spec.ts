import { describe, expect, test } from '@jest/globals';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readExcelFile from 'read-excel-file/node';
import { drawChart, paperPalette } from '../charts/chart.js';
import type { DocumentTable } from './document-table.js';
import { writePdf } from './pdf.js';
import type { Report } from './report.js';
import { writeWord } from './word.js';
import { writeWorkbook } from './workbook.js';

const table: DocumentTable = {
  name: 'kunjungan',
  title: 'Kunjungan: per bulan/keadaan',
  columns: [
    { title: 'UPT', kind: 'text' },
    { title: 'Jumlah', kind: 'number' },
    { title: 'Jam', kind: 'hours' },
    { title: 'Tenggat', kind: 'date' },
  ],
  rows: [
    ['Bapas Kelas II Purwokerto', 1200, 26.5, '2025-10-30'],
    ['=HYPERLINK("x")', 3, null, null],
  ],
};

const svg = drawChart(
  {
    xAxis: { type: 'category', data: ['Okt'] },
    yAxis: { type: 'value' },
    series: [{ type: 'bar', data: [3], itemStyle: { color: paperPalette.accent } }],
  },
  { width: 400, height: 200 },
);

const report: Report = {
  title: 'Laporan Sinergi',
  subtitle: 'Oktober 2025',
  colophon: 'Disusun oleh Sambang',
  figures: [{ name: 'Kunjungan', value: '3', note: '+1 dari bulan sebelumnya' }],
  sections: [
    {
      heading: 'Kunjungan',
      lead: 'Menurut bulan.',
      chart: { svg, width: 400, height: 200, alt: 'Batang' },
      table,
    },
  ],
};

test('a letter that XML cannot hold breaks neither a workbook nor a Word document', async () => {
  const unfit = 'Program \uFFFF\u0001baik\uD800';
  const rows = [[unfit, 1, 1, null]] as const;
  const [sheet] = await readExcelFile(await writeWorkbook([{ ...table, title: unfit, rows }], new Date(0)));
  expect(sheet?.data[1]?.[0]).toBe('Program baik');
  const word = await writeWord({ ...report, title: unfit, sections: [] });
  expect((await mammoth.extractRawText({ buffer: word })).value).toContain('Program baik');
});

describe('a workbook', () => {
  test('is read back by another library with the types that were written', async () => {
    const [sheet] = await readExcelFile(await writeWorkbook([table], new Date('2025-11-01T00:00:00Z')));
    expect(sheet?.sheet).toBe('Kunjungan  per bulan keadaan');
    expect(sheet?.data).toEqual([
      ['UPT', 'Jumlah', 'Jam', 'Tenggat'],
      ['Bapas Kelas II Purwokerto', 1200, 26.5, new Date('2025-10-30T00:00:00Z')],
      ['=HYPERLINK("x")', 3, null, null],
    ]);
  });
});

describe('a report', () => {
  test('as PDF has its title, its figures and its table as text', async () => {
    const bytes = await writePdf(report);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true }).promise;
    const content = await (await pdf.getPage(1)).getTextContent();
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
    expect(text).toContain('Laporan Sinergi');
    expect(text).toContain('+1 dari bulan sebelumnya');
    expect(text).toContain('1.200');
    expect(text).toContain('30-10-2025');
    await pdf.cleanup();
  });

  test('as a Word document has headings, a table and the chart as a picture', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: await writeWord(report) });
    expect(value).toContain('<h1>Kunjungan</h1>');
    expect(value).toContain('<td><p>Bapas Kelas II Purwokerto</p></td>');
    expect(value).toMatch(/<img alt="Batang" src="data:image\/png/);
  });
});

test('a chart holds no inline style, which pages refuse', () => {
  expect(svg).toMatch(/^<svg aria-hidden="true"/);
  expect(svg).not.toMatch(/style=|<style|class=/);
  expect(svg).toContain('font-size="12px"');
});
