import { expect, test } from '@jest/globals';
import { freshnessFactor, rank, rarity, useFactor, type Match } from './note-ranking.js';

const now = new Date('2026-04-01T00:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
const match = (id: string, strengths: Record<number, number>, more: Partial<Match> = {}): Match => ({
  id,
  strengths,
  uses: 0,
  freshAt: now,
  ...more,
});
const order = (matches: Match[], terms = 2): string[] =>
  rank(matches, { terms, notes: 100, now }).map(({ id }) => id);

test('a rare term tells more than a common one, and none tells less than nothing', () => {
  expect(rarity(1, 100)).toBeGreaterThan(rarity(50, 100));
  expect(rarity(100, 100)).toBeGreaterThan(0);
  expect(rarity(5, 0)).toBeGreaterThan(0);
});

test('use grows by its logarithm', () => {
  expect(useFactor(0)).toBe(1);
  expect(useFactor(-3)).toBe(1);
  expect(useFactor(3) - useFactor(1)).toBeCloseTo(useFactor(1) - useFactor(0));
});

test('freshness loses half of what it may lose in two years', () => {
  expect(freshnessFactor(now, now)).toBe(1);
  expect(freshnessFactor(daysAgo(-5), now)).toBe(1);
  expect(freshnessFactor(daysAgo(730), now)).toBeCloseTo(0.925);
  expect(freshnessFactor(daysAgo(36_500), now)).toBeCloseTo(0.85);
});

test('whoever has all terms comes before whoever has one of them stronger', () => {
  expect(order([match('one', { 0: 0.9 }), match('all', { 0: 0.4, 1: 0.4 })])).toEqual(['all', 'one']);
});

test('use and freshness decide between equal matches, and never over a better one', () => {
  const old = match('old', { 0: 0.5 }, { freshAt: daysAgo(2000) });
  const used = match('used', { 0: 0.5 }, { uses: 8 });
  expect(order([old, match('new', { 0: 0.5 }), used], 1)).toEqual(['used', 'new', 'old']);
  expect(order([match('better', { 0: 1 }, { freshAt: daysAgo(2000) }), used], 1)).toEqual(['better', 'used']);
});

test('a match with only what everybody has is left out beside a whole one', () => {
  const common = Array.from({ length: 60 }, (_, i) => match(`common-${i}`, { 0: 0.9 }));
  expect(order([...common, match('meant', { 0: 0.3, 1: 0.3 })])).toEqual(['meant']);
  expect(order(common)).toHaveLength(60);
});

test('equal scores have an order of their own, and nothing matched is nothing', () => {
  expect(order([match('b', { 0: 1 }), match('a', { 0: 1 })], 1)).toEqual(['a', 'b']);
  expect(order([])).toEqual([]);
});
