import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Paper, PaperBlock, PaperLine, PaperValue } from '../text/paper.js';
import { columnWidths, nameWidth, sheet, TEXT_WIDTH, widths } from './paper-sheet.js';
import { loadPdfMake, lostLetters } from './pdf.js';
import { PdfText } from './pdf-text.js';
import { xmlContent } from './xml-content.js';

const points = (millimetres: number): number => (millimetres * 72) / 25.4;
const WIDTH = points(TEXT_WIDTH);

/** Left and right of what stands in a table's cell, in points. */
const CELL_PADDING = 4;
const LINE = 0.5;

/** The paper as a PDF on A4; letters that no font has are replaced by a sign, and counted in a last line. */
export async function writePaperPdf(given: Paper, emblem: Buffer | null): Promise<Buffer> {
  const paper = xmlContent(given);
  const text = new PdfText();
  const content = text.withFonts([letterhead(paper, emblem), ...blocksOf(paper.blocks)]);
  const pdfMake = await loadPdfMake();
  const pdf = pdfMake.createPdf({
    info: { title: paper.title, creator: 'Sambang' },
    language: 'id',
    pageSize: 'A4',
    pageMargins: [points(sheet.left), points(sheet.top), points(sheet.right), points(sheet.bottom)],
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.12 },
    header: (page) => (page === 1 ? '' : { text: String(page), alignment: 'center', margin: [0, 24, 0, 0] }),
    content: [...content, ...lostLetters(text.lost)],
  });
  return Buffer.from(await pdf.getBuffer());
}

function letterhead({ letterhead: { lines, address } }: Paper, emblem: Buffer | null): Content {
  const stack: Content[] = [
    ...lines.map((line, index): Content => {
      const isLast = index === lines.length - 1;
      return { text: line, alignment: 'center', bold: isLast, fontSize: isLast ? 13 : 12 };
    }),
    ...address.map((line): Content => ({ text: line, alignment: 'center', fontSize: 9 })),
  ];
  const side = points(widths.emblem);
  const picture: TableCell = emblem
    ? { image: `data:image/png;base64,${emblem.toString('base64')}`, fit: [side - 6, side - 6] }
    : '';
  const [columns, cells] = emblem
    ? [
        [side, '*', side],
        [picture, { stack }, ''],
      ]
    : [['*'], [{ stack }]];
  return {
    table: { widths: columns, body: [cells as TableCell[]] },
    layout: {
      ...plain,
      hLineWidth: (line) => (line === 1 ? 1.5 : 0),
      paddingBottom: () => 4,
    },
    margin: [0, 0, 0, 12],
  };
}

/** What comes before a signature stays on its page. */
function blocksOf(blocks: readonly PaperBlock[]): Content[] {
  return blocks.flatMap((block, index): Content[] => {
    const next = blocks[index + 1];
    if (block.kind === 'paragraph' && next?.kind === 'signature') return [];
    const before = blocks[index - 1];
    const along = block.kind === 'signature' && before?.kind === 'paragraph' ? [blockOf(before)] : [];
    const own = blockOf(block);
    return [along.length > 0 ? { stack: [...along, own], unbreakable: true } : own];
  });
}

function blockOf(block: PaperBlock): Content {
  switch (block.kind) {
    case 'title':
      return titleOf(block);
    case 'reference':
      return referenceOf(block);
    case 'addressee':
      return { stack: block.lines.map((text) => ({ text })), margin: [0, 10, 0, 10] };
    case 'paragraph':
      return { text: block.text, alignment: 'justify', margin: [0, 4, 0, 4] };
    case 'points':
      return { stack: [pointsOf(block.items)], margin: [0, 2, 0, 4] };
    case 'facts':
      return { stack: [linesOf(block.lines)], margin: [0, 2, 0, 4] };
    case 'table':
      return tableOf(block);
    case 'signature':
      return signatureOf(block);
    case 'copies':
      return {
        unbreakable: true,
        stack: [{ text: 'Tembusan:' }, pointsOf(block.to)],
        fontSize: 10,
        margin: [0, 14, 0, 0],
      };
    case 'attachment':
      return {
        pageBreak: 'before',
        stack: block.lines.map((text) => ({ text })),
        margin: [WIDTH - points(widths.signature), 0, 0, 10],
        fontSize: 10,
      };
  }
}

const titleOf = ({ text, number }: PaperBlock & { kind: 'title' }): Content => ({
  stack: [{ text, bold: true, fontSize: 12 }, ...(number === null ? [] : [{ text: `NOMOR ${number}` }])],
  alignment: 'center',
  margin: [0, 4, 0, 10],
});

const pointsOf = (items: readonly string[]): Content => ({
  ol: items.map((text) => ({
    text,
    alignment: 'left' as const,
    margin: [0, 0, 0, 2] as [number, number, number, number],
  })),
});

const valueOf = (value: PaperValue): TableCell =>
  typeof value === 'string' ? { text: value } : (pointsOf(value) as TableCell);

const linesOf = (lines: readonly PaperLine[]): Content => ({
  table: {
    widths: [points(nameWidth(lines)), points(widths.colon), '*'],
    body: lines.map(([head, value]) => [{ text: head }, { text: ':' }, valueOf(value)]),
  },
  layout: plain,
});

const referenceOf = ({ lines, placeAndDate }: PaperBlock & { kind: 'reference' }): Content => ({
  columns: [
    { stack: [linesOf(lines)], width: '*' },
    { text: placeAndDate, alignment: 'right', width: points(widths.date) },
  ],
});

function tableOf({ columns, rows }: PaperBlock & { kind: 'table' }): Content {
  const between = WIDTH - columns.length * 2 * CELL_PADDING - (columns.length + 1) * LINE;
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columnWidths(columns, between),
      body: [
        columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' as const })),
        ...rows.map((row) => columns.map((_, index) => ({ text: row[index] ?? '' }))),
      ],
    },
    layout: {
      hLineWidth: () => LINE,
      vLineWidth: () => LINE,
      paddingLeft: () => CELL_PADDING,
      paddingRight: () => CELL_PADDING,
    },
    fontSize: 10,
    margin: [0, 4, 0, 6],
  };
}

const signatureOf = ({ above, position, name, nip }: PaperBlock & { kind: 'signature' }): Content => ({
  unbreakable: true,
  margin: [WIDTH - points(widths.signature), 10, 0, 0],
  stack: [
    ...above.map((text) => ({ text })),
    { text: `${position},`, margin: [0, 0, 0, points(22)] },
    { text: name },
    { text: `NIP ${nip}` },
  ],
});

/** A table that only sets in columns. */
const plain = {
  hLineWidth: (): number => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 2,
  paddingTop: () => 0,
  paddingBottom: () => 1,
};
