/** The address with a token after the plus: mail to it reaches the same mailbox (RFC 5233 calls this part the detail). */
export function withToken(address: string, token: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/** What looks like a token in an address, in small letters; null when nothing does. */
export function tokenIn(address: string): string | null {
  return /\+([a-z2-7]{26})@/i.exec(address)?.[1]?.toLowerCase() ?? null;
}

/**
 * The text with the tokens of its addresses left out, also where iCalendar folds a line within one (RFC 5545 section
 * 3.1): with it anybody could answer in the addressee's name.
 */
export function withoutTokens(text: string): string {
  return text.replace(/\+(?:(?:\r?\n[ \t])?[a-z2-7]){26}(?:\r?\n[ \t])?@/gi, '@');
}
