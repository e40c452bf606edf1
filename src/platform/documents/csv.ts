import type { CsvFormat } from './document-format.js';
import type { Cell, DocumentTable } from './document-table.js';

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** First characters that make a spreadsheet take a text for a formula, their wide forms among them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** What parts fields and decimals: as RFC 4180 and programs have it, or as an Indonesian Excel opens it. */
const dialects: Readonly<Record<CsvFormat, { separator: string; decimal: string }>> = {
  csv: { separator: ',', decimal: '.' },
  'csv-excel': { separator: ';', decimal: ',' },
};

/**
 * One table as CSV in UTF-8 with a byte order mark, dates as `YYYY-MM-DD`: plain with commas between fields and a point
 * in numbers (RFC 4180), or with semicolons and a decimal comma.
 */
export function writeCsv({ columns, rows }: DocumentTable, format: CsvFormat = 'csv'): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((cells) =>
    cells.map((cell) => field(cell, format)).join(dialects[format].separator),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function field(cell: Cell, format: CsvFormat): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', dialects[format].decimal);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
