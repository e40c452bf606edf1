import type { Paper, PaperBlock, PaperColumn, PaperLine, PaperPhoto, PaperSigner } from '../text/paper.js';

/** The sheet of official papers: A4 upright, in millimetres; the left margin is for filing. */
const sheet = { width: 210, height: 297, top: 20, right: 20, bottom: 25, left: 30 } as const;

/** A sheet in millimetres; one that lies has the margin for filing at the top. */
export function sheetOf({ isLandscape = false }: Pick<Paper, 'isLandscape'>) {
  const side = isLandscape ? sheet.top : sheet.left;
  const width = isLandscape ? sheet.height : sheet.width;
  return {
    width,
    height: isLandscape ? sheet.width : sheet.height,
    ...{ top: isLandscape ? sheet.left - 10 : sheet.top, bottom: isLandscape ? sheet.right : sheet.bottom },
    ...{ left: side, right: sheet.right },
    /** Between the margins. */
    text: width - side - sheet.right,
  };
}

/** Widths of blocks in millimetres. */
export const widths = {
  emblem: 24,
  /** Names of lines, and the colon behind them. */
  name: 38,
  shortName: 22,
  colon: 5,
  /** Place and date on the right. */
  date: 62,
  /** The signature, at the right margin. */
  signature: 82,
  /** Room for the code of a signing service, and the code that proves a paper. */
  code: 22,
  /** A drawing within a cell: its height. */
  drawing: 11,
} as const;

/** Letters of the longest name that fits into the narrow column of names. */
const SHORT_NAME = 9;

/** Width of the names of lines, in millimetres. */
export const nameWidth = (lines: readonly PaperLine[]): number =>
  lines.every(([name]) => name.length <= SHORT_NAME) ? widths.shortName : widths.name;

/** Widths of a table's columns, by their shares. */
export const columnWidths = (columns: readonly PaperColumn[], whole: number): number[] =>
  columns.map(({ share }) => (whole * share) / 100);

/** Width and height of a PNG in pixels, as its head says (PNG, section 11.2.2). */
export const pngSize = (content: Buffer): { width: number; height: number } => ({
  width: content.readUInt32BE(16),
  height: content.readUInt32BE(20),
});

interface Size {
  width: number;
  height: number;
}

/** The largest size of a picture within another, in its own proportions. */
export function fitInto(room: Size, { width, height }: Size): Size {
  const scale = Math.min(room.width / Math.max(width, 1), room.height / Math.max(height, 1));
  return { width: width * scale, height: height * scale };
}

/** Whether a table has a head. */
export const hasHead = (columns: readonly PaperColumn[]): boolean =>
  columns.some(({ title }) => title !== '');

/** Lines below the name of who signs. */
export const belowName = ({ nip }: PaperSigner): string[] => (nip === null ? [] : [`NIP ${nip}`]);

/** What stands beside the room for the code of an office's signing service. */
export const ELECTRONIC = 'Ditandatangani secara elektronik oleh:';

/** Two photos a row, each with what it shows. */
export function photoRows(photos: readonly PaperPhoto[]): PaperPhoto[][] {
  const rows: PaperPhoto[][] = [];
  for (let from = 0; from < photos.length; from += 2) rows.push(photos.slice(from, from + 2));
  return rows;
}

/** Largest height of a photo, in millimetres. */
export const PHOTO_HEIGHT = 58;

const signed: readonly PaperBlock['kind'][] = ['signature', 'signatures'];

/** Whether what stands before a block is to stay on its page. */
export const isSigned = (block: PaperBlock | undefined): boolean =>
  block !== undefined && signed.includes(block.kind);
