/** National number after +62: mobile and toll-free 8…, 9 to 12 digits; fixed line with area code, 8 to 11 digits. */
const indonesianNumber = /^(?:8\d{8,11}|[2-79]\d{7,10})$/;

/** Any other number in E.164 (ITU-T): at most 15 digits; under 8 none reaches a person. */
const foreignNumber = /^\+(?!62)[1-9]\d{7,14}$/;

/** What people write between digits: blanks, dashes (Unicode ones too), dots, brackets, slashes. */
const separators = /[\s\-.()/\u2010-\u2015\u2212]+/g;

/**
 * A phone number as stored, `+62…` (E.164). Accepts 08…, 62…, +62…, 0062…, a stray 0 after 62,
 * and separators between digits; keeps a plausible number of another country that is written with +CC or 00CC.
 * Null for anything else.
 */
export function normalisePhone(value: string): string | null {
  const digits = value.replace(separators, '').replace(/^00/, '+');
  if (foreignNumber.test(digits)) return digits;
  const national = /^(?:\+?620?|0)(\d+)$/.exec(digits)?.[1];
  return national !== undefined && indonesianNumber.test(national) ? `+62${national}` : null;
}
