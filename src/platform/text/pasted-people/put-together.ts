import type { PastedLine, PasteNote } from './cells.js';
import { DITTO } from './plain-lines.js';
import { addressIn, bareWords, isOffice, isPhoneLike, isPosition, isRank, labelled, nipIn } from './words.js';

const filledOf = (cells: readonly string[]): string[] => cells.filter((cell) => cell !== '');

/** Whether a cell goes with somebody named above it: a NIP, a rank, an address, a telephone. */
const isBelow = (cell: string): boolean => {
  const said = labelled(cell);
  if (said) return said.kind !== 'name' && said.kind !== 'none';
  return (
    /^nip\b/i.test(cell) ||
    (nipIn(cell).nip !== null && nipIn(cell).rest === '') ||
    isRank(cell) ||
    (addressIn(cell).address !== null && addressIn(cell).rest === '') ||
    isPhoneLike(cell)
  );
};

/**
 * People whose lines stand below one another (`Budi`, `NIP. 1980…`, `Penata (III/c)`, `Kasubsi`): each in one row. A line of
 * words goes with the person above it only where something else did.
 */
export function stackedRows(rows: readonly PastedLine[]): PastedLine[] {
  const found: PastedLine[] = [];
  let grown: PastedLine | null = null;
  const [begin] = rows;
  const isGrouped = begin !== undefined && isOffice(bareWords(filledOf(begin.cells)[0] ?? ''));
  for (const row of rows) {
    const said = filledOf(row.cells);
    const last = found.at(-1);
    const [first = ''] = said;
    const goesAlong =
      last !== undefined &&
      row.cells[0] !== '' &&
      !first.endsWith(':') &&
      (said.every(isBelow) ||
        (last === grown && said.length === 1 && (isPosition(first) || (!isGrouped && isOffice(first)))));
    if (goesAlong && last) {
      grown = { ...last, cells: [...last.cells, ...said] };
      found[found.length - 1] = grown;
    } else found.push(row);
  }
  return found;
}

/** Rows of a table whose cell was cut at its line end, as a word processor copies it: `1 Budi` over `NIP. … Penata Kasubsi`. */
export function mendedRows(rows: readonly PastedLine[], width: number): PastedLine[] {
  const found: PastedLine[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    const [first = '', ...rest] = row.cells;
    const fits = last && last.cells.length < width && last.cells.length + rest.length <= width;
    if (last && fits && isBelow(first)) {
      const above = last.cells.slice(0, -1);
      found[found.length - 1] = { ...last, cells: [...above, `${last.cells.at(-1)} ${first}`, ...rest] };
    } else found.push(row);
  }
  return found;
}

/** Rows under lines that name an office alone, each with it. */
export function groupedRows(rows: readonly PastedLine[], notes: PasteNote[]): PastedLine[] {
  let group: string | undefined;
  return rows.flatMap((row) => {
    const [first = '', ...more] = filledOf(row.cells);
    const heading = bareWords(first).replace(/\s*:$/, '');
    if (more.length > 0 || !isOffice(heading) || heading.includes(':'))
      return [group === undefined ? row : { ...row, group }];
    group = heading;
    notes.push({ line: row.line, message: `“${heading}” dibaca sebagai asal orang-orang di bawahnya.` });
    return [];
  });
}

const SAME_AS_ABOVE = new RegExp(`^(?:${DITTO}|idem|sda|s\\.d\\.a\\.?|sama dengan di ?atas)$`, 'i');

/** Cells that say `sda` with what stands above them. */
export function filledDown(rows: readonly PastedLine[]): PastedLine[] {
  const above: string[] = [];
  return rows.map((row) => {
    const cells = row.cells.map((cell, index) => (SAME_AS_ABOVE.test(cell) ? (above[index] ?? '') : cell));
    for (const [index, cell] of cells.entries()) above[index] = cell;
    return { ...row, cells };
  });
}

const NUMBER_INSIDE =
  /\(?\s*(?:\bnip\s*[.:]*\s*)?(?<!\d)((?!0)(?:\d[\s.–-]?){17}\d)(?!\d)\s*\)?|\(?\s*(?:(?:\bno\.?\s*)?\b(?:hp|wa|telp|telepon|tlp)\b\s*[.:]*\s*)?(?<![\d+])((?:\+?62|0)[\s-]?8\d(?:[\s.-]?\d){6,11})(?!\d)\s*\)?/gi;

/** Without brackets whose other half stands in another cell. */
function unbracketed(cell: string): string[] {
  const opens = cell.split('(').length - cell.split(')').length;
  if (opens > 0) return cell.split('(');
  return [opens < 0 ? cell.replace(/\)\s*$/, '') : cell];
}

const edged = (text: string): string => text.replace(/^[\s,:;–-]+|[\s,:;–-]+$/g, '');

/** What people typed in one cell, with each NIP and mobile number in one of its own: `Budi (0812…)`. */
export function numbersApart(cell: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: nip, 2: phone, index } of cell.matchAll(NUMBER_INSIDE)) {
    found.push(cell.slice(from, index), nip ?? phone ?? '');
    from = index + whole.length;
  }
  const pieces = from === 0 ? [cell] : [...found, cell.slice(from)].map(edged);
  return pieces
    .flatMap(unbracketed)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** `Lapas Cilacap: Budi`, `Ketua: Budi`: what stands before the name, as the last cell. */
export function nameFirst(cells: readonly string[]): string[] {
  const [first = '', ...rest] = cells;
  const [, before = '', name = ''] = /^([^:=]{2,60}?)\s*[:=]\s*([^:=]+)$/.exec(first) ?? [];
  const words = bareWords(before);
  return name !== '' && (isOffice(words) || isPosition(words)) ? [name, ...rest, words] : [...cells];
}
