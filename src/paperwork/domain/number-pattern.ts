import { PaperError } from './error-codes.js';

/** What may stand in a pattern, with an example of each. */
export const numberParts = {
  kode: 'WP.13.PAS.7',
  nomor: '120',
  klasifikasi: 'PK.01.08',
  bulan: '10',
  'bulan-romawi': 'X',
  tahun: '2025',
} as const;
type NumberPart = keyof typeof numberParts;

/** What a number is made of; codes that an office does not have are empty. */
export interface NumberFacts {
  number: number;
  /** The date of the letter, `YYYY-MM-DD`. */
  datedOn: string;
  code: string | null;
  classification: string | null;
}

const PLACE = /\{([^{}]*)\}/g;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;
const isPart = (name: string): name is NumberPart => Object.hasOwn(numberParts, name);

/** Why a pattern cannot be used, in Indonesian; null for one that can. */
export function patternFault(pattern: string): string | null {
  const names = [...pattern.matchAll(PLACE)].map(([, name = '']) => name);
  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined) return `“{${unknown}}” tidak dikenal`;
  if (/[{}]/.test(pattern.replace(PLACE, ''))) return 'kurung kurawalnya tidak berpasangan';
  return names.includes('nomor') ? null : 'harus memuat {nomor}';
}

/** @throws PaperError `number-pattern-unsound` */
export function assertPattern(pattern: string | null): void {
  const fault = pattern === null ? null : patternFault(pattern);
  if (fault) throw new PaperError('number-pattern-unsound', {}, [{ field: 'numberPattern', message: fault }]);
}

/** The number of a letter as the pattern of its office writes it. */
export function writeNumber(pattern: string, { number, datedOn, code, classification }: NumberFacts): string {
  const [year = '', month = ''] = datedOn.split('-');
  const parts: Readonly<Record<NumberPart, string>> = {
    kode: code ?? '',
    nomor: String(number),
    klasifikasi: classification ?? '',
    bulan: month,
    'bulan-romawi': ROMAN[Number(month) - 1] ?? '',
    tahun: year,
  };
  return pattern.replace(PLACE, (place, name: string) => (isPart(name) ? parts[name] : place));
}
