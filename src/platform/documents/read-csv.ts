const SEPARATORS = [';', '\t', ','] as const;

/** The text of a file as programs of tables save it: UTF-8 or UTF-16 with their marks, or else Windows-1252. */
function textOf(file: Buffer): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

/** The separator that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = SEPARATORS.map((sign) => ({ sign, times: head.split(sign).length - 1 }));
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).sign;
}

/**
 * The cells of a CSV file (RFC 4180), separated by semicolons, tabs or commas; a line `sep=;` before them is passed over.
 *
 * @param most rows that are read; one more tells that there are more
 */
export function readCsv(file: Buffer, most: number): string[][] {
  const text = textOf(file)
    .replace(/^\uFEFF/, '')
    .replace(/^sep=(.)\r?\n/i, '');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let [row, cell, isQuoted] = [[] as string[], '', false];
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length && rows.length <= most; at++) {
    const sign = text[at] as string;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === separator) endCell();
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at++;
      endCell();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}
