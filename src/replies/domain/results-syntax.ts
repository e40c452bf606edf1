/** A header line as it came, with its name in lower case. */
export interface HeaderLine {
  key: string;
  line: string;
}

/** What a server found out by one method (RFC 8601 section 2.2). */
export interface Result {
  method: string;
  outcome: string;
  /** `header.from`, `header.d`, `smtp.mailfrom`, … with their values in lower case. */
  properties: ReadonlyMap<string, string>;
}

/** Reads the value of an Authentication-Results header; null when it is no such thing. */
export function readResults(value: string): { serverId: string; results: Result[] } | null {
  const clauses = split(value.replace(/\r?\n/g, ' '));
  const serverId = clauses[0]?.[0]?.toLowerCase();
  if (serverId === undefined) return null;
  return { serverId, results: clauses.slice(1).flatMap(readResult) };
}

function readResult(words: readonly string[]): Result[] {
  const [first = '', ...rest] = words;
  const [method = '', outcome] = first.toLowerCase().split('=');
  if (outcome === undefined) return [];
  const properties = new Map<string, string>();
  for (const word of rest) {
    const at = word.indexOf('=');
    const name = word.slice(0, Math.max(at, 0)).toLowerCase();
    if (at > 0 && !properties.has(name)) properties.set(name, word.slice(at + 1).toLowerCase());
  }
  return [{ method: method.replace(/\/.*$/, ''), outcome, properties }];
}

/**
 * The clauses between semicolons as words, without comments (RFC 5322 section 3.2.2). A quoted string belongs to its
 * word whatever it holds, so that a sender's own local part begins no clause.
 */
function split(value: string): string[][] {
  const clauses: string[][] = [[]];
  let word = '';
  let depth = 0;
  const endWord = (): void => {
    if (word !== '') clauses.at(-1)?.push(word);
    word = '';
  };
  for (const [piece] of value.matchAll(/"(?:\\.|[^"\\])*"?|\\.|[\s\S]/g)) {
    if (piece === '(') depth += 1;
    if (depth === 0) {
      if (piece === ';') {
        endWord();
        clauses.push([]);
      } else if (/^\s$/.test(piece)) endWord();
      else word += piece.startsWith('"') ? piece.replace(/[\s=;()]/g, '_') : piece;
    } else if (piece === ')') depth -= 1;
  }
  endWord();
  return clauses.map(joined);
}

/** `dmarc = pass` is three words and one statement. */
function joined(words: readonly string[]): string[] {
  return words
    .join(' ')
    .replace(/ ?= ?/g, '=')
    .split(' ')
    .filter((word) => word !== '');
}
