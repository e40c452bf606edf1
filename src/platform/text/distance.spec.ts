import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distanceBetween, distanceKm, distanceText, shownKilometres, type Position } from './distance.js';

const purwokerto = { latitude: -7.4245, longitude: 109.2302 };
const banjarnegara = { latitude: -7.397, longitude: 109.693 };
const abepura = { latitude: -2.61, longitude: 140.67 };
const position: fc.Arbitrary<Position> = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

test('is known for places one can look up', () => {
  expect(distanceKm(purwokerto, banjarnegara)).toBeCloseTo(51.1, 0);
  expect(distanceKm(purwokerto, abepura)).toBeGreaterThan(3400);
  expect(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 })).toBeCloseTo(
    111.2,
    0,
  );
});

test('is nothing to oneself, the same both ways, and never more than half around', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      expect(distanceKm(a, a)).toBe(0);
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, b)).toBeLessThanOrEqual(20_016);
    }),
  );
});

test('a distance is as exact as the places are known', () => {
  const about = (km: number) => distanceText({ km, confirmed: false });
  const exactly = (km: number) => distanceText({ km, confirmed: true });
  expect([0, 0.99, 7.26, 51.4].map(about)).toEqual([
    'kurang dari 1 km',
    'kurang dari 1 km',
    'kira-kira 7,3 km',
    'kira-kira 51 km',
  ]);
  expect([0, 0.7404, 0.9996, 51.1041].map(exactly)).toEqual(['0 m', '740 m', '1,000 km', '51,104 km']);
});

test('a distance is known between known places only, and to the metre where both are confirmed', () => {
  const [near, far] = [purwokerto, banjarnegara].map((place) => ({ ...place, positionConfirmed: true }));
  const guessed = { ...banjarnegara, positionConfirmed: false };
  const nowhere = { latitude: null, longitude: null, positionConfirmed: false };
  expect(distanceBetween(near!, far!)).toEqual({ km: distanceKm(purwokerto, banjarnegara), confirmed: true });
  expect(distanceBetween(near!, guessed)?.confirmed).toBe(false);
  expect(distanceBetween(guessed, near!)?.confirmed).toBe(false);
  expect([distanceBetween(near!, nowhere), distanceBetween(null, near!)]).toEqual([null, null]);
  expect(shownKilometres({ km: 51.10449, confirmed: true })).toBe(51.104);
  expect(shownKilometres({ km: 51.6, confirmed: false })).toBe(52);
});
