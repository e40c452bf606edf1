import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanText, cleanWholly, hasControl, isInvisible } from './clean-text.js';

describe('A text from outside', () => {
  test.each([
    ['turned round', 'Kunjungan \u202Egpj.exe', 'Kunjungan gpj.exe'],
    ['isolated', 'a\u2066b\u2069c', 'abc'],
    ['with what is no character', 'Ketahanan\uFFFF pangan\uFFFE', 'Ketahanan pangan'],
    ['with a next line', 'a\u0085b', 'ab'],
    ['with half a character', 'a\uD800b', 'ab'],
    ['with a byte order mark', '\uFEFFNama', 'Nama'],
    ['not composed', 'E\u0301mile', 'Émile'],
    ['with a family', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['of several lines', 'a\n\tb\r\n', 'a\n\tb\r\n'],
  ])('%s is stored as it is read', (_, text, stored) => expect(cleanText(text)).toBe(stored));

  test.each(['\u200B', '\u3164', '\u2800', '\u200D\u200D', ' \u3164 ', '\uFFFF', '\u202E', '\u0085'])(
    '%j shows nothing',
    (text) => expect(isInvisible(text)).toBe(true),
  );
  test.each(['', ' ', 'a', '\u200Ba', 'ꦗꦮ', '👩‍👧', '.'])('%j shows something, or is empty', (text) => {
    expect(isInvisible(text)).toBe(false);
  });
  test('a control below space is known', () => {
    expect([hasControl('a\u0000'), hasControl('a\tb\n')]).toEqual([true, false]);
  });
});

test('any text wholly cleaned is one that XML 1.0 can hold, and cleaning again changes nothing', () => {
  // Char of https://www.w3.org/TR/xml/#charsets, without what is no character.
  const xml = /^(?:[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]|[\u{10000}-\u{10FFFF}])*$/u;
  const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
  fc.assert(
    fc.property(anything, (units) => {
      const clean = cleanWholly(String.fromCharCode(...units));
      expect(clean).toMatch(xml);
      expect(cleanWholly(clean)).toBe(clean);
    }),
  );
});
