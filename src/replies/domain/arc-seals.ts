import { readResults, type HeaderLine, type Result } from './results-syntax.js';

/**
 * What the own server found out about a mail when it sealed it, a list each time (ARC, RFC 8617 section 4.1). Anybody can
 * write the own server's name into results of theirs; so only those count that a seal of its own domain goes with.
 * Whether the seals hold is for the own server to say.
 *
 * @param serverId the authserv-id of the own server, in lower case
 */
export function sealedResults(headers: readonly HeaderLine[], serverId: string): Result[][] {
  const seals = headers.filter(({ key }) => key === 'arc-seal').map(({ line }) => tagsOf(line));
  const own = new Set(seals.filter(({ d }) => isDomainOf(d, serverId)).map(({ i }) => i));
  return headers
    .filter(({ key }) => key === 'arc-authentication-results')
    .flatMap(({ line }) => {
      const [, instance, value] = /:\s*i\s*=\s*(\d{1,2})\s*;([\s\S]*)$/.exec(line) ?? [];
      const isOnce = seals.filter(({ i }) => i === instance).length === 1;
      const read = value === undefined || !isOnce || !own.has(instance) ? null : readResults(value);
      return read?.serverId === serverId ? [read.results] : [];
    });
}

/** The tags `i` and `d` of a seal (RFC 6376 section 3.2). */
function tagsOf(line: string): { i: string | undefined; d: string } {
  const tag = (name: string): string | undefined =>
    new RegExp(`[:;]\\s*${name}\\s*=\\s*([^\\s;]+)`, 'i').exec(line)?.[1];
  return { i: tag('i'), d: tag('d')?.toLowerCase() ?? '' };
}

const isDomainOf = (domain: string, serverId: string): boolean =>
  domain.includes('.') && (serverId === domain || serverId.endsWith(`.${domain}`));
