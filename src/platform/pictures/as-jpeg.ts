import { createHash } from 'node:crypto';
import { BoundedCache } from '../http/bounded-cache.js';
import { loadSharp } from './render-picture.js';

/** Longest side of a photo on paper, in pixels: 150 to the inch of half a page's width, and half as much again. */
const LONGEST_SIDE = 800;

/** What was written last, in bytes: papers of a visit show the same photos. */
const written = new BoundedCache<Buffer>(16_000_000);

/** A picture of ours as JPEG, which every word processor and every PDF takes. */
export async function asJpeg(picture: Buffer): Promise<Buffer> {
  const key = createHash('sha256').update(picture).digest('base64');
  const known = written.get(key);
  if (known) return known;
  const sharp = await loadSharp();
  const inside = { fit: 'inside', withoutEnlargement: true } as const;
  const jpeg = await sharp(picture)
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, ...inside })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer();
  written.set(key, jpeg, jpeg.length);
  return jpeg;
}
