import { CalendarError } from './calendar-error.js';

// NEL, LS and PS are line ends to some readers, and so are vertical tab and form feed.
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const CONTROL_EXCEPT_NEWLINE = /(?!\n)\p{Cc}/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Free text of several lines, fit for a TEXT value (RFC 5545 3.3.11): every kind of line end becomes `\n`, a tab
 * becomes a blank, other control characters go, a lone surrogate becomes U+FFFD, blanks around the whole go.
 * Escaping is left to the writer.
 */
export function calendarText(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL_EXCEPT_NEWLINE, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .trim();
}

/** As {@link calendarText}, on one line: each line end becomes a blank. For titles and places. */
export function cleanLine(text: string): string {
  return calendarText(text).replaceAll('\n', ' ');
}

/**
 * A CN parameter value: one line, and no double quote, which RFC 5545 3.2 cannot hold: `"` becomes `'`. A backslash
 * becomes `/`: it means nothing in a parameter, yet some readers make a line break of `\n` there.
 */
export function cleanName(name: string): string {
  return cleanLine(name).replaceAll('"', "'").replaceAll('\\', '/');
}

/** Escapes a TEXT value (RFC 5545 3.3.11), for the few properties that ical-generator writes as they come. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/gu, '\\$&').replaceAll('\n', '\\n');
}

/**
 * An absolute http(s) address without user and password, in ASCII, or null when the input is none.
 * `, ; \ @` are percent-encoded: ical-generator would put a backslash before the first three, which a URI
 * (RFC 5545 3.3.13) does not know, and an `@` would look like a mail address.
 */
export function cleanUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return null;
  parsed.username = '';
  parsed.password = '';
  return parsed.href.replace(
    /[,;\\@]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/**
 * The visit's UID as it is, since a mended one could meet another's. ASCII letters, digits, `.`, `_`, `-` only, no
 * `@`: RFC 7986 5.3 wants a bare UUID that tells nothing about the host.
 * @throws {CalendarError} calendar-uid-invalid
 */
export function checkedUid(uid: string): string {
  if (/^[\w.-]{1,255}$/u.test(uid)) return uid;
  throw new CalendarError('calendar-uid-invalid', JSON.stringify(uid));
}

// The form HTML's <input type=email> accepts, with letters of all scripts: no quoted local part, no comment, nothing that could end a line.
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~\p{L}\p{M}\p{N}-]{1,64}@[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?$/iu;

/**
 * A mail address as the path of a `mailto:` URI (RFC 6068 2), without the scheme.
 * @throws {CalendarError} calendar-address-invalid
 */
export function checkedAddress(email: string): string {
  if (!ADDRESS.test(email)) throw new CalendarError('calendar-address-invalid', JSON.stringify(email));
  return email.replace(/[%#?/&=^`{|}\p{L}\p{M}\p{N}]/gu, encodeURIComponent);
}
