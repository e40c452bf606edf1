import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { asJpeg } from '../pictures/as-jpeg.js';
import { xmlContent } from './xml-content.js';

/** A text with its pictures, as it is given to an editor. */
export interface Article {
  title: string;
  /** Paragraphs, an empty line between them. */
  body: string;
  photos: readonly { caption: string; image: Buffer }[];
}

/** Widest and highest a picture may be on the page, in pixels, and the longest side that is kept of it. */
const WIDEST = 560;
const HIGHEST = 640;
const LONGEST_SIDE = 1400;

/** The text as a Word document (DOCX, Office Open XML) with its pictures and their captions below it, to be edited further. */
export async function writeArticleWord({ title, body, photos }: Article): Promise<Buffer> {
  const text = xmlContent({ title, body });
  const pictures = await Promise.all(photos.map(picture));
  const document = new Document({
    title: text.title,
    creator: 'Sambang',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'id-ID' } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: text.title, heading: HeadingLevel.TITLE, spacing: { after: 240 } }),
          ...text.body.split(/\n{2,}/u).map(paragraph),
          ...pictures.flat(),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Lines of one paragraph stay lines. */
const paragraph = (text: string): Paragraph =>
  new Paragraph({
    spacing: { after: 160, line: 288 },
    children: text
      .split('\n')
      .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) })),
  });

async function picture({ caption, image }: Article['photos'][number]): Promise<Paragraph[]> {
  const { content: data, width, height } = await asJpeg(image, LONGEST_SIDE);
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const words = xmlContent(caption);
  const altText = { name: 'Foto', title: 'Foto', description: words };
  const alignment = AlignmentType.CENTER;
  return [
    new Paragraph({
      alignment,
      keepNext: true,
      spacing: { before: 240 },
      children: [new ImageRun({ type: 'jpg', data, transformation, altText })],
    }),
    new Paragraph({ alignment, children: [new TextRun({ text: words, italics: true, size: 20 })] }),
  ];
}
