import { cleanWholly } from '../text/clean-text.js';
import { readCsv } from './read-csv.js';
import { unzipWithin } from './zip-guard.js';

/** What a file of a table may hold at the most. */
export const tableLimits = {
  bytes: 5 * 1024 * 1024,
  rows: 5000,
  columns: 60,
  cell: 4000,
  unpacked: 60 * 1024 * 1024,
  entries: 300,
} as const;

/** The cells of a file's first sheet as texts, or why there are none. */
export type ReadTable = { rows: string[][]; fault: null } | { rows: null; fault: 'unreadable' | 'too-large' };

const unreadable: ReadTable = { rows: null, fault: 'unreadable' };
const tooLarge: ReadTable = { rows: null, fault: 'too-large' };

/** Stands before a number that lost digits, as a NIP that a spreadsheet took for one. */
const ROUNDED = '≈';

const isZip = (file: Buffer): boolean => file.subarray(0, 2).toString('latin1') === 'PK';

/** Reads a table of XLSX or CSV; whatever the file is made of, it takes no more than the limits say. */
export async function readTable(file: Buffer): Promise<ReadTable> {
  if (file.length > tableLimits.bytes) return tooLarge;
  if (isZip(file)) return readWorkbook(file);
  // Old workbooks (OLE2), pictures and programs are no text.
  if (file.subarray(0, 4096).includes(0) && file[0] !== 0xff && file[0] !== 0xfe) return unreadable;
  const rows = readCsv(file, tableLimits.rows + 1);
  return within(rows.map((row) => row.map(shown)));
}

async function readWorkbook(file: Buffer): Promise<ReadTable> {
  const entries = unzipWithin(file, tableLimits);
  if (!entries) return unreadable;
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return unreadable;
  const sheets = entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  if (sheets.some(({ content }) => reachesTooFar(content.toString('utf8')))) return tooLarge;
  const { default: readXlsx } = await import('read-excel-file/node');
  try {
    const [sheet] = await readXlsx(file);
    return sheet ? within(sheet.data.map((row) => row.map(cellText))) : unreadable;
  } catch {
    return unreadable;
  }
}

/** Whether a cell stands further than a table may reach: the rows between would be made of nothing. */
function reachesTooFar(xml: string): boolean {
  for (const [, column = '', row] of xml.matchAll(/\sr="([A-Z]*)(\d+)"/g)) {
    if (
      Number(row) > tableLimits.rows + 2 ||
      column.length > 2 ||
      numberOf(column) > tableLimits.columns * 4
    ) {
      return true;
    }
  }
  return false;
}

const numberOf = (column: string): number =>
  [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function within(rows: string[][]): ReadTable {
  const filled = rows.map((row) => row.slice(0, tableLimits.columns));
  while (filled.at(-1)?.every((cell) => cell === '')) filled.pop();
  return filled.length > tableLimits.rows + 1 ? tooLarge : { rows: filled, fault: null };
}

/** As a program of tables shows it, without the apostrophe that marks a number as text. */
const shown = (text: string): string =>
  cleanWholly(text)
    .slice(0, tableLimits.cell)
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^'(?=[\d=+\-@])/, '');

const DAY_MS = 86_400_000;
/** Times without a date are written as parts of the day before 1 January 1900. */
const FIRST_YEAR = 1901;

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return shown(cell);
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak';
  if (cell instanceof Date) return momentText(cell);
  if (typeof cell !== 'number') return '';
  if (!Number.isFinite(cell)) return '';
  if (Number.isInteger(cell))
    return Math.abs(cell) > Number.MAX_SAFE_INTEGER ? `${ROUNDED}${cell}` : String(cell);
  return String(cell);
}

function momentText(at: Date): string {
  if (Number.isNaN(at.getTime())) return '';
  const rounded = new Date(Math.round(at.getTime() / 60_000) * 60_000).toISOString();
  const [date = '', clock = ''] = [rounded.slice(0, 10), rounded.slice(11, 16)];
  if (at.getUTCFullYear() < FIRST_YEAR) return clock;
  return at.getTime() % DAY_MS === 0 ? date : `${date} ${clock}`;
}
