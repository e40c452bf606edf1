import { describe, expect, test } from '@jest/globals';
import { localPath } from './local-path.js';

describe('localPath', () => {
  test.each(['/', '/surat', '/surat?state=failed&cursor=a%20b', '/surat/1#isi'])('keeps %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  test.each([
    'https://jahat.test/',
    '//jahat.test',
    '/\\jahat.test',
    '\\\\jahat.test',
    '/\t/jahat.test',
    '/.//jahat.test',
    '/a/..//jahat.test',
    'javascript:alert(1)',
    'surat',
    '',
    '//',
    undefined,
    ['/surat'],
  ])('refuses %j', (value) => {
    expect(localPath(value)).toBeNull();
  });

  test('leaves no line break for a header', () => {
    expect(localPath('/surat\r\nset-cookie: a=b')).not.toMatch(/[\r\n]/);
  });
});
