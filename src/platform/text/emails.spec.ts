import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normaliseEmail } from './emails.js';

describe('mail addresses', () => {
  test.each([
    ['Petugas.Rutan@Gmail.COM', 'petugas.rutan@gmail.com'],
    ['  kepala@contoh.test \n', 'kepala@contoh.test'],
    ["o'brien+sambang@mail.kemenimipas.go.id", "o'brien+sambang@mail.kemenimipas.go.id"],
    ['a@b-c.xn--p1ai', 'a@b-c.xn--p1ai'],
    ['a@1.2.id', 'a@1.2.id'],
  ])('%p is stored as %s', (value, stored) => {
    expect(normaliseEmail(value)).toBe(stored);
  });

  test.each([
    '',
    '@',
    'petugas',
    'petugas@',
    '@contoh.test',
    'a@b@contoh.test',
    'petugas@contoh',
    'petugas@contoh..test',
    'petugas@-contoh.test',
    'petugas@contoh-.test',
    'petugas@contoh.t',
    'petugas@127.0.0.1',
    'petugas@[127.0.0.1]',
    '.petugas@contoh.test',
    'petugas.@contoh.test',
    'pe..tugas@contoh.test',
    'pe tugas@contoh.test',
    '"pe tugas"@contoh.test',
    'Petugas <petugas@contoh.test>',
    'petugas@contoh.test,kepala@contoh.test',
    'petugas@contoh.test\r\nBcc: x@y.test',
    'petugas\n@contoh.test',
    'petugas@contoh.te\u0000st',
    `${'a'.repeat(65)}@contoh.test`,
    `a@${'b'.repeat(64)}.test`,
    `a@${'bcd.'.repeat(70)}test`,
  ])('%p is refused', (value) => {
    expect(normaliseEmail(value)).toBeNull();
  });

  test('whatever is stored is stable and holds no blank, comma, angle bracket or control character', () => {
    const unit = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...'abcB12') },
      { weight: 1, arbitrary: fc.constantFrom(...'.-_+@<>, \r\n\t"\u0000é') },
    );
    const near = fc.string({ unit, minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(near, near, (local, domain) => {
        const stored = normaliseEmail(`${local}@${domain}.test`);
        fc.pre(stored !== null);
        expect(stored).toMatch(/^[!-~]+@[a-z0-9.-]+$/);
        expect(stored).not.toMatch(/[<>,"A-Z]/);
        expect(normaliseEmail(stored)).toBe(stored);
      }),
      { numRuns: 500 },
    );
  });
});
