/** What a column holds: `hours` with one decimal; `date` a calendar date `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'number' | 'hours' | 'date';

export interface Column {
  title: string;
  kind: ColumnKind;
}

/** Null where nothing is known. */
export type Cell = string | number | null;

/** A table for people: on paper, in a workbook, or as a file of its own. */
export interface DocumentTable {
  /** Name in addresses and file names: `per-bulan`. */
  name: string;
  title: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
}

/** A number as Indonesians write it: `1.234,5`. */
const number = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

/** A cell as it is read on paper; a date as `30-10-2025`. */
export function cellText(cell: Cell | undefined, kind: ColumnKind): string {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell === 'number') return number.format(cell);
  return kind === 'date' ? cell.split('-').reverse().join('-') : cell;
}
