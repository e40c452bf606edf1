import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparableEmail, needsUtf8, normaliseEmail } from './emails.js';
import { shownEmail } from './shown-email.js';

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
        expect(stored).toMatch(/^[!-~\p{L}]+@[a-z0-9.-]+$/u);
        expect(stored).not.toMatch(/[<>,"A-Z]/);
        expect(normaliseEmail(stored)).toBe(stored);
      }),
      { numRuns: 500 },
    );
  });
});

describe('addresses beyond ASCII', () => {
  test.each([
    ['orang@kantör.test', 'orang@xn--kantr-mua.test'],
    ['Orang@KANTÖR.test', 'orang@xn--kantr-mua.test'],
    ['orang@kanto\u0308r.test', 'orang@xn--kantr-mua.test'],
    ['orang@xn--kantr-mua.test', 'orang@xn--kantr-mua.test'],
    ['JOSÉ@contoh.test', 'josé@contoh.test'],
    ['jose\u0301@contoh.test', 'josé@contoh.test'],
    ['用户@例子.公司', '用户@xn--fsqu00a.xn--55qx5d'],
    ['иван@почта.рф', 'иван@xn--80a1acny.xn--p1ai'],
  ])('%p is stored as %s', (value, stored) => {
    expect(normaliseEmail(value)).toBe(stored);
    expect(normaliseEmail(stored)).toBe(stored);
  });

  test.each([
    ['a Latin word with a Cyrillic letter', 'b\u0430nk@contoh.test'],
    ['the same in a domain', 'orang@b\u0430nk.test'],
    ['what turns the direction', 'a\u202eb@contoh.test'],
    ['what is not seen', 'orang\u200b@contoh.test'],
    ['a joiner in a domain', 'orang@kan\u200dtor.test'],
    ['a soft hyphen', 'orang@kan\u00adtor.test'],
    ['full width', '\uff41@contoh.test'],
    ['a ligature', 'o\ufb01cer@contoh.test'],
    ['another full stop', 'orang@contoh\u3002test'],
    ['a lone mark', '\u0301a@contoh.test'],
    ['a blank of another kind', 'a\u00a0b@contoh.test'],
    ['half a character', 'a\ud800@contoh.test'],
    ['more than 64 octets', `${'é'.repeat(33)}@contoh.test`],
  ])('%s is refused', (_what, value) => {
    expect(normaliseEmail(value)).toBeNull();
  });

  test('what is stored is stable, composed, in lower case, and has a domain in ASCII', () => {
    const near = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(near, near, (local, domain) => {
        const stored = normaliseEmail(`${local}@${domain}.test`);
        if (stored === null) return;
        expect(normaliseEmail(stored)).toBe(stored);
        expect(stored).toBe(stored.normalize('NFC').toLowerCase());
        expect(stored.split('@')[1]).toMatch(/^[a-z0-9.-]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is far too long is not written in ASCII first, which would take the square of its length', () => {
    const began = performance.now();
    for (const text of [`orang@${'\u4e2d'.repeat(100_000)}.id`, `${'\u4e2d'.repeat(500_000)}@contoh.test`]) {
      expect(normaliseEmail(text)).toBeNull();
    }
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('an address that came in a mail is compared in the same form', () => {
    expect(comparableEmail('Orang@KANTÖR.test')).toBe('orang@xn--kantr-mua.test');
    expect(comparableEmail('"A B"@Contoh.test')).toBe('"a b"@contoh.test');
    expect(shownEmail('orang@xn--kantr-mua.test')).toBe('orang@kantör.test');
    expect(shownEmail('bukan alamat')).toBe('bukan alamat');
    // Cyrillic beside Latin letters: nobody may write it, so nobody is shown it.
    expect(normaliseEmail('orang@\u0430pple.com')).toBeNull();
    expect(shownEmail('orang@xn--pple-43d.com')).toBe('orang@xn--pple-43d.com');
    expect([needsUtf8('josé@contoh.test'), needsUtf8('orang@xn--kantr-mua.test')]).toEqual([true, false]);
  });
});
