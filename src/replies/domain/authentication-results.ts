/** What the own server found out about who sent a mail (RFC 8601). `fail`: its own domain disowns it. */
export type Verification = 'pass' | 'fail' | 'none';

/** A header line as it came, with its name in lower case. */
export interface HeaderLine {
  key: string;
  line: string;
}

interface Result {
  method: string;
  outcome: string;
  /** `header.from`, `header.d`, `smtp.mailfrom`, … with their values in lower case. */
  properties: ReadonlyMap<string, string>;
}

const NAME = 'authentication-results';

/**
 * Whether the own server says that the domain of From sent a mail: DMARC passed, or DKIM or SPF passed for that domain
 * or one above it. What anybody else wrote does not count, nor what stands below other headers: the own server writes
 * on top and takes away what claims to be its own (RFC 8601 section 5). Results that contradict each other prove
 * nothing.
 *
 * @param headers the header lines, topmost first
 * @param serverId the authserv-id of the own server; without one nothing is proved
 * @param domain of the one address in From, in lower case
 */
export function verificationOf(
  headers: readonly HeaderLine[],
  serverId: string | undefined,
  domain: string,
): Verification {
  if (serverId === undefined || domain === '') return 'none';
  const results = ownBlock(headers, serverId.toLowerCase());
  const outcomes = (method: string): Result[] => results.filter((result) => result.method === method);
  const dmarc = outcomes('dmarc');
  if (dmarc.some(({ outcome }) => outcome === 'fail')) return 'fail';
  const isPassed =
    (dmarc.length > 0 && dmarc.every((result) => passes(result, ['header.from'], domain))) ||
    outcomes('dkim').some((result) => passes(result, ['header.d', 'header.i'], domain)) ||
    outcomes('spf').some((result) => passes(result, ['smtp.mailfrom'], domain));
  return isPassed && !isContradictory(results) ? 'pass' : 'none';
}

/** The results of the topmost run of headers that bear the own server's name. */
function ownBlock(headers: readonly HeaderLine[], serverId: string): Result[] {
  const first = headers.findIndex(({ key }) => key === NAME);
  if (first < 0) return [];
  const results: Result[] = [];
  for (const { key, line } of headers.slice(first)) {
    const read = key === NAME ? readResults(line.slice(line.indexOf(':') + 1)) : null;
    if (read?.serverId !== serverId) break;
    results.push(...read.results);
  }
  return results;
}

/**
 * Of SPF and DMARC there is one result a mail, of DKIM one a signature; a second that says otherwise, or that a signature
 * passed where none was found, was written by somebody else.
 */
function isContradictory(results: readonly Result[]): boolean {
  const said = (method: string): Set<string> =>
    new Set(results.filter((result) => result.method === method).map(({ outcome }) => outcome));
  const dkim = said('dkim');
  return said('dmarc').size > 1 || said('spf').size > 1 || (dkim.has('none') && dkim.size > 1);
}

function passes({ outcome, properties }: Result, names: readonly string[], domain: string): boolean {
  if (outcome !== 'pass') return false;
  const named = names.map((name) => properties.get(name)).find((value) => value !== undefined);
  return isAligned(named, domain);
}

/** The same domain, or one above it (RFC 7489 section 3.1 also takes those below, which needs a list of suffixes). */
function isAligned(value: string | undefined, domain: string): boolean {
  const named = value?.slice(value.lastIndexOf('@') + 1) ?? '';
  return named.includes('.') && (domain === named || domain.endsWith(`.${named}`));
}

/** Reads one header's value; null when it is no such thing. */
function readResults(value: string): { serverId: string; results: Result[] } | null {
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
