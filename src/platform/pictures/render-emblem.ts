import { loadSharp, MOST_PIXELS } from './render-picture.js';
import { pictureFormat } from './picture-format.js';

/** Longest side of an emblem in pixels: 3 cm on paper at 500 dots an inch. */
const EMBLEM_SIDE = 600;

/**
 * An emblem as it is printed: PNG, which papers of every kind can hold, clear where it is clear, made small, with nothing that
 * a camera or a program wrote into it. Null for what cannot be read.
 */
export async function renderEmblem(content: Buffer): Promise<Buffer | null> {
  const format = pictureFormat(content);
  if (format === null) return null;
  const sharp = await loadSharp();
  try {
    const given = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if ((await given.metadata()).format !== format) return null;
    return await given
      .autoOrient()
      .resize({ width: EMBLEM_SIDE, height: EMBLEM_SIDE, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer();
  } catch {
    return null;
  }
}
