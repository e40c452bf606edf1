import type { Page } from '../http/cursor.js';
import type { Download } from '../http/download.js';
import { formatMoment, localDate } from '../text/dates.js';
import type { Zone } from '../text/zones.js';
import { writeCsv } from './csv.js';
import { exportTypes, tableFormats, type TableFormat } from './document-format.js';
import type { Cell, Column, DocumentTable } from './document-table.js';
import { writeWorkbook } from './workbook.js';

/** Most rows of a list in one file; the file says when there are more. */
export const MOST_EXPORTED = 5_000;

/** Rows read at a time. */
const ROWS_A_PAGE = 500;

/** A column of a list, and what it has of each row. */
export interface ListColumn<Item> extends Column {
  cell: (item: Item) => Cell;
}

/** A list to take away: what its pages show, under the same filter and for the same reader. */
export interface ListToExport<Item> {
  /** Name in file names: `kunjungan`. */
  name: string;
  title: string;
  columns: readonly ListColumn<Item>[];
  /** A page of the list, as the list itself is read; `isTotalCut` when the list holds more than its pages show. */
  read: (page: {
    limit: number;
    cursor: string | undefined;
  }) => Promise<Page<Item> & { isTotalCut?: boolean }>;
}

interface Made {
  now: Date;
  /** The reader's, in which the file says when it was made. */
  zone: Zone;
}

/**
 * A whole list as one file, `MOST_EXPORTED` rows at the most. One that was cut says so in its name, in a sheet or in a
 * last line; plain CSV holds nothing but rows.
 */
export async function exportList<Item>(
  list: ListToExport<Item>,
  format: TableFormat,
  { now, zone }: Made,
): Promise<Download> {
  const { rows, isCut } = await rowsOf(list);
  const table: DocumentTable = { name: list.name, title: list.title, columns: list.columns, rows };
  const note = isCut
    ? `Hanya ${rows.length} baris pertama. Persempit saringan daftar untuk mengunduh sisanya.`
    : null;
  const { type } = tableFormats[format];
  const name = [
    list.name,
    localDate(now, zone),
    ...(isCut ? [`${rows.length}-baris-pertama`] : []),
    ...(format === 'csv-excel' ? ['excel'] : []),
  ].join('-');
  const content = await contentOf(table, format, note, { now, zone });
  return { name: `${name}.${type}`, mediaType: exportTypes[type], content, rows: rows.length };
}

async function rowsOf<Item>({
  columns,
  read,
}: ListToExport<Item>): Promise<{ rows: Cell[][]; isCut: boolean }> {
  const rows: Cell[][] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: Math.min(ROWS_A_PAGE, MOST_EXPORTED - rows.length), cursor });
    for (const item of page.items) rows.push(columns.map(({ cell }) => cell(item)));
    if (page.isTotalCut && page.nextCursor === null) return { rows, isCut: true };
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rows.length < MOST_EXPORTED);
  return { rows, isCut: cursor !== undefined };
}

async function contentOf(
  table: DocumentTable,
  format: TableFormat,
  note: string | null,
  { now, zone }: Made,
): Promise<Buffer> {
  if (format === 'xlsx') {
    const about: DocumentTable = {
      name: 'keterangan',
      title: 'Keterangan',
      columns: [{ title: 'Keterangan', kind: 'text' }],
      rows: [[note], [`Dibuat ${formatMoment(now, zone)}.`]],
    };
    return writeWorkbook(note === null ? [table] : [table, about], now);
  }
  const last =
    note !== null && format === 'csv-excel' ? [[note, ...table.columns.slice(1).map(() => null)]] : [];
  return Buffer.from(writeCsv({ ...table, rows: [...table.rows, ...last] }, format));
}
