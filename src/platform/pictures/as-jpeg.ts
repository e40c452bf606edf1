import { loadSharp } from './render-picture.js';

/** A picture as Word documents hold it: none of them knows WebP. */
export interface JpegPicture {
  data: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/** A kept picture as a JPEG no longer than this on either side. */
export async function asJpeg(picture: Buffer, longest: number): Promise<JpegPicture> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(picture)
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
