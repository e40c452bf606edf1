import { cutLines, separatorOf, type PastedLine, type PasteNote, type Separator } from './cells.js';
import { headedTable } from './headed-table.js';
import { headingIn } from './heading.js';
import { blocksOf } from './label-blocks.js';
import { filledDown, groupedRows, nameFirst, numbersApart, stackedRows } from './put-together.js';
import {
  columnsOf,
  described,
  filledOf,
  formOfColumn,
  joined,
  passedOver,
  withoutTitles,
  type PastedTable,
} from './tables.js';
import { formOf, isNumbering, isOffice, isPosition, isTitle, type ColumnKind } from './words.js';

/** `(1)  (2)  (3)` under a heading. */
const isCounting = (cells: readonly string[]): boolean =>
  filledOf(cells).length > 1 &&
  filledOf(cells).every((cell, index) => cell.replace(/\D/g, '') === String(index + 1) && isNumbering(cell));

const share = (cells: readonly string[], is: (cell: string) => boolean): number =>
  cells.filter(is).length / Math.max(filledOf(cells).length, 1);

/** The kinds of columns whose list does not say them: by form, by words, and the first of the others is the name. */
function guessed(
  columns: readonly string[][],
  second: ColumnKind,
  notes: PasteNote[],
  line: number,
): ColumnKind[] {
  const kinds = columns.map(formOfColumn);
  const words = kinds.flatMap((kind, index) => (kind === null ? [index] : []));
  const of = (index: number): string[] => columns[index] as string[];
  const byWords = (index: number): ColumnKind | null =>
    share(of(index), isOffice) >= 0.5
      ? 'office'
      : share(of(index), isPosition) >= 0.5
        ? 'position'
        : share(of(index), isTitle) >= 0.5
          ? 'title'
          : null;
  const name = words.find((index) => byWords(index) === null) ?? words[0];
  if (name !== undefined) kinds[name] = 'name';
  const others = words.filter((index) => index !== name);
  for (const index of others) kinds[index] = byWords(index);
  const other = second === 'office' ? 'position' : 'office';
  for (const index of others.filter((each) => kinds[each] === null)) {
    const kind = ([second, other] as const).find((each) => !kinds.includes(each)) ?? 'none';
    kinds[index] = kind;
    if (kind !== second) {
      const [example = ''] = filledOf(of(index));
      notes.push({
        line,
        message: `Kolom ${index + 1} (“${example}”) tidak dikenali; periksa isinya di atas.`,
      });
    }
  }
  return kinds.map((kind) => kind ?? 'none');
}

const filledRows = (text: string, separator: Separator): PastedLine[] =>
  cutLines(text, separator).filter(({ cells }) => filledOf(cells).length > 0 && !isCounting(cells));

/** Lines that people typed: numbers and titles wherever they stand. */
const typedRow = (row: PastedLine): PastedLine => ({
  ...row,
  cells: nameFirst(joined(filledOf(row.cells).flatMap(numbersApart))),
});

/**
 * The rows and columns of a pasted text.
 *
 * @param second what stands behind the name where a list does not say it
 */
export function tableOf(text: string, second: 'position' | 'office'): PastedTable {
  const blocks = blocksOf(text);
  if (blocks) return blocks;
  const separator = separatorOf(text);
  const notes: PasteNote[] = [];
  const rows = filledRows(text, separator);
  const heading = headingIn(rows);
  for (const { line, cells } of heading?.above ?? []) {
    notes.push({ line, message: passedOver(filledOf(cells)[0] as string) });
  }
  const isTyped = separator !== '\t' && separator !== ';' && separator !== '|';
  if (heading && heading.kinds.length > 1) return headedTable(heading, isTyped, notes);
  const own = heading?.body ?? rows;
  const body = isTyped ? own.map(typedRow) : own;
  const grouped = groupedRows(separator === '\t' ? body : stackedRows(body), notes);
  const shown = isTyped ? inOrder(withoutTitles(grouped, notes)) : filledDown(withoutTitles(grouped, notes));
  const wide = Math.max(0, ...shown.map(({ cells }) => cells.length));
  return {
    rows: shown,
    columns: described(shown, guessed(columnsOf(shown, wide), second, notes, shown[0]?.line ?? 1), null),
    isHeaded: false,
    notes,
  };
}

/** Typed lines with what is known by its form behind the words, each kind in a column of its own. */
function inOrder(rows: readonly PastedLine[]): PastedLine[] {
  const forms = ['rank', 'nip', 'email', 'phone'] as const;
  const words = rows.map(({ cells }) =>
    filledOf(cells).filter((cell) => !forms.some((form) => formOf(cell) === form) && !isNumbering(cell)),
  );
  const width = Math.max(1, ...words.map((each) => each.length));
  const used = forms.filter((form) => rows.some(({ cells }) => cells.some((cell) => formOf(cell) === form)));
  return rows.map((row, index) => {
    const { cells } = row;
    const own = words[index] as string[];
    const padded = Array.from({ length: width }, (_, at) => own[at] ?? '');
    return {
      ...row,
      cells: [...padded, ...used.map((form) => cells.find((cell) => formOf(cell) === form) ?? '')],
    };
  });
}
