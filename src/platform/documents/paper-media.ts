import sharp from 'sharp';
import type { PaperBlock, PaperPictures } from '../text/paper.js';
import { pixels } from './paper-word-parts.js';
import { widths } from './paper-sheet.js';

/** Pictures of a Word document: it shows none that are drawn. */
export interface PaperMedia {
  /** PNG, by the SVG that it was drawn from. */
  drawings: ReadonlyMap<string, Buffer>;
  /** PNG of a QR code, by the address in it. */
  codes: ReadonlyMap<string, Buffer>;
  photos: PaperPictures['photos'];
}

/** Draws what a Word document takes as pictures alone. */
export async function drawPaperMedia(
  blocks: readonly PaperBlock[],
  { photos }: PaperPictures,
): Promise<PaperMedia> {
  const drawings = new Map<string, Buffer>();
  const codes = new Map<string, Buffer>();
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const cell of block.rows.flat()) {
        if (typeof cell !== 'string') drawings.set(cell.svg, await drawn(cell.svg));
      }
    }
    if (block.kind === 'signature' && block.check) codes.set(block.check.url, await codeOf(block.check.url));
  }
  return { drawings, codes, photos };
}

const drawn = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density: 96 }).resize({ height: 200 }).png().toBuffer();

async function codeOf(url: string): Promise<Buffer> {
  const { toBuffer } = await import('qrcode');
  return toBuffer(url, { margin: 0, width: Math.round(pixels(widths.code + 6)) * 3 });
}
