import { createHash } from 'node:crypto';
import { BoundedCache } from '../http/bounded-cache.js';
import { convertPicture, type WrittenPicture } from './convert-picture.js';

/** What was written last, in bytes: papers of a visit show the same photos. */
const written = new BoundedCache<WrittenPicture>(16_000_000);

/** A kept picture as a JPEG no longer than this on either side, as documents hold it: none of their programs knows WebP. */
export async function asJpeg(picture: Buffer, longestSide: number): Promise<WrittenPicture> {
  const key = `${longestSide} ${createHash('sha256').update(picture).digest('base64')}`;
  const known = written.get(key);
  if (known) return known;
  const jpeg = await convertPicture(picture, { format: 'jpeg', longestSide });
  written.set(key, jpeg, jpeg.content.length);
  return jpeg;
}
