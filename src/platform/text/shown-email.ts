import { domainToUnicode } from 'node:url';
import { normaliseEmail } from './emails.js';

/**
 * A stored address as people write it, with the letters of its domain (U-labels, RFC 5890); as it is stored where these
 * letters are a disguise that nobody may write.
 */
export function shownEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const shown = `${email.slice(0, at)}@${domainToUnicode(email.slice(at + 1))}`;
  return normaliseEmail(shown) === email ? shown : email;
}
