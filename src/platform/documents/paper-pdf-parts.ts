import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { PaperLine, PaperSigner, PaperValue } from '../text/paper.js';
import { belowName, ELECTRONIC, nameWidth, widths } from './paper-sheet.js';

/** Millimetres in points, in which a PDF measures. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4;

/** A table that only sets in columns. */
export const plain = {
  hLineWidth: (): number => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 2,
  paddingTop: () => 0,
  paddingBottom: () => 1,
};

export const pointsOf = (items: readonly string[]): Content => ({
  ol: items.map((text) => ({
    text,
    alignment: 'left' as const,
    margin: [0, 0, 0, 2] as [number, number, number, number],
  })),
});

const valueOf = (value: PaperValue): TableCell =>
  typeof value === 'string' ? { text: value } : (pointsOf(value) as TableCell);

export const linesOf = (lines: readonly PaperLine[]): Content => ({
  table: {
    widths: [points(nameWidth(lines)), points(widths.colon), '*'],
    body: lines.map(([head, value]) => [{ text: head }, { text: ':' }, valueOf(value)]),
  },
  layout: plain,
});

/** The lines of who signs, with room for a stamp or for the code of a signing service. */
export function signerLines({ above, position, name, nip, electronic }: PaperSigner): Content[] {
  const head = [...above.map((text) => ({ text }))];
  const below = belowName({ above, position, name, nip, electronic }).map((text) => ({ text }));
  if (electronic === null) {
    return [...head, { text: `${position},`, margin: [0, 0, 0, points(22)] }, { text: name }, ...below];
  }
  const side = points(widths.code);
  const room: TableCell = {
    text: electronic,
    fontSize: 6,
    alignment: 'center',
    margin: [0, side / 2 - 6, 0, 0],
  };
  return [
    ...head,
    { text: `${position},`, margin: [0, 0, 0, 4] },
    {
      table: {
        widths: [side, '*'],
        heights: [side],
        body: [[room, { stack: [{ text: ELECTRONIC, fontSize: 8 }, { text: name }, ...below] }]],
      },
      layout: { ...plain, paddingLeft: (column) => (column === 1 ? 4 : 0) },
    },
  ];
}
