import { cleanText } from '../text/clean-text.js';

/**
 * A value fit for one mail header: control characters and Unicode line breaks become blanks, so that a value
 * cannot begin a header of its own (RFC 5322 section 2.2), runs of blanks become one, the ends are trimmed. Nothing in it
 * turns its direction or is unseen.
 */
export function headerText(value: string): string {
  return cleanText(value.replace(/[\u0080-\u009f]+/g, ' '))
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The address inside `Name <local@domain>`, or the value itself when there are no angle brackets. */
export function bareAddress(mailbox: string): string {
  return /<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox.trim();
}

/** The name before the angle brackets, or '' when there is none. */
export function displayName(mailbox: string): string {
  return headerText(/^([^<>]*)<[^<>]*>\s*$/.exec(mailbox)?.[1] ?? '');
}

/** The domain of a mailbox, in lower case. */
export function domainOf(mailbox: string): string {
  return (bareAddress(mailbox).split('@').at(-1) ?? '').toLowerCase();
}
