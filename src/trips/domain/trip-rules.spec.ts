import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aboutWords, fastestMinutes, travelMinutes } from './travel.js';
import { inOrder, legsFault, type LegTime } from './trip-rules.js';

const HOUR = 3_600_000;
const BEGIN = Date.parse('2025-11-04T00:00:00Z');

const purwokerto = { latitude: -7.42, longitude: 109.24 };
const banjarnegara = { latitude: -7.4, longitude: 109.69 };
const jayapura = { latitude: -2.54, longitude: 140.7 };

const leg = (
  host: string,
  from: number,
  to: number,
  place: Pick<LegTime, 'latitude' | 'longitude'>,
): LegTime => ({
  host,
  startsAt: new Date(BEGIN + from * HOUR),
  endsAt: new Date(BEGIN + to * HOUR),
  ...place,
  positionConfirmed: false,
  mode: 'on-site',
});

describe('legsFault', () => {
  test('takes legs with the way between them, in any order', () => {
    const legs = [leg('B', 13, 15, purwokerto), leg('A', 8, 11, banjarnegara)];
    expect(legsFault(legs)).toBeNull();
    expect(inOrder(legs).map(({ host }) => host)).toEqual(['A', 'B']);
  });

  test('refuses legs at one time, and those nobody reaches in time', () => {
    const [near, far] = [leg('A', 8, 11, banjarnegara), leg('B', 13, 15, jayapura)];
    expect(legsFault([leg('B', 10, 12, purwokerto), near])).toMatchObject({
      code: 'trip-legs-overlap',
      earlier: 'A',
      later: 'B',
    });
    expect(legsFault([near, far])).toMatchObject({ code: 'trip-leg-unreachable', between: 120 });
    expect(legsFault([near, { ...far, latitude: null }])).toBeNull();
  });

  test('knows no way to a leg that is online, but the one past it', () => {
    const [near, far] = [leg('A', 8, 11, banjarnegara), leg('C', 14, 15, jayapura)];
    expect(legsFault([near, { ...far, mode: 'online' }])).toBeNull();
    expect(legsFault([near, { ...far, mode: 'hybrid' }])).toMatchObject({ code: 'trip-leg-unreachable' });
    const between = { ...leg('B', 12, 13, purwokerto), mode: 'online' } as const;
    expect(legsFault([near, between, far])).toMatchObject({
      code: 'trip-leg-unreachable',
      earlier: 'A',
      later: 'C',
    });
    expect(legsFault([near, { ...leg('B', 10, 12, purwokerto), mode: 'online' }])).toMatchObject({
      code: 'trip-legs-overlap',
    });
  });

  const anyLeg = fc
    .record({
      from: fc.integer({ min: 0, max: 200 }),
      hours: fc.integer({ min: 1, max: 8 }),
      host: fc.string(),
    })
    .map(({ from, hours, host }) => leg(host, from, from + hours, { latitude: null, longitude: null }));

  test('whatever is added, moved or dropped in whatever order, no two legs that stand overlap', () => {
    const changes = fc.array(
      fc.record({ what: fc.constantFrom('add', 'move', 'drop'), at: fc.nat(5), leg: anyLeg }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(changes, (sequence) => {
        let standing: LegTime[] = [];
        for (const { what, at, leg: given } of sequence) {
          const rest = standing.filter((_, index) => index !== at % Math.max(1, standing.length));
          const wanted = what === 'add' ? [...standing, given] : what === 'move' ? [...rest, given] : rest;
          if (legsFault(wanted) === null) standing = wanted;
        }
        for (const one of standing) {
          const others = standing.filter((other) => other !== one);
          expect(others.some((other) => one.startsAt < other.endsAt && other.startsAt < one.endsAt)).toBe(
            false,
          );
        }
      }),
    );
  });

  test('is the same for every order of the legs', () => {
    fc.assert(
      fc.property(fc.array(anyLeg, { maxLength: 4 }), (legs) => {
        expect(legsFault([...legs].reverse()) === null).toBe(legsFault(legs) === null);
      }),
    );
  });
});

describe('The way', () => {
  test('takes longer the farther it is, and never less than what nobody manages', () => {
    const distance = fc.double({ min: 0, max: 5200, noNaN: true });
    fc.assert(
      fc.property(distance, distance, (a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        expect(travelMinutes(near)).toBeLessThanOrEqual(travelMinutes(far));
        expect(fastestMinutes(near)).toBeLessThanOrEqual(travelMinutes(near));
      }),
    );
  });

  test.each([
    [0, 'kira-kira 10 menit'],
    [94, 'kira-kira 1 jam 30 menit'],
    [121, 'kira-kira 2 jam'],
  ])('of %i minutes is told as %s', (minutes, words) => {
    expect(aboutWords(minutes)).toBe(words);
  });
});
