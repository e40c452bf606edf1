import { loadSharp, MOST_PIXELS } from './render-picture.js';

/** Formats that papers and messages take. */
export type WrittenFormat = 'jpeg' | 'png' | 'webp';

export interface WrittenPicture {
  content: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/** A picture that is kept, in another format and no larger than asked, without metadata. */
export async function convertPicture(
  kept: Buffer,
  { format, longestSide }: { format: WrittenFormat; longestSide: number },
): Promise<WrittenPicture> {
  const sharp = await loadSharp();
  const small = sharp(kept, { limitInputPixels: MOST_PIXELS }).resize({
    ...{ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true },
  });
  // What is seen through would be black in a JPEG.
  const opaque = format === 'jpeg' ? small.flatten({ background: '#ffffff' }) : small;
  const { data, info } = await opaque
    .toFormat(format, format === 'png' ? {} : { quality: 85 })
    .toBuffer({ resolveWithObject: true });
  return { content: data, width: info.width, height: info.height };
}
