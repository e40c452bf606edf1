import sharp from 'sharp';
import { VisitDayError } from '../domain/error-codes.js';
import { pictureFormat } from '../domain/picture-format.js';

/** Longest sides in pixels, and the most pixels a picture that comes in may have. */
const LONGEST_SIDE = 1600;
const THUMBNAIL_SIDE = 320;
const MOST_PIXELS = 60_000_000;

// Photos of several phones at once must not take the machine's memory.
sharp.cache(false);
sharp.concurrency(1);

export interface RenderedPhoto {
  photo: Buffer;
  thumbnail: Buffer;
  /** Pixels of the photo. */
  width: number;
  height: number;
}

/**
 * A photo as it is kept: turned upright, made small, as WebP. No metadata of the camera is written, so neither place
 * nor device stays in it.
 * @throws VisitDayError `photo-unreadable`
 */
export async function renderPhoto(content: Buffer): Promise<RenderedPhoto> {
  const format = pictureFormat(content);
  if (format === null) throw new VisitDayError('photo-unreadable');
  try {
    const picture = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if ((await picture.metadata()).format !== format) throw new VisitDayError('photo-unreadable');
    const inside = { fit: 'inside', withoutEnlargement: true } as const;
    const upright = picture.autoOrient();
    const { data, info } = await upright
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, ...inside })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(data)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, ...inside })
      .webp({ quality: 70 })
      .toBuffer();
    return { photo: data, thumbnail, width: info.width, height: info.height };
  } catch {
    throw new VisitDayError('photo-unreadable');
  }
}
