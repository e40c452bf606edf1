import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { chartPicture } from '../charts/chart.js';
import { cellText, type DocumentTable } from './document-table.js';
import { xmlContent } from './xml-content.js';
import type { Report, ReportFigure, ReportSection } from './report.js';

const GREY = '4B5563';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'C5CDD8' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const BORDERS = { top: LINE, bottom: LINE, left: NONE, right: NONE };
const FIGURES_A_ROW = 4;
const FULL = { size: 100, type: WidthType.PERCENTAGE };

/** Widest a picture may be between the margins, in pixels. */
const WIDEST = 600;

/** The report as a Word document (DOCX, Office Open XML) with real headings and tables, to be edited further. */
export async function writeWord(given: Report): Promise<Buffer> {
  const report = xmlContent(given);
  const sections = await Promise.all(report.sections.map(section));
  const document = new Document({
    title: report.title,
    subject: report.subtitle,
    creator: 'Sambang',
    styles: { default: { document: { run: { font: 'Calibri', size: 21, language: { value: 'id-ID' } } } } },
    sections: [
      {
        footers: { default: new Footer({ children: [footer(report.colophon)] }) },
        children: [
          new Paragraph({ text: report.title, heading: HeadingLevel.TITLE }),
          paragraph(report.subtitle, GREY),
          figureTable(report.figures),
          ...sections.flat(),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const paragraph = (text: string, color?: string): Paragraph =>
  new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, ...(color ? { color } : {}) })] });

const footer = (colophon: string): Paragraph =>
  new Paragraph({
    children: [
      new TextRun({
        size: 16,
        color: GREY,
        children: [`${colophon} · Halaman `, PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });

function figureTable(figures: readonly ReportFigure[]): Table {
  const rows: TableRow[] = [];
  for (let from = 0; from < figures.length; from += FIGURES_A_ROW) {
    const row = Array.from({ length: FIGURES_A_ROW }, (_, index) => figureCell(figures[from + index]));
    rows.push(new TableRow({ children: row, cantSplit: true }));
  }
  return new Table({ rows, width: FULL });
}

const figureCell = (figure: ReportFigure | undefined): TableCell =>
  new TableCell({
    borders: BORDERS,
    width: { size: 100 / FIGURES_A_ROW, type: WidthType.PERCENTAGE },
    children: figure
      ? [
          new Paragraph({ children: [new TextRun({ text: figure.value, bold: true, size: 34 })] }),
          new Paragraph({ children: [new TextRun({ text: figure.name })] }),
          new Paragraph({ children: [new TextRun({ text: figure.note, size: 16, color: GREY })] }),
        ]
      : [new Paragraph('')],
  });

async function section({ heading, lead, chart, table }: ReportSection): Promise<(Paragraph | Table)[]> {
  return [
    new Paragraph({
      text: heading,
      heading: HeadingLevel.HEADING_1,
      keepNext: true,
      spacing: { before: 280 },
    }),
    ...(lead ? [paragraph(lead, GREY)] : []),
    ...(chart ? [await picture(chart)] : []),
    ...(table ? [tableOf(table)] : []),
  ];
}

async function picture({ svg, width, height, alt }: NonNullable<ReportSection['chart']>): Promise<Paragraph> {
  const scale = Math.min(1, WIDEST / width);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const altText = { name: alt, title: alt, description: alt };
  const data = await chartPicture(svg);
  return new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation, altText })] });
}

function tableOf({ columns, rows }: DocumentTable): Table {
  const cell = (text: string, index: number, bold: boolean): TableCell =>
    new TableCell({
      borders: BORDERS,
      children: [
        new Paragraph({
          alignment: columns[index]?.kind === 'text' ? AlignmentType.LEFT : AlignmentType.RIGHT,
          children: [new TextRun({ text, bold })],
        }),
      ],
    });
  const head = columns.map(({ title }, index) => cell(title, index, true));
  return new Table({
    width: FULL,
    rows: [
      new TableRow({ tableHeader: true, children: head }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ kind }, index) => cell(cellText(row[index], kind), index, false)),
          }),
      ),
    ],
  });
}
