import { loadSharp } from '../pictures/render-picture.js';
import type { PaperBlock, PaperPictures } from '../text/paper.js';

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
        if (typeof cell !== 'string') drawings.set(cell.svg, await drawn(cell));
      }
    }
    if (block.kind === 'signature' && block.check) codes.set(block.check.url, await codeOf(block.check.url));
  }
  return { drawings, codes, photos };
}

/** Pixels of what is drawn: 300 an inch of a cell. */
const DRAWN_HEIGHT = 130;
/** Of an SVG whose lengths are pixels. */
const DENSITY = 72;

/** At the size that is shown at once: drawing it large to make it small takes several times as long. */
async function drawn({ svg, height }: { svg: string; height: number }): Promise<Buffer> {
  const sharp = await loadSharp();
  const density = Math.max(1, (DENSITY * DRAWN_HEIGHT) / height);
  return sharp(Buffer.from(svg), { density }).png().toBuffer();
}

/** Pixels of a module of a QR code, and how many stay white around it. */
const MODULE = 6;
const QUIET = 1;

/** The code from its modules: the package's own PNG takes ten times as long. */
async function codeOf(url: string): Promise<Buffer> {
  const [{ create }, sharp] = await Promise.all([import('qrcode'), loadSharp()]);
  const { data, size } = create(url, { errorCorrectionLevel: 'M' }).modules;
  const whole = size + 2 * QUIET;
  const pixels = Buffer.alloc(whole * whole, 255);
  for (const [at, module] of data.entries()) {
    if (module) pixels[(Math.floor(at / size) + QUIET) * whole + (at % size) + QUIET] = 0;
  }
  return sharp(pixels, { raw: { width: whole, height: whole, channels: 1 } })
    .resize(whole * MODULE, whole * MODULE, { kernel: 'nearest' })
    .png()
    .toBuffer();
}
