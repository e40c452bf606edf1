import type { Cell, DocumentTable } from './document-table.js';

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** First characters that make a spreadsheet take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** One table as CSV (RFC 4180) in UTF-8 with a byte order mark; numbers with a point, dates as `YYYY-MM-DD`. */
export function writeCsv({ columns, rows }: DocumentTable): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((cells) => cells.map(field).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
