import type { PastedLine } from './cells.js';
import { filledOf } from './tables.js';
import { formOf, headed, isPhoneLike, nipIn, type ColumnKind } from './words.js';

/** Lines in which a heading is looked for: titles may stand above it. */
const HEADING_WITHIN = 8;

/** What each cell of a heading says; null when the cells are somebody. */
function headingOf(cells: readonly string[]): (ColumnKind | null)[] | null {
  const kinds = cells.map(headed);
  const isSomebody = cells.some(
    (cell) => cell.includes('@') || nipIn(cell).nip !== null || isPhoneLike(cell),
  );
  if (isSomebody || !kinds.includes('name')) return null;
  const known = kinds.filter((kind) => kind !== null).length;
  const isPlain = cells.some((cell) => /^nama(?: lengkap| peserta| pegawai)?$/i.test(cell));
  return known > 1 || isPlain ? kinds : null;
}

/** A second line of a heading, which says more of some columns. */
const isMoreHeading = ({ cells }: PastedLine): boolean =>
  filledOf(cells).every((cell) => headed(cell) !== null) && !cells.some((cell) => formOf(cell) !== null);

/** What a list says of its columns; null where it says nothing. */
export interface Heading {
  cells: string[];
  kinds: (ColumnKind | null)[];
  /** Lines of the text with it, and above it. */
  above: PastedLine[];
  body: PastedLine[];
}

export function headingIn(rows: readonly PastedLine[]): Heading | null {
  const at = rows.slice(0, HEADING_WITHIN).findIndex(({ cells }) => headingOf(cells) !== null);
  const isTitled = rows.slice(0, Math.max(at, 0)).every(({ cells }) => filledOf(cells).length === 1);
  const row = at === 0 || isTitled ? rows[at] : undefined;
  if (!row) return null;
  const next = rows[at + 1];
  const more = row.cells.length > 1 && next && isMoreHeading(next) ? next.cells : [];
  const cells = Array.from(
    { length: Math.max(row.cells.length, more.length) },
    (_, index) => more[index] || row.cells[index] || '',
  );
  const kinds = more.length > 0 ? cells.map(headed) : (headingOf(row.cells) as (ColumnKind | null)[]);
  const body = rows.slice(at + (more.length > 0 ? 2 : 1));
  return { cells, kinds, above: rows.slice(0, at), body };
}
