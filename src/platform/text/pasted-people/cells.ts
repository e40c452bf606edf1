/** Line ends of any program. */
const LINE_END = /\r\n|\n|\r/;
/** Most lines that a cell in quotes runs over; beyond, the sign is no quote. */
const LONGEST_CELL_LINES = 10;
/** What people put before a name: `1.`, `2)`, `(3)`, `a.`, a bullet, a dash, a box. */
const LIST_SIGN =
  /^\s*(?:\(?\d{1,3}[.)](?:\s+|(?=\p{L}))|[a-z][.)]\s+|[•·●▪◦‣*➢>✓✔☐□▫○–—-]\s*(?=[\p{L}"'])|\uf0b7\s*)/u;
/** A number or bullet with a tab behind it, as a word processor copies the lines of a list. */
const LISTED = /^[^\S\n]*(?:\d{1,3}[.)]|[a-z][.)]|[•·●▪◦‣\uf0b7-])\t+/;

/**
 * What is read of a text that is no list of people: of each cell enough to say that it is too long, and no more lines and
 * columns than a list has.
 */
const LONGEST_CELL = 400;
const MOST_LINES = 3000;
const MOST_CELLS = 40;

/** A line of a pasted text, with the cells that a quoted line end holds together. */
export interface PastedLine {
  /** Of its first line, from 1. */
  line: number;
  cells: string[];
  /** The office under which they stand, where a list is in groups. */
  group?: string;
}

/** Something that was read in one of two ways, or passed over. */
export interface PasteNote {
  line: number;
  message: string;
}

/** What stands between the cells of a text; null where its lines are no cells. */
export type Separator = '\t' | ';' | '|' | ',' | 'dash' | 'gap';

/** The separator of a text: what a spreadsheet puts between cells goes before what people type. */
export function separatorOf(text: string): Separator {
  const lines = text.split(LINE_END);
  if (lines.some((line) => line.replace(LISTED, '').trim().includes('\t'))) return '\t';
  if (text.includes(';')) return ';';
  if (lines.some((line) => line.replace(/^\s*\||\|\s*$/g, '').includes('|'))) return '|';
  if (isMostly(lines, ',')) return ',';
  const written = lines.filter((line) => line.trim() !== '').length;
  const most = (between: RegExp): boolean =>
    lines.filter((line) => between.test(line.replace(LIST_SIGN, '').trim())).length * 2 > written;
  if (most(GAP)) return 'gap';
  return most(/\S\s+[–—-]\s+\S/) ? 'dash' : ',';
}

/** Blanks that stand for a column, as a text with columns is copied. */
const GAP = /[^\S\n]{3,}|\u00a0{2,}|\s*[._…]{4,}\s*/;

const isMostly = (lines: readonly string[], sign: string): boolean =>
  lines.filter((line) => line.includes(sign)).length * 2 > lines.filter((line) => line.trim() !== '').length;

/** What a cell in quotes holds, and where the text goes on; null where the sign is no quote (RFC 4180 section 2). One before `<` is of a name. */
function quoted(text: string, at: number, separator: string): { cell: string; next: number } | null {
  let cell = '';
  let lines = 1;
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i] as string;
    if (character === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (character === '"') {
      const [blanks = ''] = /^[^\S\t\r\n]*/.exec(text.slice(i + 1)) ?? [];
      const next = i + 1 + blanks.length;
      const after = text[next];
      const ends = after === undefined || after === separator || after === '\n' || after === '\r';
      if (after === '<') return { cell: `${cell} `, next };
      return ends ? { cell, next } : null;
    } else {
      if (character === '\n' && ++lines > LONGEST_CELL_LINES) return null;
      cell += character;
    }
  }
  return null;
}

interface Cut {
  line: number;
  cells: string[];
}

/** The cells of a text: quotes are read before lines. */
function cut(text: string, separator: string): Cut[] {
  const rows: Cut[] = [];
  let [line, row, cell] = [1, { line: 1, cells: [] } as Cut, ''];
  const end = (): void => {
    row.cells.push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    const quote = character === '"' && cell.trim() === '' ? quoted(text, i, separator) : null;
    if (quote) {
      cell = quote.cell;
      line += quote.cell.split('\n').length - 1;
      i = quote.next - 1;
    } else if (character === separator) end();
    else if (character === '\n') {
      end();
      rows.push(row);
      line++;
      row = { line, cells: [] };
    } else cell += character;
  }
  end();
  return [...rows, row];
}

/** As a program of tables sends it: one line, without the apostrophe that marks a number as text. */
const tidy = (cell: string): string =>
  cell
    .slice(0, 2 * LONGEST_CELL)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_CELL)
    .replace(/^['’‘`](?=[\d+])/, '')
    .replace(/^="?(['+\d][\d\s.+-]*)"?$/, '$1')
    .replace(
      /(?:https?:\/\/)?(?:www\.)?(?:wa\.me|api\.whatsapp\.com\/send\/?\?phone=)\/?\+?(\d{8,})\S*/i,
      '+$1',
    );

/** A dash between blanks, as people type it between name and office. */
const DASH = /\s+[–—-]\s+/;

const cellsOf = ([head = '', ...rest]: readonly string[]): string[] =>
  [head.slice(0, 2 * LONGEST_CELL).replace(LIST_SIGN, ''), ...rest.slice(0, MOST_CELLS - 1)].map(tidy);

/** The lines of a text as cells: a cell in quotes may run over line ends, and no line begins with a list's sign. */
export function cutLines(text: string, separator: Separator): PastedLine[] {
  const plain = text.replace(/\r\n?/g, '\n');
  const whole = separator === '\t' ? plain : plain.replace(new RegExp(LISTED, 'gm'), '');
  if (separator === 'dash' || separator === 'gap') {
    const between = separator === 'dash' ? DASH : GAP;
    return whole
      .split('\n', MOST_LINES)
      .map((line, index) => ({ line: index + 1, cells: cellsOf(line.trim().split(between, MOST_CELLS)) }));
  }
  return cut(whole, separator)
    .slice(0, MOST_LINES)
    .map(({ line, cells }) => ({ line, cells: cellsOf(separator === '|' ? withoutFrame(cells) : cells) }));
}

/** A table drawn with bars has one at each end, and a line of dashes under its heading. */
function withoutFrame(cells: readonly string[]): string[] {
  if (cells.every((cell) => /^\s*:?-*:?\s*$/.test(cell))) return [''];
  const from = cells.length > 1 && cells[0]?.trim() === '' ? 1 : 0;
  const until = cells.length > 1 && cells.at(-1)?.trim() === '' ? -1 : cells.length;
  return cells.slice(from, until);
}
