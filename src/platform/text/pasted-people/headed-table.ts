import type { PastedLine, PasteNote } from './cells.js';
import type { Heading } from './heading.js';
import { filledDown, groupedRows, mendedRows } from './put-together.js';
import {
  columnsOf,
  described,
  filledOf,
  formOfColumn,
  joined,
  withoutTitles,
  type PastedTable,
} from './tables.js';
import { isRounded, type ColumnKind } from './words.js';

/** A table that says what its columns are, unless what stands in them says otherwise. */
export function headedTable(heading: Heading, isTyped: boolean, notes: PasteNote[]): PastedTable {
  const { cells: labels, kinds } = heading;
  const width = kinds.length;
  // `Budi, S.H., Kasubsi` under `Nama, Jabatan`.
  const fitting = heading.body.map((row) =>
    isTyped && row.cells.length > width ? { ...row, cells: joined(row.cells) } : row,
  );
  const grouped = groupedRows(mendedRows(fitting, width), notes);
  const rows = filledDown(withoutTitles(grouped, notes));
  const wide = Math.max(width, ...rows.map(({ cells }) => cells.length), 0);
  const told = Array.from({ length: wide }, (_, index) => kinds[index] ?? 'none');
  const columns = columnsOf(rows, wide);
  const real = byForm(told, columns, labels, notes, rows[0]?.line ?? 1);
  return {
    rows: mergedDown(rows, real, notes),
    columns: described(rows, real, labels),
    isHeaded: true,
    notes,
  };
}

const isCallable = (cell: string): boolean => /^(?:\+?62|0|8)/.test(cell) && /^.{9,20}$/.test(cell);

const STRONG: readonly (ColumnKind | null)[] = ['nip', 'email', 'phone'];

/** The kinds of columns whose content is of another form than their heading says, with a note. */
function byForm(
  told: readonly ColumnKind[],
  columns: readonly string[][],
  labels: readonly string[],
  notes: PasteNote[],
  line: number,
): ColumnKind[] {
  const forms = columns.map(formOfColumn);
  const isWrong = (index: number): boolean => {
    const [kind, form] = [told[index], forms[index] ?? null];
    const cells = filledOf(columns[index] ?? []);
    if (kind === 'none' || kind === undefined || form === 'none' || cells.some(isRounded)) return false;
    // Other numbers stand where a NIP is asked for, too.
    if (kind === 'nip' && form === 'phone' && !cells.some(isCallable)) return false;
    return STRONG.includes(form) ? form !== kind : STRONG.includes(kind) && form !== kind;
  };
  const wrong = told.flatMap((_, index) => (isWrong(index) ? [index] : []));
  const lost = wrong.map((index) => told[index] as ColumnKind).filter((kind) => !STRONG.includes(kind));
  return told.map((kind, index) => {
    if (!wrong.includes(index)) return kind;
    const form = forms[index] ?? null;
    const real = form !== null && form !== 'none' ? form : (lost.shift() ?? kind);
    if (real !== kind) {
      const label = labels[index] || `kolom ${index + 1}`;
      notes.push({
        line,
        message: `Isi kolom “${label}” bukan seperti judulnya; periksa kolom yang dikenali.`,
      });
    }
    return real;
  });
}

/** An office before the name that spans several rows, as merged cells do, holds for each of them. */
function mergedDown(
  rows: readonly PastedLine[],
  kinds: readonly ColumnKind[],
  notes: PasteNote[],
): PastedLine[] {
  const at = kinds.indexOf('office');
  if (at < 0 || at > kinds.indexOf('name')) return [...rows];
  let above = '';
  return rows.map((row) => {
    const own = row.cells[at] ?? '';
    if (own !== '') above = own;
    if (own !== '' || above === '' || row.group !== undefined) return row;
    notes.push({ line: row.line, message: `“${above}” dibaca dari baris di atasnya sebagai asal.` });
    return { ...row, cells: row.cells.map((cell, index) => (index === at ? above : cell)) };
  });
}
