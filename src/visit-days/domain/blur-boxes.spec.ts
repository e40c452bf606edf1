import { expect, test } from '@jest/globals';
import { areSound, MOST_BOXES, pixelsOf } from './blur-boxes.js';

const box = { x: 10, y: 20, width: 30, height: 40 };

test.each([
  [[box], true],
  [[], false],
  [[{ ...box, width: 0 }], false],
  [[{ ...box, x: -1 }], false],
  [[{ ...box, x: 100 }], false],
  [[{ ...box, height: 101 }], false],
  [[{ ...box, y: Number.NaN }], false],
  [[{ ...box, width: Number.POSITIVE_INFINITY }], false],
  [[{ ...box, x: 99, width: 50 }], true],
  [Array.from({ length: MOST_BOXES }, () => box), true],
  [Array.from({ length: MOST_BOXES + 1 }, () => box), false],
])('boxes %j are sound: %j', (boxes, sound) => {
  expect(areSound(boxes)).toBe(sound);
});

test('a box covers every pixel that it touches, and none beyond the photo', () => {
  expect(pixelsOf(box, { width: 1000, height: 500 })).toEqual({
    left: 100,
    top: 100,
    width: 300,
    height: 200,
  });
  expect(pixelsOf({ x: 0.05, y: 0.05, width: 0.01, height: 0.01 }, { width: 1000, height: 1000 })).toEqual({
    left: 0,
    top: 0,
    width: 1,
    height: 1,
  });
  expect(pixelsOf({ x: 90, y: 90, width: 100, height: 100 }, { width: 10, height: 10 })).toEqual({
    left: 9,
    top: 9,
    width: 1,
    height: 1,
  });
});
