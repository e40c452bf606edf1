import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IBorderOptions,
  type Paragraph,
} from 'docx';

/** A cell with its width in twips. */
export interface WordCell {
  width: number;
  children: readonly Paragraph[];
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

const rowOf = (
  cells: readonly WordCell[],
  options: { tableHeader?: boolean; cantSplit?: boolean },
): TableRow =>
  new TableRow({
    ...options,
    children: cells.map(
      ({ width, children }) =>
        new TableCell({ width: { size: width, type: WidthType.DXA }, children: [...children] }),
    ),
  });

const sizesOf = (cells: readonly WordCell[] = []) => {
  const columnWidths = cells.map(({ width }) => width);
  const size = columnWidths.reduce((sum, width) => sum + width, 0);
  return { columnWidths, width: { size, type: WidthType.DXA }, layout: TableLayoutType.FIXED };
};

/** A table that only sets in columns. */
export const layout = (
  rows: readonly (readonly WordCell[])[],
  { bottom = NONE }: { bottom?: IBorderOptions } = {},
): Table =>
  new Table({
    ...sizesOf(rows[0]),
    borders: {
      ...{ top: NONE, bottom, left: NONE, right: NONE },
      ...{ insideHorizontal: NONE, insideVertical: NONE },
    },
    margins: { left: 0, right: 60 },
    rows: rows.map((cells) => rowOf(cells, {})),
  });

/** A table with lines, whose head stands on each page where it has one. */
export const bordered = (
  head: readonly WordCell[],
  rows: readonly (readonly WordCell[])[],
  { hasHead }: { hasHead: boolean },
): Table =>
  new Table({
    ...sizesOf(head),
    borders: {
      ...{ top: LINE, bottom: LINE, left: LINE, right: LINE },
      ...{ insideHorizontal: LINE, insideVertical: LINE },
    },
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
    rows: [
      ...(hasHead ? [rowOf(head, { tableHeader: true, cantSplit: true })] : []),
      ...rows.map((cells) => rowOf(cells, { cantSplit: true })),
    ],
  });
