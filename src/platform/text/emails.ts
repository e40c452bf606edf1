/** Atoms of RFC 5322 section 3.2.3 with the letters of all scripts (RFC 6531 section 3.3); quoted local parts are not taken. */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/** Letters of scripts that look alike: more than one of these in a name is a disguise (UTS 39, mixed-script confusables). */
const lookalikes = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic', 'Georgian'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);

/** What is not seen, turns the direction of what follows, or stands for nothing. */
const UNSEEN = /\p{C}|\p{Default_Ignorable_Code_Point}/u;

/** Whether a mail from outside names one address, be it one that we would not store: nothing invisible, one @. */
export const isOneAddress = (text: string): boolean => /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(text);

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

/**
 * UTF-16 units that an address of 254 octets may have before its domain is written in ASCII: a code point is two at the most,
 * and at least one octet of an A-label. What is longer is not looked at: writing it in ASCII takes the square of its length.
 */
const LONGEST = 2 * 254;

/** Octets of a text as it is sent (UTF-8). */
const octets = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Whether letters beyond ASCII are what they seem: nothing unseen, no compatibility form (full width, ligatures), no mark
 * before the first letter, and no letters of scripts that look alike beside each other.
 */
function isPlain(text: string): boolean {
  if (isAscii(text)) return true;
  const isMixed = lookalikes.filter((script) => script.test(text)).length > 1;
  return !UNSEEN.test(text) && text.normalize('NFKC') === text && !/^\p{M}/u.test(text) && !isMixed;
}

/** Host name label of RFC 1035 section 2.3.1 (digits first allowed by RFC 1123). */
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A domain as the DNS knows it: labels beyond ASCII as A-labels (RFC 5890). Null for what cannot be one. */
function asciiDomain(domain: string): string | null {
  if (isAscii(domain)) return domain;
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !domain.split('.').every(isPlain)) return null;
  const host = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : '';
  return isAscii(host) && host !== '' ? host : null;
}

/**
 * A mail address as stored and compared: blanks around it dropped, all in lower case and composed (NFC), the domain in
 * ASCII. Null when it is not plausible: not exactly one @, a line break or blank inside, a part too long (RFC 5321 section
 * 4.5.3.1: 64 and 254 octets), a domain without a dot or with a last label that is not a name, letters in disguise.
 */
export function normaliseEmail(value: string): string | null {
  const composed = value.trim().normalize('NFC').toLowerCase();
  if (composed.length > LONGEST) return null;
  const [local = '', written = '', ...more] = composed.split('@');
  const domain = asciiDomain(written);
  if (domain === null || more.length > 0 || octets(local) > 64) return null;
  if (!localPart.test(local) || !isPlain(local)) return null;
  const address = `${local}@${domain}`;
  if (octets(address) > 254) return null;
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || last.length < 2 || !/^[a-z]/.test(last)) return null;
  return labels.every((part) => label.test(part)) ? address : null;
}

/** An address that a mail from outside names, in the form that stored ones are compared in; as it stands where it has none. */
export const comparableEmail = (text: string): string => normaliseEmail(text) ?? text.trim().toLowerCase();

/** Whether mail to an address needs a server that knows SMTPUTF8 (RFC 6531): its local part is not ASCII. */
export const needsUtf8 = (email: string): boolean => !isAscii(email.slice(0, email.lastIndexOf('@')));
