/**
 * What a secret looks like wherever a mail holds one: a link's (`newSecret`, 43 letters of base64url), and a return
 * address's after its plus, also where iCalendar folds a line within it (RFC 5545 section 3.1). Both patterns mean the
 * same to JavaScript and to PostgreSQL.
 */
export const LINK_SECRET = '(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])';
export const ADDRESS_SECRET = '[+](?:(?:\\r?\\n[ \\t])?[A-Za-z2-7]){26}(?:\\r?\\n[ \\t])?@';

const anySecret = new RegExp(`${LINK_SECRET}|${ADDRESS_SECRET}`);

/** Whether somebody who reads one of the texts could act for the addressee. */
export function holdsSecret(...texts: (string | null | undefined)[]): boolean {
  return texts.some((text) => text !== null && text !== undefined && anySecret.test(text));
}

const everySecret = new RegExp(`${LINK_SECRET}|${ADDRESS_SECRET}`, 'g');

/** A text by which nobody can act for the addressee. */
export const withoutSecretsIn = (text: string): string =>
  text.replace(everySecret, (secret) => (secret.startsWith('+') ? '+…@' : '…'));

/** A column without its secrets, as an SQL expression; `link` and `address` are the places of the two patterns. */
export function withoutSecrets(column: string, link: string, address: string): string {
  return `regexp_replace(regexp_replace(${column}, ${link}, '…', 'g'), ${address}, '@', 'g')`;
}
