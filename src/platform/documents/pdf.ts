import type { Alignment, Content, TableCell } from 'pdfmake/interfaces.js';
import { cellText, type DocumentTable } from './document-table.js';
import { isFontFile, LOST_LETTER, pdfFonts } from './pdf-fonts.js';
import { PdfText } from './pdf-text.js';
import type { Report, ReportFigure, ReportSection } from './report.js';

/** Loaded with the first document: it takes long. */
export async function loadPdfMake() {
  const { default: pdfMake } = await import('pdfmake');
  pdfMake.setFonts(pdfFonts);
  // A document reads its fonts and nothing else, from the disk or from elsewhere.
  pdfMake.setLocalAccessPolicy(isFontFile);
  pdfMake.setUrlAccessPolicy(() => false);
  return pdfMake;
}

/** Points between the margins of an upright A4 page. */
const PAGE_WIDTH = 515;
const FIGURES_A_ROW = 4;
const GREY = '#4b5563';
const LINE = '#c5cdd8';

/**
 * The report as a PDF on A4, with page numbers; text can be searched and copied. Letters that no font has are replaced
 * by a sign, and counted in a last line.
 */
export async function writePdf(report: Report): Promise<Buffer> {
  const text = new PdfText();
  const content = text.withFonts(contentOf(report));
  const colophon = text.withFonts<Content>({ text: report.colophon, color: GREY, fontSize: 8 });
  const pdfMake = await loadPdfMake();
  const pdf = pdfMake.createPdf({
    info: { title: report.title, subject: report.subtitle, creator: 'Sambang' },
    language: 'id',
    pageSize: 'A4',
    pageMargins: [40, 44, 40, 48],
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.2 },
    footer: (page, pages) => ({
      columns: [
        colophon,
        { text: `Halaman ${page} dari ${pages}`, alignment: 'right', color: GREY, fontSize: 8 },
      ],
      margin: [40, 12],
    }),
    content: [...content, ...lostLetters(text.lost)],
  });
  return Buffer.from(await pdf.getBuffer());
}

const contentOf = (report: Report): Content[] => [
  { text: report.title, fontSize: 18, bold: true },
  { text: report.subtitle, color: GREY, margin: [0, 2, 0, 12] },
  figureGrid(report.figures),
  ...report.sections.flatMap(section),
];

/** A last line that says how many letters no font has; none where every one has. */
export const lostLetters = (lost: number): Content[] =>
  lost === 0
    ? []
    : [
        {
          text: `${lost} aksara tidak dapat ditampilkan dalam PDF ini dan diganti dengan ${LOST_LETTER}. Berkas Word memuatnya.`,
          color: GREY,
          margin: [0, 16, 0, 0],
        },
      ];

function figureGrid(figures: readonly ReportFigure[]): Content {
  const cells = figures.map(({ name, value, note }): TableCell => ({
    stack: [
      { text: value, fontSize: 17, bold: true },
      { text: name },
      { text: note, color: GREY, fontSize: 8 },
    ],
    margin: [4, 4],
  }));
  const rows: TableCell[][] = [];
  for (let from = 0; from < cells.length; from += FIGURES_A_ROW) {
    const row = cells.slice(from, from + FIGURES_A_ROW);
    rows.push([...row, ...Array.from({ length: FIGURES_A_ROW - row.length }, () => '')]);
  }
  return { table: { widths: Array.from({ length: FIGURES_A_ROW }, () => '*'), body: rows }, layout: thin };
}

/** Heading, lead and chart stay together on a page. */
function section({ heading, lead, chart, table }: ReportSection): Content[] {
  const head: Content = {
    unbreakable: true,
    stack: [
      { text: heading, fontSize: 13, bold: true, margin: [0, 16, 0, 2] },
      ...(lead
        ? [{ text: lead, color: GREY, margin: [0, 0, 0, 6] as [number, number, number, number] }]
        : []),
      ...(chart ? [{ svg: chart.svg, width: Math.min(chart.width, PAGE_WIDTH) }] : []),
    ],
  };
  return table ? [head, tableContent(table)] : [head];
}

function tableContent({ columns, rows }: DocumentTable): Content {
  const alignment = (index: number): Alignment => (columns[index]?.kind === 'text' ? 'left' : 'right');
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ kind }) => (kind === 'text' ? '*' : 'auto')),
      body: [
        columns.map(({ title }, index) => ({ text: title, bold: true, alignment: alignment(index) })),
        ...rows.map((row) =>
          columns.map(({ kind }, index) => ({
            text: cellText(row[index], kind),
            alignment: alignment(index),
          })),
        ),
      ],
    },
    layout: thin,
    margin: [0, 6, 0, 0],
  };
}

const thin = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};
