import { ImageRun, Paragraph, TextRun, type IParagraphOptions, type Table } from 'docx';
import type { PaperLine, PaperSigner, PaperValue } from '../text/paper.js';
import { belowName, ELECTRONIC, nameWidth, widths } from './paper-sheet.js';
import { layout, type WordCell } from './word-layout.js';

/** Name of the numbering of points. */
export const POINTS = 'nomor';

/** Millimetres in twentieths of a point, in which Word measures. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Millimetres in pixels of 96 an inch, in which pictures are measured. */
export const pixels = (millimetres: number): number => (millimetres * 96) / 25.4;

/** Each list begins at one. */
export type Lists = { last: number };

/** Paragraphs of a text, one a line. */
export const textOf = (
  text: string,
  options: IParagraphOptions = {},
  run: { bold?: boolean; size?: number } = {},
): Paragraph[] =>
  text
    .split('\n')
    .map((line) => new Paragraph({ ...options, children: [new TextRun({ text: line, ...run })] }));

export const gap = (after: number): Paragraph =>
  new Paragraph({ spacing: { after, line: 60, lineRule: 'exact' } });

/** A picture as a paragraph of its own, in pixels. */
export function pictureOf(
  type: 'png' | 'jpg',
  data: Buffer,
  transformation: { width: number; height: number },
  description: string,
): Paragraph {
  const altText = { name: description, title: description, description };
  return new Paragraph({ keepNext: true, children: [new ImageRun({ type, data, transformation, altText })] });
}

export function pointsOf(items: readonly string[], lists: Lists): Paragraph[] {
  lists.last += 1;
  const instance = lists.last;
  return items.map(
    (text) =>
      new Paragraph({
        numbering: { reference: POINTS, level: 0, instance },
        children: text
          .split('\n')
          .map((line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) })),
      }),
  );
}

const valueOf = (value: PaperValue, lists: Lists): Paragraph[] =>
  typeof value === 'string' ? textOf(value) : pointsOf(value, lists);

export function lineOf(
  [name, value]: PaperLine,
  given: { name: number; whole: number },
  lists: Lists,
): WordCell[] {
  const [first, second] = [given.name, widths.colon].map(twips) as [number, number];
  return [
    { width: first, children: textOf(name) },
    { width: second, children: textOf(':') },
    { width: given.whole - first - second, children: valueOf(value, lists) },
  ];
}

export const linesOf = (lines: readonly PaperLine[], width: number, lists: Lists): Table =>
  layout(lines.map((line) => lineOf(line, { name: nameWidth(lines), whole: width }, lists)));

/** Lines between the post and the name, for signature and stamp. */
const STAMP_LINES = 4;

/** The lines of who signs, with room for a stamp or for the code of a signing service. */
export function signerLines(signer: PaperSigner): Paragraph[] {
  const { above, position, name, electronic } = signer;
  const keep = { keepNext: true };
  const lines = (texts: readonly string[]) => texts.flatMap((text) => textOf(text, keep));
  const head = lines([...above, `${position},`]);
  const below = lines([name, ...belowName(signer)]);
  if (electronic === null)
    return [...head, ...lines(Array.from({ length: STAMP_LINES }, () => '')), ...below];
  const room = new Paragraph({
    ...keep,
    spacing: { before: 300, after: 300 },
    children: [new TextRun({ text: electronic, size: 12 })],
  });
  return [...head, room, ...textOf(ELECTRONIC, keep, { size: 16 }), ...below];
}
