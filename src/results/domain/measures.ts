/** What amounts are measured by, and how each is told: after the number, or before it. */
export const measures = {
  ha: 'hektare',
  m2: 'meter persegi',
  kg: 'kilogram',
  ton: 'ton',
  liter: 'liter',
  orang: 'orang',
  rupiah: 'rupiah',
  ekor: 'ekor',
  unit: 'unit',
  paket: 'paket',
  porsi: 'porsi',
  kegiatan: 'kegiatan',
  persen: 'persen',
} as const;
export type Measure = keyof typeof measures;
export const measureCodes = Object.keys(measures) as Measure[];

/** Amounts that add up: of shares of a hundred, nobody makes a sum. */
export const addsUp = (measure: Measure): boolean => measure !== 'persen';

export const LARGEST_AMOUNT = 999_999_999_999.99;

const numbers = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });

/** `2,5 hektare`, `Rp1.500.000`, `12 persen`. */
export const amountWords = (amount: number, measure: Measure): string =>
  measure === 'rupiah' ? `Rp${numbers.format(amount)}` : `${numbers.format(amount)} ${measures[measure]}`;

/** `Rp10.000 per bungkus`; empty where nobody said. */
export const priceWords = (price: number | null, soldBy: string): string =>
  price === null ? '' : [amountWords(price, 'rupiah'), soldBy && `per ${soldBy}`].filter(Boolean).join(' ');

/**
 * An amount as people type it: `2,5`, `1.500.000`, `Rp 1.500,50`, `2.5`. A dot before three digits parts thousands. Null for
 * what is no amount above nothing with two digits after the comma at the most.
 */
export function readAmount(typed: string): number | null {
  const plain = typed.replace(/^\s*Rp\.?/iu, '').replaceAll(/\s/gu, '');
  const [, whole = '', part = ''] =
    /^(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{1,2}))?$/u.exec(plain) ??
    /^(\d{1,12})\.(\d{1,2})$/u.exec(plain) ??
    [];
  const amount = Number(`${whole.replaceAll('.', '')}.${part || '0'}`);
  return whole !== '' && amount > 0 && amount <= LARGEST_AMOUNT ? amount : null;
}

/** An amount as a field holds it: `1500000,5`. */
export const typedAmount = (amount: number | null): string =>
  amount === null ? '' : String(amount).replace('.', ',');
