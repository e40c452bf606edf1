import { describe, expect, test } from '@jest/globals';
import { CalendarError } from './calendar-error.js';
import {
  checkedAddress,
  checkedUid,
  cleanLine,
  cleanName,
  calendarText,
  cleanUrl,
  escapeText,
} from './clean.js';

const code = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return error instanceof CalendarError ? error.code : error;
  }
  return 'nothing thrown';
};

describe('cleaning', () => {
  test.each([
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a\u2028b\u2029c\u0085d\ve\ff', 'a\nb\nc\nd\ne\nf'],
    ['a\tb', 'a b'],
    ['a\u0000b\u0007c\u001Bd\u007Fe\u009Ff', 'abcdef'],
    ['a\uD83Db\uDE00', 'a\uFFFDb\uFFFD'],
    ['  👩‍👩‍👧 \n', '👩‍👩‍👧'],
    ['a\\n; , "', 'a\\n; , "'],
  ])('text %j', (text, expected) => {
    expect(calendarText(text)).toBe(expected);
    expect(calendarText(expected)).toBe(expected);
  });

  test('a line has no line end, a name no quote and no backslash either', () => {
    expect(cleanLine('Aula\r\nLantai 2')).toBe('Aula Lantai 2');
    expect(cleanName('Budi "Bud"\nS.H. a\\nb')).toBe("Budi 'Bud' S.H. a/nb");
  });

  test('escapes the backslash before what it then adds backslashes to', () => {
    expect(escapeText('a\\b;c,d\ne')).toBe('a\\\\b\\;c\\,d\\ne');
  });

  test.each([
    ['https://sambang.contoh.test/kunjungan/1?a=b#c', 'https://sambang.contoh.test/kunjungan/1?a=b#c'],
    ['https://contoh.test/a,b;c?d=\\&e=f@g', 'https://contoh.test/a%2Cb%3Bc?d=%5C&e=f%40g'],
    ['https://budi:rahasia@contoh.test/', 'https://contoh.test/'],
    ['https://contoh.test/a\r\nX-EVIL:1', 'https://contoh.test/aX-EVIL:1'],
    ['https://contoh.test/ruang é', 'https://contoh.test/ruang%20%C3%A9'],
    ['javascript:alert(1)', null],
    ['/kunjungan/1', null],
    ['', null],
  ])('URL %j', (url, expected) => {
    expect(cleanUrl(url)).toBe(expected);
  });

  test.each(['', 'a b', 'a;b', 'a\r\nb', 'a\n', 'visit-1@sambang', 'x'.repeat(256)])(
    'refuses the UID %j',
    (uid) => {
      expect(code(() => checkedUid(uid))).toBe('calendar-uid-invalid');
    },
  );

  test('keeps a UID as it is', () => {
    expect(checkedUid('0b6f6c1e-7d0a-4c55-9a55-2f5f3d3f7f10')).toBe('0b6f6c1e-7d0a-4c55-9a55-2f5f3d3f7f10');
  });

  test.each([
    ...[
      '',
      'budi',
      'budi@',
      '@contoh.test',
      'a b@contoh.test',
      'budi@contoh.test\r\nX-EVIL:1',
      '"a,b"@contoh.test',
    ],
    ...['budi@contoh.test\n', 'a;b@contoh.test', 'a@b@contoh.test', 'budi@contoh.test?bcc=x'],
  ])('refuses the address %j', (email) => {
    expect(code(() => checkedAddress(email))).toBe('calendar-address-invalid');
  });

  test('writes an address as a mailto path', () => {
    expect(checkedAddress('budi.s+dinas@contoh.test')).toBe('budi.s+dinas@contoh.test');
    expect(checkedAddress('a/b?c%d@contoh.test')).toBe('a%2Fb%3Fc%25d@contoh.test');
  });
});
