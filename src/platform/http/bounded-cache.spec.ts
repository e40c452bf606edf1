import { expect, test } from '@jest/globals';
import { BoundedCache } from './bounded-cache.js';

test('what was used longest ago goes, and never is more kept than may be', () => {
  const cache = new BoundedCache<string>(10);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  expect(cache.get('a')).toBe('A');
  cache.set('c', 'C', 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
  expect(cache.weight).toBe(8);
  cache.set('c', 'D', 6);
  expect([cache.get('a'), cache.get('c'), cache.weight]).toEqual(['A', 'D', 10]);
  cache.set('e', 'E', 11);
  expect([cache.get('e'), cache.weight]).toEqual([undefined, 10]);
  cache.set('c', 'too heavy now', 11);
  expect([cache.get('c'), cache.weight]).toEqual([undefined, 4]);
});
