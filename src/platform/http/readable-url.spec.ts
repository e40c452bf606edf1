import { expect, test } from '@jest/globals';
import { readableUrl } from './readable-url.js';

test.each([
  ['/', '/'],
  ['/jawab/abc_-9?info=%ff', '/jawab/abc_-9?info=%ff'],
  ['/jawab/abc%', '/jawab/-'],
  ['/jawab/%ff/kalender', '/jawab/-/kalender'],
  ['/jawab/%E0%A4?x=1#y', '/jawab/-?x=1#y'],
  ['/api/visits/%zz', '/api/visits/-'],
  [`/jawab/${'a'.repeat(200)}`, `/jawab/${'a'.repeat(200)}`],
  [`/jawab/${'a'.repeat(201)}/data`, '/jawab/-/data'],
  ['/program/%F0%9F%92%A5', '/program/%F0%9F%92%A5'],
])('%s is read as %s', (url, expected) => expect(readableUrl(url)).toBe(expected));
