import type { WholePicture } from './render-original.js';
import { loadSharp, MOST_PIXELS } from './render-picture.js';

/** Cells along the longer side of what is blurred: of a face not even eyes and mouth are told apart. */
const CELLS = 4;

/** A part of a picture in pixels. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * A picture with some parts made of a few averages each, which nobody can turn back; as JPEG, without metadata.
 *
 * @param regionsIn the parts of a picture of that size
 */
export async function blurPicture(
  kept: Buffer,
  regionsIn: (size: { width: number; height: number }) => Region[],
): Promise<WholePicture> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(kept, { limitInputPixels: MOST_PIXELS })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const raw = { width, height, channels };
  const parts = [];
  for (const region of regionsIn({ width, height })) {
    const scale = CELLS / Math.max(region.width, region.height);
    const cells = {
      width: Math.max(1, Math.round(region.width * scale)),
      height: Math.max(1, Math.round(region.height * scale)),
    };
    // Averages of the region alone: what is enlarged holds nothing else.
    const few = await sharp(data, { raw })
      .extract(region)
      .resize({ ...cells, fit: 'fill', kernel: 'linear' })
      .png()
      .toBuffer();
    const input = await sharp(few)
      .resize({ width: region.width, height: region.height, fit: 'fill', kernel: 'cubic' })
      .png({ compressionLevel: 1 })
      .toBuffer();
    parts.push({ input, left: region.left, top: region.top });
  }
  const written = sharp(data, { raw }).composite(parts).jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
  return { content: await written.toBuffer(), width, height };
}
