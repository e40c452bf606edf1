import type { PastedLine, PasteNote } from './cells.js';
import { formOf, isAboutList, isBlank, isRank, isTitle, type ColumnKind } from './words.js';

/** A column of a pasted list as it was recognised, or as somebody corrected it. */
export interface PasteColumn {
  kind: ColumnKind;
  /** What the list itself calls it. */
  heading: string | null;
  /** The first values in it. */
  examples: string[];
}

export interface PastedTable {
  rows: PastedLine[];
  columns: PasteColumn[];
  /** Whether the list says itself what its columns are. */
  isHeaded: boolean;
  notes: PasteNote[];
}

const EXAMPLES = 2;
export const filledOf = (cells: readonly string[]): string[] => cells.filter((cell) => cell !== '');

export const columnsOf = (rows: readonly PastedLine[], width: number): string[][] =>
  Array.from({ length: width }, (_, index) => rows.map(({ cells }) => cells[index] ?? ''));

export const passedOver = (line: string): string =>
  `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}” dilewati: bukan nama orang.`;

export const described = (
  rows: readonly PastedLine[],
  kinds: readonly ColumnKind[],
  labels: readonly string[] | null,
): PasteColumn[] =>
  columnsOf(rows, kinds.length).map((cells, index) => ({
    kind: kinds[index] as ColumnKind,
    heading: labels?.[index] || null,
    examples: filledOf(cells).slice(0, EXAMPLES),
  }));

/** What most cells of a column are by their form. */
export function formOfColumn(cells: readonly string[]): ColumnKind | null {
  const filled = cells.filter((cell) => !isBlank(cell));
  const counts = new Map<ColumnKind | null, number>();
  for (const cell of filled) counts.set(formOf(cell), (counts.get(formOf(cell)) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return filled.length === 0 ? 'none' : most && most[1] * 2 > filled.length ? most[0] : null;
}

/** Without the lines that say what the list is. */
export function withoutTitles(rows: readonly PastedLine[], notes: PasteNote[]): PastedLine[] {
  return rows.filter(({ line, cells }) => {
    const said = filledOf(cells);
    if (!isAboutList(said)) return true;
    notes.push({ line, message: passedOver(said.join(', ')) });
    return false;
  });
}

/** `Budi`, `S.H.`, `M.H.` of a line with commas is one name; `Penata Muda`, `III/a` one rank. */
export function joined(cells: readonly string[]): string[] {
  const found: string[] = [];
  for (const cell of cells) {
    const last = found.at(-1);
    const belongs = last && (isTitle(cell) || (isRank(cell) && isRank(last)));
    if (belongs) found[found.length - 1] = `${last}, ${cell}`;
    else found.push(cell);
  }
  return found;
}
