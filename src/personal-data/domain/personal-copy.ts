/** A value as a copy tells it. */
export type CopiedValue = string | number | boolean | null | CopiedValue[] | { [name: string]: CopiedValue };

/** What one table holds of somebody. */
export interface CopiedTable {
  /** Name of the table: it stays the same from copy to copy. */
  name: string;
  title: string;
  /** What each column is, in Indonesian, in the order in which they are told. */
  columns: Readonly<Record<string, string>>;
  rows: Record<string, CopiedValue>[];
  /** Whether there are more rows than a copy takes. */
  isCut: boolean;
}

/** Everything that is kept of somebody. */
export interface PersonalCopy {
  /** Counts changes of this shape. */
  version: 1;
  madeAt: string;
  about: string;
  tables: CopiedTable[];
}

/** Most rows of a table in a copy. */
export const MOST_COPIED = 5_000;

/** Letters of a value on paper; the file for programs has it whole. */
const LONGEST = 600;

/** A value as it is read on paper. */
export function copiedText(value: CopiedValue | undefined): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} … (selengkapnya dalam berkas JSON)` : text;
}
