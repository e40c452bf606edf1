import type { Readable } from 'node:stream';
import type { SpooledFile } from '../files/spooled-file.js';
import { pictureFormat } from './picture-format.js';
import { loadSharp, MOST_PIXELS } from './render-picture.js';

/** Longest side of a page in pixels: A4 at 200 dots an inch, at which small print can be read. */
const LONGEST_SIDE = 2339;
const QUALITY = 80;

/** A4 in points (ISO 216). */
const [SHORT, LONG] = [595.28, 841.89];

/** Thrown for a picture that cannot be read. */
export class UnreadablePicture extends Error {
  /** @param page which it is, from 1 */
  constructor(readonly page: number) {
    super(`The picture ${page} cannot be read`);
  }
}

/**
 * Pictures as one PDF in their order, each upright on an A4 page of its own, as large as fits; what a camera wrote beside the
 * picture is not in it. One picture at a time is held in memory, made small; the PDF goes on as it is written.
 *
 * @throws UnreadablePicture by the stream
 */
export async function picturesPdf(
  pictures: readonly SpooledFile[],
  title: string,
  madeAt: Date,
): Promise<Readable> {
  // Loaded with the first that is written: it takes long.
  const { default: PDFDocument } = await import('pdfkit');
  const info = { Title: title, Creator: 'Sambang', CreationDate: madeAt };
  const pdf = new PDFDocument({ autoFirstPage: false, margin: 0, info });
  writePages(pdf, pictures).catch((error: unknown) => pdf.destroy(error as Error));
  return pdf as unknown as Readable;
}

async function writePages(pdf: PDFKit.PDFDocument, pictures: readonly SpooledFile[]): Promise<void> {
  for (const [index, picture] of pictures.entries()) {
    const rendered = await renderPage(picture);
    if (rendered === null) throw new UnreadablePicture(index + 1);
    const [width, height] = rendered.width > rendered.height ? [LONG, SHORT] : [SHORT, LONG];
    pdf.addPage({ size: [width, height], margin: 0 });
    pdf.image(rendered.jpeg, 0, 0, { fit: [width, height], align: 'center', valign: 'center' });
  }
  pdf.end();
}

/** Null for what cannot be read. */
async function renderPage(
  picture: SpooledFile,
): Promise<{ jpeg: Buffer; width: number; height: number } | null> {
  const format = pictureFormat(await picture.head());
  if (format === null) return null;
  const sharp = await loadSharp();
  try {
    const given = sharp(picture.path, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    if ((await given.metadata()).format !== format) return null;
    const { data, info } = await given
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
