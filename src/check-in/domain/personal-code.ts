/** Without letters and digits that are taken for each other on paper or a small screen: 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679';
const LENGTH = 6;

/** The code of somebody by 8 octets that only the server can know. */
export function personalCodeOf(octets: Buffer): string {
  let rest = octets.readBigUInt64BE();
  let code = '';
  for (let place = 0; place < LENGTH; place += 1) {
    code += LETTERS[Number(rest % BigInt(LETTERS.length))];
    rest /= BigInt(LETTERS.length);
  }
  return code;
}

/** A code as it was typed: small letters, blanks and dashes are no difference. */
export const readPersonalCode = (typed: string): string => typed.toUpperCase().replace(/[\s.-]/g, '');

/** A code as it is shown, in two groups. */
export const shownPersonalCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`;
