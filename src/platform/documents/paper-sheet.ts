import type { PaperColumn, PaperLine } from '../text/paper.js';

/** The sheet of official papers: A4 upright, in millimetres; the left margin is for filing. */
export const sheet = { width: 210, height: 297, top: 20, right: 20, bottom: 25, left: 30 } as const;

/** Between the margins, in millimetres. */
export const TEXT_WIDTH = sheet.width - sheet.left - sheet.right;

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

/** The largest size of a picture within a square, in its own proportions. */
export function fitInto(side: number, { width, height }: { width: number; height: number }) {
  const scale = side / Math.max(width, height, 1);
  return { width: width * scale, height: height * scale };
}
