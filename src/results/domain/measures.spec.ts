import { describe, expect, test } from '@jest/globals';
import { amountWords, measureCodes, priceWords, readAmount, typedAmount } from './measures.js';

describe('an amount', () => {
  test.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['1.500.000', 1_500_000],
    ['Rp 1.500,50', 1500.5],
    ['Rp10.000', 10_000],
    ['12', 12],
    ['1.500', 1500],
    ['0', null],
    ['-1', null],
    ['1,234', null],
    ['1.50.000', null],
    ['banyak', null],
    ['', null],
    ['9999999999999', null],
  ])('is read as people type it: %s', (typed, amount) => expect(readAmount(typed)).toBe(amount));

  test('is shown in its field so that it is read as the same', () => {
    for (const amount of [0.01, 2.5, 1500, 1_500_000.5]) expect(readAmount(typedAmount(amount))).toBe(amount);
  });

  test('is told with its measure', () => {
    expect(measureCodes.map((measure) => amountWords(1500.5, measure))).toEqual([
      ...['1.500,5 hektare', '1.500,5 meter persegi', '1.500,5 kilogram', '1.500,5 ton', '1.500,5 liter'],
      ...['1.500,5 orang', 'Rp1.500,5', '1.500,5 ekor', '1.500,5 unit', '1.500,5 paket', '1.500,5 porsi'],
      ...['1.500,5 kegiatan', '1.500,5 persen'],
    ]);
    expect(priceWords(10_000, 'bungkus')).toBe('Rp10.000 per bungkus');
    expect(priceWords(10_000, '')).toBe('Rp10.000');
    expect(priceWords(null, 'bungkus')).toBe('');
  });
});
