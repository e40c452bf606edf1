import { readResults, type HeaderLine, type Result } from './results-syntax.js';
import { sealedResults } from './arc-seals.js';

/** What the own server found out about who sent a mail (RFC 8601). `fail`: its own domain disowns it. */
export type Verification = 'pass' | 'fail' | 'none';

const NAME = 'authentication-results';

/**
 * Whether the own server says that the domain of From sent a mail: DMARC passed, or DKIM or SPF passed for that domain
 * or one above it, now or when the own server sealed it on an earlier way through (ARC). What anybody else wrote does
 * not count, nor what stands below other headers: the own server writes on top and takes away what claims to be its own
 * (RFC 8601 section 5). Results that contradict each other prove nothing.
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
  const own = serverId.toLowerCase();
  const results = ownBlock(headers, own);
  if (isPassed(results, domain)) return 'pass';
  // Forwarding breaks what a sender signed; what the own server saw before that is sealed (RFC 8617 section 7.2.1).
  const isChainWhole = results.some(isArcPass) && !isContradictory(results);
  if (isChainWhole && sealedResults(headers, own).some((sealed) => isPassed(sealed, domain))) return 'pass';
  return results.some(({ method, outcome }) => method === 'dmarc' && outcome === 'fail') ? 'fail' : 'none';
}

const isArcPass = ({ method, outcome }: Result): boolean => method === 'arc' && outcome === 'pass';

function isPassed(results: readonly Result[], domain: string): boolean {
  const outcomes = (method: string): Result[] => results.filter((result) => result.method === method);
  const dmarc = outcomes('dmarc');
  if (dmarc.some(({ outcome }) => outcome === 'fail') || isContradictory(results)) return false;
  return (
    (dmarc.length > 0 && dmarc.every((result) => passes(result, ['header.from'], domain))) ||
    outcomes('dkim').some((result) => passes(result, ['header.d', 'header.i'], domain)) ||
    outcomes('spf').some((result) => passes(result, ['smtp.mailfrom'], domain))
  );
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
 * Of SPF, DMARC and ARC there is one result a mail, of DKIM one a signature; a second that says otherwise, or that a signature
 * passed where none was found, was written by somebody else.
 */
function isContradictory(results: readonly Result[]): boolean {
  const said = (method: string): Set<string> =>
    new Set(results.filter((result) => result.method === method).map(({ outcome }) => outcome));
  const dkim = said('dkim');
  return (
    said('dmarc').size > 1 ||
    said('spf').size > 1 ||
    said('arc').size > 1 ||
    (dkim.has('none') && dkim.size > 1)
  );
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
