import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import type { Paper, PaperBlock, PaperLine, PaperValue } from '../text/paper.js';
import { columnWidths, fitInto, nameWidth, pngSize, sheet, TEXT_WIDTH, widths } from './paper-sheet.js';
import { bordered, layout, type WordCell } from './word-layout.js';
import { xmlContent } from './xml-content.js';

const POINTS = 'nomor';
/** Word and LibreOffice have it, or one of the same measures. */
const FONT = 'Arial';
/** Twentieths of a point, in which Word measures. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const WIDTH = twips(TEXT_WIDTH);

/** Each list begins at one. */
type Lists = { last: number };

/** The paper as a Word document (DOCX, Office Open XML) on A4, whose lists and tables are real ones, to be edited further. */
export async function writePaperWord(given: Paper, emblem: Buffer | null): Promise<Buffer> {
  const paper = xmlContent(given);
  const lists: Lists = { last: 0 };
  const blocks = paper.blocks.flatMap((block, index) =>
    blockOf(block, lists, paper.blocks[index + 1]?.kind === 'signature'),
  );
  const document = new Document({
    title: paper.title,
    creator: 'Sambang',
    styles: { default: { document: { run: { font: FONT, size: 22, language: { value: 'id-ID' } } } } },
    numbering: { config: [numbering] },
    sections: [
      {
        properties: { titlePage: true, page },
        headers: { first: new Header({ children: [new Paragraph('')] }), default: pageNumber() },
        children: [letterhead(paper, emblem), gap(160), ...blocks],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const page = {
  size: { width: twips(sheet.width), height: twips(sheet.height) },
  margin: {
    top: twips(sheet.top),
    right: twips(sheet.right),
    bottom: twips(sheet.bottom),
    left: twips(sheet.left),
    header: twips(10),
  },
};

const numbering = {
  reference: POINTS,
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 400, hanging: 400 } } },
    },
  ],
};

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

/** Paragraphs of a text, one a line. */
const textOf = (text: string, options: IParagraphOptions = {}, run: { bold?: boolean; size?: number } = {}) =>
  text
    .split('\n')
    .map((line) => new Paragraph({ ...options, children: [new TextRun({ text: line, ...run })] }));

const gap = (after: number): Paragraph => new Paragraph({ spacing: { after, line: 60, lineRule: 'exact' } });

function letterhead({ letterhead: { lines, address } }: Paper, emblem: Buffer | null): Table {
  const alignment = AlignmentType.CENTER;
  const texts = [
    ...lines.flatMap((line, index) => {
      const isLast = index === lines.length - 1;
      return textOf(line, { alignment }, { bold: isLast, size: isLast ? 26 : 24 });
    }),
    ...address.flatMap((line) => textOf(line, { alignment }, { size: 18 })),
  ];
  const bottom = { style: BorderStyle.THICK, size: 12, color: '000000' };
  const side = twips(widths.emblem);
  if (!emblem) return layout([[{ width: WIDTH, children: texts }]], { bottom });
  return layout(
    [
      [
        { width: side, children: [picture(emblem)] },
        { width: WIDTH - 2 * side, children: texts },
        { width: side, children: [new Paragraph('')] },
      ],
    ],
    { bottom },
  );
}

function picture(emblem: Buffer): Paragraph {
  /** Pixels of 96 an inch, a little less than its column. */
  const side = ((widths.emblem - 3) * 96) / 25.4;
  const transformation = fitInto(side, pngSize(emblem));
  const altText = { name: 'Lambang', title: 'Lambang', description: 'Lambang' };
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: emblem, transformation, altText })] });
}

/** @param keeps whether it stays on the page of what follows */
function blockOf(block: PaperBlock, lists: Lists, keeps: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return titleOf(block);
    case 'reference':
      return [referenceOf(block, lists)];
    case 'addressee':
      return [gap(120), ...block.lines.flatMap((line) => textOf(line)), gap(120)];
    case 'paragraph':
      return textOf(block.text, {
        alignment: AlignmentType.BOTH,
        keepNext: keeps,
        spacing: { before: 80, after: 80, line: 276 },
      });
    case 'points':
      return pointsOf(block.items, lists);
    case 'facts':
      return [linesOf(block.lines, lists), gap(60)];
    case 'table':
      return [tableOf(block), gap(60)];
    case 'signature':
      return [gap(120), signatureOf(block), gap(60)];
    case 'copies':
      return [
        new Paragraph({ keepNext: true, spacing: { before: 240 }, children: [new TextRun('Tembusan:')] }),
        ...pointsOf(block.to, lists),
      ];
    case 'attachment':
      return block.lines.flatMap((line, index) =>
        textOf(line, {
          pageBreakBefore: index === 0,
          indent: { left: WIDTH - twips(widths.signature) },
          spacing: { after: index === block.lines.length - 1 ? 200 : 0 },
        }),
      );
  }
}

const titleOf = ({ text, number }: PaperBlock & { kind: 'title' }): Paragraph[] => {
  const alignment = AlignmentType.CENTER;
  return [
    ...textOf(text, { alignment, keepNext: true }, { bold: true, size: 24 }),
    ...(number === null ? [] : textOf(`NOMOR ${number}`, { alignment, keepNext: true })),
    gap(160),
  ];
};

function pointsOf(items: readonly string[], lists: Lists): Paragraph[] {
  lists.last += 1;
  const instance = lists.last;
  return items.map(
    (text) =>
      new Paragraph({
        numbering: { reference: POINTS, level: 0, instance },
        children: text
          .split('\n')
          .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) })),
      }),
  );
}

const valueOf = (value: PaperValue, lists: Lists): Paragraph[] =>
  typeof value === 'string' ? textOf(value) : pointsOf(value, lists);

function lineOf([name, value]: PaperLine, given: { name: number; whole: number }, lists: Lists): WordCell[] {
  const [first, second] = [given.name, widths.colon].map(twips) as [number, number];
  return [
    { width: first, children: textOf(name) },
    { width: second, children: textOf(':') },
    { width: given.whole - first - second, children: valueOf(value, lists) },
  ];
}

const linesOf = (lines: readonly PaperLine[], lists: Lists): Table =>
  layout(lines.map((line) => lineOf(line, { name: nameWidth(lines), whole: WIDTH }, lists)));

function referenceOf({ lines, placeAndDate }: PaperBlock & { kind: 'reference' }, lists: Lists): Table {
  const date = twips(widths.date);
  return layout(
    lines.map((line, index) => [
      ...lineOf(line, { name: nameWidth(lines), whole: WIDTH - date }, lists),
      {
        width: date,
        children: textOf(index === 0 ? placeAndDate : '', { alignment: AlignmentType.RIGHT }),
      },
    ]),
  );
}

const tableOf = ({ columns, rows }: PaperBlock & { kind: 'table' }): Table => {
  const sizes = columnWidths(columns, WIDTH).map(Math.floor);
  const cell = (text: string, index: number, options: IParagraphOptions, bold: boolean): WordCell => ({
    width: sizes[index] ?? 0,
    children: textOf(text, options, { bold, size: 20 }),
  });
  return bordered(
    columns.map(({ title }, index) => cell(title, index, { alignment: AlignmentType.CENTER }, true)),
    rows.map((row) => columns.map((_, index) => cell(row[index] ?? '', index, {}, false))),
  );
};

/** Lines between the post and the name, for signature and stamp. */
const STAMP_LINES = 4;

function signatureOf({ above, position, name, nip }: PaperBlock & { kind: 'signature' }): Table {
  const width = twips(widths.signature);
  const lines = [
    ...above,
    `${position},`,
    ...Array.from({ length: STAMP_LINES }, () => ''),
    name,
    `NIP ${nip}`,
  ];
  return layout([
    [
      { width: WIDTH - width, children: [new Paragraph('')] },
      { width, children: lines.flatMap((line) => textOf(line, { keepNext: true })) },
    ],
  ]);
}
