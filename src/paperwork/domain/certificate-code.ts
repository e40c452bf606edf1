/** Without letters and digits that are taken for each other on paper: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679';
const LENGTH = 12;
const GROUP = 4;

/** Octets of chance that a code is made of: every letter is as likely as the others. */
export const CODE_OCTETS = 32;

/** The code of a certificate, 55 bits by chance; octets that would make a letter likelier are left out. @throws RangeError for too few */
export function certificateCodeOf(octets: Uint8Array): string {
  const most = 256 - (256 % LETTERS.length);
  const letters = [...octets].filter((octet) => octet < most).map((octet) => LETTERS[octet % LETTERS.length]);
  if (letters.length < LENGTH) throw new RangeError('too few octets');
  return letters.slice(0, LENGTH).join('');
}

/** A code as it was typed: small letters, blanks and dashes are no difference. Null for what is none. */
export function readCertificateCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s.\u2010-\u2015-]/g, '');
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null;
}

/** A code as it is shown, in groups. */
export const shownCertificateCode = (code: string): string =>
  Array.from({ length: LENGTH / GROUP }, (_, at) => code.slice(at * GROUP, (at + 1) * GROUP)).join('-');
