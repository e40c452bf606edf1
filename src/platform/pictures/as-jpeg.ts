import { createHash } from 'node:crypto';
import { BoundedCache } from '../http/bounded-cache.js';
import { loadSharp } from './render-picture.js';

/** A picture as documents hold it: no word processor and no PDF knows WebP. */
export interface JpegPicture {
  data: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/** What was written last, in bytes: papers of a visit show the same photos. */
const written = new BoundedCache<JpegPicture>(16_000_000);

/** A kept picture as a JPEG no longer than this on either side. */
export async function asJpeg(picture: Buffer, longest: number): Promise<JpegPicture> {
  const key = `${longest} ${createHash('sha256').update(picture).digest('base64')}`;
  const known = written.get(key);
  if (known) return known;
  const sharp = await loadSharp();
  const { data, info } = await sharp(picture)
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  const jpeg = { data, width: info.width, height: info.height };
  written.set(key, jpeg, data.length);
  return jpeg;
}
