import type { Workbook } from 'exceljs';
import { xmlContent } from './xml-content.js';
import type { Cell, ColumnKind, DocumentTable } from './document-table.js';

const FORMATS: Record<ColumnKind, string> = {
  text: '@',
  number: '#,##0',
  hours: '#,##0.0',
  date: 'dd-mm-yyyy',
};

/** Most characters of a sheet's name. */
const MOST_NAME = 31;

/** Widths in characters of a column. */
const WIDTHS = { least: 8, most: 60, margin: 2 };

/**
 * The tables as a workbook (XLSX), a sheet each: numbers and dates as such, the head fixed with a filter over every
 * column.
 *
 * @param made instant that the file says it was made at
 */
export async function writeWorkbook(tables: readonly DocumentTable[], made: Date): Promise<Buffer> {
  // Loaded with the first workbook: it takes long.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  book.creator = 'Sambang';
  book.created = made;
  book.modified = made;
  for (const table of tables) addSheet(book, xmlContent(table));
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addSheet(book: Workbook, { title, columns, rows }: DocumentTable): void {
  const sheet = book.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title: header, kind }, index) => ({
    header,
    width: widthOf([header, ...rows.map((row) => row[index] ?? null)]),
    style: { numFmt: FORMATS[kind], alignment: { vertical: 'top', wrapText: kind === 'text' } },
  }));
  sheet.addRows(rows.map((row) => row.map((cell, index) => valueOf(cell, columns[index]?.kind ?? 'text'))));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
}

/** Sheets' names hold none of these characters. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, MOST_NAME);

const valueOf = (cell: Cell, kind: ColumnKind): Cell | Date =>
  kind === 'date' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell;

const widthOf = (cells: readonly Cell[]): number =>
  Math.min(WIDTHS.most, Math.max(WIDTHS.least, ...cells.map((cell) => String(cell ?? '').length))) +
  WIDTHS.margin;
