const small = [
  ...['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'],
  ...['sepuluh', 'sebelas'],
];

/** Steps of Indonesian numerals; `one` is what a single one is called: `seratus`, `seribu`. */
const steps = [
  { size: 1_000_000, word: 'juta', one: 'satu juta' },
  { size: 1_000, word: 'ribu', one: 'seribu' },
  { size: 100, word: 'ratus', one: 'seratus' },
  { size: 20, word: 'puluh', one: '' },
] as const;

/** A whole number from 0 below a thousand million in words: `60` gives `enam puluh`. @throws RangeError for any other */
export function numberWords(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= 1_000_000_000)
    throw new RangeError(String(number));
  const known = small[number];
  if (known !== undefined) return known;
  if (number < 20) return `${numberWords(number - 10)} belas`;
  const step = steps.find(({ size }) => number >= size);
  const unit = step?.word === 'puluh' ? 10 : (step?.size ?? 1);
  const count = Math.floor(number / unit);
  const rest = number % unit;
  const head = count === 1 ? step?.one : `${numberWords(count)} ${step?.word}`;
  return [head, ...(rest > 0 ? [numberWords(rest)] : [])].join(' ');
}

/** A number as official papers have it: `5 (lima) orang`. */
export const countWords = (number: number, unit: string): string =>
  `${number} (${numberWords(number)}) ${unit}`;
