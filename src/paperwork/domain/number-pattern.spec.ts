import { describe, expect, test } from '@jest/globals';
import { assertPattern, patternFault, writeNumber } from './number-pattern.js';

const facts = { number: 120, datedOn: '2025-10-24', code: 'WP.13.PAS.7', classification: 'PK.01.08' };

describe('the pattern of numbers', () => {
  test.each([
    ['{kode}-{klasifikasi}-{nomor}', 'WP.13.PAS.7-PK.01.08-120'],
    ['{kode}-{nomor}/{klasifikasi}/{bulan-romawi}/{tahun}', 'WP.13.PAS.7-120/PK.01.08/X/2025'],
    ['B-{nomor}/{bulan}', 'B-120/10'],
  ])('%p writes %p', (pattern, number) => {
    expect(patternFault(pattern)).toBeNull();
    expect(writeNumber(pattern, facts)).toBe(number);
  });

  test('leaves out the codes that an office does not have', () => {
    expect(writeNumber('{kode}{nomor}', { ...facts, code: null })).toBe('120');
  });

  test.each([
    ['{kode}/{tahun}', 'harus memuat {nomor}'],
    ['{nomor}/{hari}', '“{hari}” tidak dikenal'],
    ['{nomor}/{', 'kurung kurawalnya tidak berpasangan'],
    ['{nomor}{toString}', '“{toString}” tidak dikenal'],
    ['', 'harus memuat {nomor}'],
  ])('%p is refused: %s', (pattern, fault) => {
    expect(patternFault(pattern)).toBe(fault);
    expect(() => {
      assertPattern(pattern);
    }).toThrow('number-pattern-unsound');
  });
});
