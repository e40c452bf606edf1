import { pictureFormat } from './picture-format.js';

/** Longest sides in pixels, and the most pixels a picture that comes in may have. */
const LONGEST_SIDE = 1600;
const THUMBNAIL_SIDE = 320;
export const MOST_PIXELS = 60_000_000;

/** Loaded with the first picture: it takes long. */
export async function loadSharp() {
  const { default: sharp } = await import('sharp');
  // Pictures of several devices at once must not take the machine's memory.
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

export interface RenderedPicture {
  picture: Buffer;
  thumbnail: Buffer;
  /** Pixels of the picture. */
  width: number;
  height: number;
}

/**
 * A picture as it is kept: turned upright, made small, as WebP. No metadata of the camera is written, so neither place
 * nor device stays in it. Null for what cannot be read.
 */
export async function renderPicture(content: Buffer): Promise<RenderedPicture | null> {
  const format = pictureFormat(content);
  if (format === null) return null;
  const sharp = await loadSharp();
  try {
    const given = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if ((await given.metadata()).format !== format) return null;
    const inside = { fit: 'inside', withoutEnlargement: true } as const;
    const { data, info } = await given
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, ...inside })
      .webp({ quality: 78 })
      .toBuffer({ resolveWithObject: true });
    const thumbnail = await sharp(data)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, ...inside })
      .webp({ quality: 70 })
      .toBuffer();
    return { picture: data, thumbnail, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
