import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distanceKm, distanceText, type Position } from './distance.js';

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

test('a distance is as exact as it is worth', () => {
  expect([0, 0.99, 7.26, 51.4].map(distanceText)).toEqual([
    'kurang dari 1 km',
    'kurang dari 1 km',
    '7,3 km',
    '51 km',
  ]);
});
