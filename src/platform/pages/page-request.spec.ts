import { describe, expect, test } from '@jest/globals';
import { isPageRequest } from './page-request.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe('isPageRequest', () => {
  test.each([
    ['/surat', BROWSER],
    ['/apiari', 'text/html'],
    ['/surat', 'application/json;q=0.5, text/html;q=0.9'],
  ])('%s with %s is one', (url, accept) => {
    expect(isPageRequest(url, accept)).toBe(true);
  });

  test.each([
    ['/api/me', BROWSER],
    ['/api?x', BROWSER],
    ['/feeds/x.ics', BROWSER],
    ['/health/live', BROWSER],
    ['/surat', undefined],
    ['/surat', '*/*'],
    ['/surat', 'application/json'],
    ['/surat', 'text/html, application/json'],
    ['/surat', 'text/html;q=0'],
    ['/surat', 'text/html;q=nonsense'],
  ])('%s with %s is none', (url, accept) => {
    expect(isPageRequest(url, accept)).toBe(false);
  });
});
