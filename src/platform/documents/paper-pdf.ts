import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Paper, PaperPictures } from '../text/paper.js';
import { PaperPdfBlocks } from './paper-pdf-blocks.js';
import { plain, points } from './paper-pdf-parts.js';
import { sheetOf, widths } from './paper-sheet.js';
import { loadPdfMake, lostLetters } from './pdf.js';
import { PdfText } from './pdf-text.js';
import { xmlContent } from './xml-content.js';

/** The paper as a PDF on A4; letters that no font has are replaced by a sign, and counted in a last line. */
export async function writePaperPdf(given: Paper, pictures: PaperPictures): Promise<Buffer> {
  const paper = xmlContent(given);
  const sheet = sheetOf(paper);
  const text = new PdfText();
  const head = letterhead(paper, pictures.emblem);
  const blocks = new PaperPdfBlocks(points(sheet.text), head, pictures.photos);
  const content = text.withFonts([head, ...blocks.of(paper.blocks)]);
  const pdfMake = await loadPdfMake();
  const pdf = pdfMake.createPdf({
    info: { title: paper.title, creator: 'Sambang' },
    language: 'id',
    pageSize: 'A4',
    pageOrientation: paper.isLandscape ? 'landscape' : 'portrait',
    pageMargins: [points(sheet.left), points(sheet.top), points(sheet.right), points(sheet.bottom)],
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.12 },
    header: (page) =>
      page === 1 || paper.isLoose ? '' : { text: String(page), alignment: 'center', margin: [0, 24, 0, 0] },
    content: [...content, ...lostLetters(text.lost)],
  });
  return Buffer.from(await pdf.getBuffer());
}

function letterhead({ letterhead: { lines, address } }: Paper, emblem: Buffer | null): Content {
  const stack: Content[] = [
    ...lines.map((line, index): Content => {
      const isLast = index === lines.length - 1;
      return { text: line, alignment: 'center', bold: isLast, fontSize: isLast ? 13 : 12 };
    }),
    ...address.map((line): Content => ({ text: line, alignment: 'center', fontSize: 9 })),
  ];
  const side = points(widths.emblem);
  const picture: TableCell = emblem
    ? { image: `data:image/png;base64,${emblem.toString('base64')}`, fit: [side - 6, side - 6] }
    : '';
  const [columns, cells] = emblem
    ? [
        [side, '*', side],
        [picture, { stack }, ''],
      ]
    : [['*'], [{ stack }]];
  return {
    table: { widths: columns, body: [cells as TableCell[]] },
    layout: {
      ...plain,
      hLineWidth: (line) => (line === 1 ? 1.5 : 0),
      paddingBottom: () => 4,
    },
    margin: [0, 0, 0, 12],
  };
}
