/** Dot-atom of RFC 5322 section 3.2.3, lower case; quoted local parts are not taken. */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

/** Whether a mail from outside names one address, be it one that we would not store: nothing invisible, one @. */
export const isOneAddress = (text: string): boolean => /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(text);

/** Host name label of RFC 1035 section 2.3.1 (digits first allowed by RFC 1123). */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A mail address as stored and compared: blanks around it dropped, all in lower case. Null when it is not plausible:
 * not exactly one @, a line break or blank inside, a part too long (RFC 5321 section 4.5.3.1: 64 and 254 octets),
 * a domain without a dot or with a last label that is not a name.
 */
export function normaliseEmail(value: string): string | null {
  const address = value.trim().toLowerCase();
  if (address.length > 254) return null;
  const [local = '', domain = '', ...more] = address.split('@');
  if (more.length > 0 || local.length > 64 || !localPart.test(local)) return null;
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || last.length < 2 || !/^[a-z]/.test(last)) return null;
  return labels.every((part) => label.test(part)) ? address : null;
}
