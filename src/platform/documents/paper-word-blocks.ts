import { AlignmentType, PageBreak, Paragraph, TextRun, type IParagraphOptions, type Table } from 'docx';
import type { PaperBlock, PaperCell, PaperCheck, PaperPhoto } from '../text/paper.js';
import type { PaperMedia } from './paper-media.js';
import {
  columnWidths,
  fitInto,
  hasHead,
  isSigned,
  nameWidth,
  PHOTO_HEIGHT,
  photoRows,
  widths,
} from './paper-sheet.js';
import {
  gap,
  lineOf,
  linesOf,
  pictureOf,
  pixels,
  pointsOf,
  signerLines,
  textOf,
  twips,
  type Lists,
} from './paper-word-parts.js';
import { bordered, layout, type WordCell } from './word-layout.js';

type Block<Kind extends PaperBlock['kind']> = PaperBlock & { kind: Kind };
type Written = (Paragraph | Table)[];

/** Writes the blocks of a paper for Word. */
export class PaperWordBlocks {
  private readonly lists: Lists = { last: 0 };

  /** @param width between the margins, in twips */
  constructor(
    private readonly width: number,
    private readonly letterhead: () => Table,
    private readonly media: PaperMedia,
  ) {}

  of(blocks: readonly PaperBlock[]): Written {
    return blocks.flatMap((block, index) => this.one(block, isSigned(blocks[index + 1])));
  }

  /** @param keeps whether it stays on the page of what follows */
  private one(block: PaperBlock, keeps: boolean): Written {
    switch (block.kind) {
      case 'title':
        return titleOf(block);
      case 'reference':
        return [this.reference(block)];
      case 'addressee':
        return [gap(120), ...block.lines.flatMap((line) => textOf(line)), gap(120)];
      case 'heading':
        return textOf(block.text, { keepNext: true, spacing: { before: 200, after: 60 } }, { bold: true });
      case 'paragraph':
        return textOf(block.text, {
          alignment: AlignmentType.BOTH,
          keepNext: keeps,
          spacing: { before: 80, after: 80, line: 276 },
        });
      case 'centred':
        return textOf(
          block.text,
          { alignment: AlignmentType.CENTER, spacing: { before: block.size * 5, after: block.size * 5 } },
          { bold: block.isBold, size: block.size * 2 },
        );
      case 'points':
        return pointsOf(block.items, this.lists);
      case 'facts':
        return [linesOf(block.lines, this.width, this.lists), gap(60)];
      case 'table':
        return [this.table(block), gap(60)];
      case 'photos':
        return [layout(photoRows(block.photos).map((row) => this.photoRow(row))), gap(60)];
      case 'signature':
        return [gap(120), this.signature(block), gap(60)];
      case 'signatures':
        return [
          gap(160),
          this.sides(this.width / 2, signerLines(block.left), signerLines(block.right)),
          gap(60),
        ];
      case 'copies':
        return [
          new Paragraph({ keepNext: true, spacing: { before: 240 }, children: [new TextRun('Tembusan:')] }),
          ...pointsOf(block.to, this.lists),
        ];
      case 'attachment':
        return block.lines.flatMap((line, index) =>
          textOf(line, {
            pageBreakBefore: index === 0,
            indent: { left: this.width - twips(widths.signature) },
            spacing: { after: index === block.lines.length - 1 ? 200 : 0 },
          }),
        );
      case 'page':
        return [
          new Paragraph({ spacing: { line: 60, lineRule: 'exact' }, children: [new PageBreak()] }),
          ...(block.hasLetterhead ? [this.letterhead(), gap(160)] : []),
        ];
    }
  }

  private reference({ lines, placeAndDate }: Block<'reference'>): Table {
    const date = twips(widths.date);
    return layout(
      lines.map((line, index) => [
        ...lineOf(line, { name: nameWidth(lines), whole: this.width - date }, this.lists),
        {
          width: date,
          children: textOf(index === 0 ? placeAndDate : '', { alignment: AlignmentType.RIGHT }),
        },
      ]),
    );
  }

  private table({ columns, rows }: Block<'table'>): Table {
    const sizes = columnWidths(columns, this.width).map(Math.floor);
    const wide = (index: number, children: readonly Paragraph[]): WordCell => ({
      width: sizes[index] ?? 0,
      children,
    });
    const centred: IParagraphOptions = { alignment: AlignmentType.CENTER };
    return bordered(
      columns.map(({ title }, index) => wide(index, textOf(title, centred, { bold: true, size: 20 }))),
      rows.map((row) => columns.map((_, index) => wide(index, this.cell(row[index] ?? '')))),
      { hasHead: hasHead(columns) },
    );
  }

  private cell(cell: PaperCell): Paragraph[] {
    if (typeof cell === 'string') return textOf(cell, {}, { size: 20 });
    const bytes = this.media.drawings.get(cell.svg);
    const room = { width: pixels(widths.drawing * 2.5), height: pixels(widths.drawing) };
    return [
      ...(cell.text ? textOf(cell.text, {}, { size: 20 }) : []),
      ...(bytes ? [pictureOf('png', bytes, fitInto(room, cell), 'Tanda tangan')] : []),
    ];
  }

  private photoRow(row: readonly PaperPhoto[]): WordCell[] {
    const width = Math.floor(this.width / 2);
    const room = { width: pixels((width / 1440) * 25.4) - 16, height: pixels(PHOTO_HEIGHT) };
    const cells = row.map((photo): WordCell => {
      const bytes = this.media.photos.get(photo.id);
      const picture = bytes ? [pictureOf('jpg', bytes, fitInto(room, photo), photo.caption)] : [];
      return { width, children: [...picture, ...textOf(photo.caption, {}, { size: 18 })] };
    });
    return cells.length === 2 ? cells : [...cells, { width, children: [new Paragraph('')] }];
  }

  private signature({ check, ...signer }: Block<'signature'>): Table {
    const left = check ? this.check(check) : [new Paragraph('')];
    return this.sides(this.width - twips(widths.signature), left, signerLines(signer));
  }

  private sides(width: number, left: readonly Paragraph[], right: readonly Paragraph[]): Table {
    return layout([
      [
        { width, children: left },
        { width: this.width - width, children: right },
      ],
    ]);
  }

  /** A code to scan, and the same to type. */
  private check({ url, code }: PaperCheck): Paragraph[] {
    const bytes = this.media.codes.get(url);
    const side = pixels(widths.code + 6);
    return [
      ...(bytes ? [pictureOf('png', bytes, { width: side, height: side }, `Kode QR ${code}`)] : []),
      ...textOf(code, {}, { size: 16 }),
    ];
  }
}

const titleOf = ({ text, number }: Block<'title'>): Paragraph[] => {
  const alignment = AlignmentType.CENTER;
  return [
    ...textOf(text, { alignment, keepNext: true }, { bold: true, size: 24 }),
    ...(number === null ? [] : textOf(`NOMOR ${number}`, { alignment, keepNext: true })),
    gap(160),
  ];
};
