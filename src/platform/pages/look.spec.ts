import { describe, expect, test } from '@jest/globals';
import { seenOf } from './look.js';

const look = (cookie: string | undefined) => seenOf({ headers: { cookie }, method: 'GET', url: '/' }).look;

describe('The look of a page', () => {
  test.each([
    [undefined, 'device'],
    ['sambang_tampilan=dark', 'dark'],
    ['sesi=a; sambang_tampilan=light; lain=b', 'light'],
    ['lain_sambang_tampilan=dark', 'device'],
    ['sambang_tampilan=neon', 'device'],
  ])('with the cookies %s is that of %s', (cookie, expected) => {
    expect(look(cookie)).toBe(expected);
  });

  test('is chosen where a page can be shown again', () => {
    expect(seenOf({ headers: {}, method: 'GET', url: '/upt?cari=a' }).here).toBe('/upt?cari=a');
    expect(seenOf({ headers: {}, method: 'POST', url: '/akun' }).here).toBeNull();
  });
});
