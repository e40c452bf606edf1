import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { PaperBlock, PaperCell, PaperCheck, PaperPhoto } from '../text/paper.js';
import { linesOf, points, pointsOf, signerLines } from './paper-pdf-parts.js';
import { columnWidths, fitInto, hasHead, isSigned, PHOTO_HEIGHT, photoRows, widths } from './paper-sheet.js';

/** Left and right of what stands in a table's cell, in points. */
const CELL_PADDING = 4;
const LINE = 0.5;

type Block<Kind extends PaperBlock['kind']> = PaperBlock & { kind: Kind };

/** Writes the blocks of a paper for a PDF. */
export class PaperPdfBlocks {
  /** @param width between the margins, in points */
  constructor(
    private readonly width: number,
    private readonly letterhead: Content,
    private readonly photos: ReadonlyMap<string, Buffer>,
  ) {}

  /** What comes before a signature stays on its page. */
  of(blocks: readonly PaperBlock[]): Content[] {
    return blocks.flatMap((block, index): Content[] => {
      if (block.kind === 'paragraph' && isSigned(blocks[index + 1])) return [];
      const before = blocks[index - 1];
      const along = isSigned(block) && before?.kind === 'paragraph' ? [this.one(before)] : [];
      const own = this.one(block);
      return [along.length > 0 ? { stack: [...along, own], unbreakable: true } : own];
    });
  }

  private one(block: PaperBlock): Content {
    switch (block.kind) {
      case 'title':
        return titleOf(block);
      case 'reference':
        return referenceOf(block);
      case 'addressee':
        return { stack: block.lines.map((text) => ({ text })), margin: [0, 10, 0, 10] };
      case 'heading':
        return { text: block.text, bold: true, margin: [0, 10, 0, 2], headlineLevel: 1 };
      case 'paragraph':
        return { text: block.text, alignment: 'justify', margin: [0, 4, 0, 4] };
      case 'centred':
        return {
          text: block.text,
          alignment: 'center',
          fontSize: block.size,
          bold: block.isBold,
          margin: [0, block.size / 4],
        };
      case 'points':
        return { stack: [pointsOf(block.items)], margin: [0, 2, 0, 4] };
      case 'facts':
        return { stack: [linesOf(block.lines)], margin: [0, 2, 0, 4] };
      case 'table':
        return this.table(block);
      case 'photos':
        return { stack: photoRows(block.photos).map((row) => this.photoRow(row)), margin: [0, 4, 0, 4] };
      case 'signature':
        return this.signature(block);
      case 'signatures':
        return {
          unbreakable: true,
          columnGap: 12,
          columns: [{ stack: signerLines(block.left) }, { stack: signerLines(block.right) }],
          margin: [0, 12, 0, 0],
        };
      case 'copies':
        return copiesOf(block);
      case 'attachment':
        return {
          pageBreak: 'before',
          stack: block.lines.map((text) => ({ text })),
          margin: [this.width - points(widths.signature), 0, 0, 10],
          fontSize: 10,
        };
      case 'page':
        return { pageBreak: 'before', stack: [block.hasLetterhead ? this.letterhead : { text: '' }] };
    }
  }

  private table({ columns, rows }: Block<'table'>): Content {
    const between = this.width - columns.length * 2 * CELL_PADDING - (columns.length + 1) * LINE;
    const head = hasHead(columns);
    return {
      table: {
        headerRows: head ? 1 : 0,
        keepWithHeaderRows: head ? 1 : 0,
        dontBreakRows: true,
        widths: columnWidths(columns, between),
        body: [
          ...(head
            ? [columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' as const }))]
            : []),
          ...rows.map((row) => columns.map((_, index) => cellOf(row[index] ?? ''))),
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

  private photoRow(row: readonly PaperPhoto[]): Content {
    const room = { width: this.width / 2 - 8, height: points(PHOTO_HEIGHT) };
    return {
      unbreakable: true,
      columnGap: 16,
      columns: row.map((photo) => {
        const bytes = this.photos.get(photo.id);
        const picture: Content = bytes
          ? { image: `data:image/jpeg;base64,${bytes.toString('base64')}`, ...fitInto(room, photo) }
          : { text: '' };
        return {
          stack: [picture, { text: photo.caption, fontSize: 9, margin: [0, 2, 0, 6] }],
          width: room.width,
        };
      }),
    };
  }

  private signature({ check, ...signer }: Block<'signature'>): Content {
    const stack = signerLines(signer);
    const left = this.width - points(widths.signature);
    if (!check) return { unbreakable: true, margin: [left, 10, 0, 0], stack };
    return {
      unbreakable: true,
      margin: [0, 10, 0, 0],
      columns: [
        { width: left, stack: checkLines(check) },
        { width: '*', stack },
      ],
    };
  }
}

/** A code to scan, and the same to type. */
const checkLines = ({ url, code }: PaperCheck): Content[] => [
  { qr: url, fit: points(widths.code + 6), eccLevel: 'M' },
  { text: code, fontSize: 8, margin: [0, 3, 0, 0] },
];

const cellOf = (cell: PaperCell): TableCell =>
  typeof cell === 'string'
    ? { text: cell }
    : {
        stack: [
          ...(cell.text ? [{ text: cell.text }] : []),
          { svg: cell.svg, fit: [points(widths.drawing * 2.5), points(widths.drawing)] },
        ],
      };

const titleOf = ({ text, number }: Block<'title'>): Content => ({
  stack: [{ text, bold: true, fontSize: 12 }, ...(number === null ? [] : [{ text: `NOMOR ${number}` }])],
  alignment: 'center',
  margin: [0, 4, 0, 10],
});

const referenceOf = ({ lines, placeAndDate }: Block<'reference'>): Content => ({
  columns: [
    { stack: [linesOf(lines)], width: '*' },
    { text: placeAndDate, alignment: 'right', width: points(widths.date) },
  ],
});

const copiesOf = ({ to }: Block<'copies'>): Content => ({
  unbreakable: true,
  stack: [{ text: 'Tembusan:' }, pointsOf(to)],
  fontSize: 10,
  margin: [0, 14, 0, 0],
});
