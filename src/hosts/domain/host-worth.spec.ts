import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rankByWorth, worthOf, type HostEvidence } from './host-worth.js';

const about = (km: number) => ({ km, confirmed: false });

const now = new Date('2025-10-30T02:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const host = (name: string, given: Partial<HostEvidence> = {}): HostEvidence => ({
  name,
  notes: 0,
  replications: 0,
  uses: 0,
  hosted: 0,
  rating: null,
  distance: null,
  nextFree: null,
  ...given,
});

describe('what a visit to a host is worth', () => {
  test('every part has its points and its ceiling', () => {
    const much = host('a', {
      ...{ notes: 9, replications: 9, uses: 9, hosted: 9 },
      ...{ rating: { average: 5, count: 3 }, distance: about(0), nextFree: now },
    });
    expect(worthOf(much, now)).toEqual({
      replications: 20,
      notes: 16,
      uses: 5,
      hosted: 5,
      rating: 8,
      distance: 4,
      freeTime: 3,
    });
    expect(Object.values(worthOf(host('b'), now)).every((part) => part === 0)).toBe(true);
    expect(worthOf(host('c', { rating: { average: 2, count: 3 } }), now).rating).toBe(-4);
    expect(worthOf(host('d', { distance: about(250), nextFree: inDays(20) }), now)).toMatchObject({
      distance: 3,
      freeTime: 2,
    });
  });

  test.each([
    ['what was replicated before what was only written', { replications: 1 }, { notes: 1 }],
    [
      'what was written before what is only near',
      { notes: 1, distance: about(900) },
      { distance: about(100) },
    ],
    [
      'a well rated host before one that guests did not like',
      { rating: { average: 4.6, count: 9 } },
      { rating: { average: 2.5, count: 9 } },
    ],
    ['the nearer of equals', { notes: 2, distance: about(40) }, { notes: 2, distance: about(400) }],
    ['who is free sooner', { notes: 2, nextFree: inDays(3) }, { notes: 2, nextFree: inDays(40) }],
  ])('puts %s', (_, better, worse) => {
    expect(rankByWorth([host('a', worse), host('b', better)], now).map(({ name }) => name)).toEqual([
      'b',
      'a',
    ]);
  });

  test('more of anything good never ranks lower, and the order given does not matter', () => {
    const some = fc.record({
      notes: fc.nat(6),
      replications: fc.nat(6),
      uses: fc.nat(6),
      hosted: fc.nat(6),
    });
    fc.assert(
      fc.property(some, some, (one, more) => {
        const better = {
          notes: one.notes + more.notes,
          replications: one.replications + more.replications,
          uses: one.uses + more.uses,
          hosted: one.hosted + more.hosted,
        };
        const both = [host('a', better), host('b', one)];
        const [first] = rankByWorth(both, now);
        expect(first?.name).toBe('a');
        expect(rankByWorth(both.toReversed(), now)[0]?.name).toBe('a');
      }),
    );
  });
});
