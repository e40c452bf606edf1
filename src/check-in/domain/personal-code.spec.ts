import { expect, test } from '@jest/globals';
import { personalCodeOf, readPersonalCode, shownPersonalCode } from './personal-code.js';

test('a code is six letters that nobody takes for others, the same for the same octets', () => {
  const codes = Array.from({ length: 500 }, (_, index) => {
    const octets = Buffer.alloc(8);
    octets.writeBigUInt64BE(BigInt(index) * 0x9e3779b97f4a7n);
    return personalCodeOf(octets);
  });
  expect(codes.every((code) => /^[ACDEFGHJKMNPQRTUVWXY34679]{6}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBe(codes.length);
});

test('it is read as it is shown, and as people type it', () => {
  expect(shownPersonalCode('K7MQ3X')).toBe('K7M-Q3X');
  expect(['K7M-Q3X', 'k7m q3x', ' k7mq3x '].map(readPersonalCode)).toEqual(['K7MQ3X', 'K7MQ3X', 'K7MQ3X']);
});
