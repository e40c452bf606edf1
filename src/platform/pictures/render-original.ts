import { pictureFormat } from './picture-format.js';
import { loadSharp, MOST_PIXELS } from './render-picture.js';

/** Most bytes of a whole picture that is kept, and its longest side in pixels. */
export const LARGEST_ORIGINAL = 10 * 1024 * 1024;
const LONGEST_SIDE = 6000;

/** Ways to write it, the best first: the first that is small enough is taken. The last fits whatever it shows. */
const ways = [
  { quality: 92, side: LONGEST_SIDE },
  { quality: 85, side: LONGEST_SIDE },
  { quality: 75, side: 4500 },
  { quality: 70, side: 2500 },
] as const;

/** A whole picture: JPEG in sRGB. */
export interface WholePicture {
  content: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

/**
 * A picture as large as it came, at most 6000 pixels a side and 10 MiB: turned upright, as JPEG, without any metadata
 * (EXIF with its GPS, XMP, IPTC, colour profile). Null for what cannot be read.
 */
export async function renderOriginal(content: Buffer): Promise<WholePicture | null> {
  const format = pictureFormat(content);
  if (format === null) return null;
  const sharp = await loadSharp();
  try {
    for (const { quality, side } of ways) {
      const given = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
      if ((await given.metadata()).format !== format) return null;
      const { data, info } = await given
        .autoOrient()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality, chromaSubsampling: quality > 90 ? '4:4:4' : '4:2:0' })
        .toBuffer({ resolveWithObject: true });
      if (data.length <= LARGEST_ORIGINAL) return { content: data, width: info.width, height: info.height };
    }
    return null;
  } catch {
    return null;
  }
}
