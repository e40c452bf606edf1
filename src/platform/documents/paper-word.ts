import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Paper, PaperPictures } from '../text/paper.js';
import { drawPaperMedia } from './paper-media.js';
import { fitInto, pngSize, sheetOf, widths } from './paper-sheet.js';
import { PaperWordBlocks } from './paper-word-blocks.js';
import { gap, pixels, POINTS, textOf, twips } from './paper-word-parts.js';
import { layout } from './word-layout.js';
import { xmlContent } from './xml-content.js';

/** Word and LibreOffice have it, or one of the same measures. */
const FONT = 'Arial';

/** The paper as a Word document (DOCX, Office Open XML) on A4, whose lists and tables are real ones, to be edited further. */
export async function writePaperWord(given: Paper, pictures: PaperPictures): Promise<Buffer> {
  const paper = xmlContent(given);
  const media = await drawPaperMedia(paper.blocks, pictures);
  const width = twips(sheetOf(paper).text);
  const head = (): Table => letterhead(paper, pictures.emblem, width);
  const blocks = new PaperWordBlocks(width, head, media);
  const document = new Document({
    title: paper.title,
    creator: 'Sambang',
    styles: { default: { document: { run: { font: FONT, size: 22, language: { value: 'id-ID' } } } } },
    numbering: { config: [numbering] },
    sections: [
      {
        properties: { titlePage: true, page: pageOf(paper) },
        headers: {
          first: new Header({ children: [new Paragraph('')] }),
          default: paper.isLoose ? new Header({ children: [new Paragraph('')] }) : pageNumber(),
        },
        children: [head(), gap(160), ...blocks.of(paper.blocks)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function pageOf(paper: Paper) {
  const { top, right, bottom, left } = sheetOf(paper);
  const upright = sheetOf({});
  return {
    size: {
      width: twips(upright.width),
      height: twips(upright.height),
      ...(paper.isLandscape && { orientation: PageOrientation.LANDSCAPE }),
    },
    margin: {
      ...{ top: twips(top), right: twips(right), bottom: twips(bottom), left: twips(left) },
      header: twips(10),
    },
  };
}

const numbering = {
  reference: POINTS,
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 400, hanging: 400 } } },
    },
  ],
};

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

function letterhead({ letterhead: { lines, address } }: Paper, emblem: Buffer | null, width: number): Table {
  const alignment = AlignmentType.CENTER;
  const texts = [
    ...lines.flatMap((line, index) => {
      const isLast = index === lines.length - 1;
      return textOf(line, { alignment }, { bold: isLast, size: isLast ? 26 : 24 });
    }),
    ...address.flatMap((line) => textOf(line, { alignment }, { size: 18 })),
  ];
  const bottom = { style: BorderStyle.THICK, size: 12, color: '000000' };
  const side = twips(widths.emblem);
  if (!emblem) return layout([[{ width, children: texts }]], { bottom });
  return layout(
    [
      [
        { width: side, children: [emblemOf(emblem)] },
        { width: width - 2 * side, children: texts },
        { width: side, children: [new Paragraph('')] },
      ],
    ],
    { bottom },
  );
}

function emblemOf(emblem: Buffer): Paragraph {
  // A little less than its column.
  const side = pixels(widths.emblem - 3);
  const transformation = fitInto({ width: side, height: side }, pngSize(emblem));
  const altText = { name: 'Lambang', title: 'Lambang', description: 'Lambang' };
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: emblem, transformation, altText })] });
}
