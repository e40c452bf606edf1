import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  certificateCodeOf,
  CODE_OCTETS,
  readCertificateCode,
  shownCertificateCode,
} from './certificate-code.js';

describe('the code of a certificate', () => {
  test('is twelve letters that are not taken for each other, and read as it is shown', () => {
    for (let round = 0; round < 200; round += 1) {
      const code = certificateCodeOf(randomBytes(CODE_OCTETS));
      expect(code).toMatch(/^[ACDEFGHJKMNPQRTUVWXY34679]{12}$/);
      expect(shownCertificateCode(code)).toMatch(/^.{4}-.{4}-.{4}$/);
      expect(readCertificateCode(` ${shownCertificateCode(code).toLowerCase()} `)).toBe(code);
    }
  });

  test('has every letter as often as the others', () => {
    const all = Uint8Array.from({ length: 250 }, (_, octet) => octet);
    const counts = new Map<string, number>();
    for (let at = 0; at + 12 <= all.length; at += 1) {
      const letter = certificateCodeOf(all.slice(at)).charAt(0);
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
    expect(() => certificateCodeOf(Uint8Array.from({ length: 40 }, () => 255))).toThrow(RangeError);
  });

  test.each(['', 'ABCD', 'AAAA-AAAA-AAA0', 'AAAA-AAAA-AAAAA', '../../etc'])('%j is none', (typed) => {
    expect(readCertificateCode(typed)).toBeNull();
  });
});
