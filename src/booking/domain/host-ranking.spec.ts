import { describe, expect, test } from '@jest/globals';
import { rankHosts, type HostInOrder, type HostWish } from './host-ranking.js';

const host = (name: string, facts: Partial<HostInOrder> = {}): HostInOrder => ({
  name,
  latitude: null,
  longitude: null,
  positionConfirmed: false,
  open: true,
  nameRank: 0,
  notes: 0,
  hosted: 0,
  ...facts,
});
const near = { latitude: -7.4, longitude: 109.7 };
const far = { latitude: -2.6, longitude: 140.7 };
const wish: HostWish = {
  from: { latitude: -7.42, longitude: 109.23, positionConfirmed: false },
  withinKm: null,
  order: 'cocok',
};
const names = (hosts: HostInOrder[], change: Partial<HostWish> = {}) =>
  rankHosts(hosts, { ...wish, ...change }).map(({ name }) => name);

describe('who is good at this', () => {
  const hosts = [
    host('E tanpa letak'),
    host('D dekat', near),
    host('C menerima', { ...far, hosted: 2 }),
    host('B menulis', { ...far, notes: 1 }),
    host('A tertutup', { ...near, notes: 9, open: false }),
  ];

  test('is who wrote about it, who showed it, who is near; a closed one comes last', () =>
    expect(names(hosts)).toEqual(['B menulis', 'C menerima', 'D dekat', 'E tanpa letak', 'A tertutup']));

  test('is not asked when hosts are wanted by distance or by name', () => {
    expect(names(hosts, { order: 'jarak' })[0]).toBe('A tertutup');
    expect(names(hosts, { order: 'nama' })[0]).toBe('A tertutup');
    expect(names(hosts, { order: 'jarak' }).at(-1)).toBe('E tanpa letak');
  });

  test('a name that begins with the words goes before one that has them inside', () =>
    expect(names([host('A', { nameRank: 1 }), host('B')])).toEqual(['B', 'A']));
});

test('a farthest distance leaves out whose place is not known', () => {
  const hosts = [host('tanpa letak'), host('jauh', far), host('dekat', near)];
  expect(names(hosts, { withinKm: 100 })).toEqual(['dekat']);
  expect(names(hosts, { withinKm: 100, from: null })).toEqual([]);
});

test('the distance is told, or that it is not known', () => {
  const [first, second] = rankHosts([host('b', near), host('a')], wish);
  expect(first?.distance?.km).toBeGreaterThan(50);
  expect(second?.distance).toBeNull();
});
