import { loadSharp } from './render-picture.js';

/** Longest side of a photo on paper, in pixels: 150 to the inch of half a page's width, and half as much again. */
const LONGEST_SIDE = 800;

/** A picture of ours as JPEG, which every word processor and every PDF takes. */
export async function asJpeg(picture: Buffer): Promise<Buffer> {
  const sharp = await loadSharp();
  const inside = { fit: 'inside', withoutEnlargement: true } as const;
  return sharp(picture)
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, ...inside })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer();
}
