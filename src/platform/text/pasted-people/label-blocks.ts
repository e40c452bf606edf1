import type { PastedLine, PasteNote } from './cells.js';
import { described, passedOver, type PastedTable } from './tables.js';
import { headed, isNumbering, labelled } from './words.js';

/** Where a line goes on to say something else: `Nama: Budi, NIP: …`. */
const NEXT_LABEL =
  /[,;|/]\s*(?=(?:nip|nrp|pangkat|gol|jabatan|unit|upt|instansi|asal|satker|surel|e-?mail|telp|telepon|hp|no|nomor|wa)\b[^,;:=]{0,25}[:=])/i;

/** A list of blocks (`Nama : …`, `NIP : …`) as a table; null for any other. */
export function blocksOf(text: string): PastedTable | null {
  const pieces = text
    .split('\n')
    .flatMap((line, index) => line.split(NEXT_LABEL).map((piece) => ({ piece, line: index + 1 })));
  const lines = pieces.map(({ piece }) => piece);
  const lineOf = (index: number): number => pieces[index]?.line ?? 1;
  const told = lines.map(labelled);
  const written = lines.filter((line) => line.trim() !== '').length;
  const count = told.filter((each) => each !== null).length;
  if (count < 2 || count * 2 <= written || !told.some((each) => each?.kind === 'name')) return null;
  const labels: string[] = [];
  const rows: PastedLine[] = [];
  const notes: PasteNote[] = [];
  for (const [index, each] of told.entries()) {
    if (each === null) {
      const line = lines[index]?.trim() ?? '';
      if (line !== '' && !isNumbering(line)) notes.push({ line: lineOf(index), message: passedOver(line) });
      continue;
    }
    if (each.kind === 'name' || rows.length === 0) rows.push({ line: lineOf(index), cells: [] });
    if (!labels.includes(each.label)) labels.push(each.label);
    (rows.at(-1) as PastedLine).cells[labels.indexOf(each.label)] ??= each.value;
  }
  const filled = rows.map(({ line, cells }) => ({
    line,
    cells: labels.map((_, index) => cells[index] ?? ''),
  }));
  const kinds = labels.map((label) => headed(label) ?? 'none');
  return { rows: filled, columns: described(filled, kinds, labels), isHeaded: true, notes };
}
