import { expect, test } from '@jest/globals';
import { between, inside, movedBy, resizedBy } from './blur-geometry.js';

const box = { x: 10, y: 10, width: 20, height: 30 };

test('a box stays inside the photo when it is moved', () => {
  expect(movedBy(box, 5, -5)).toEqual({ ...box, x: 15, y: 5 });
  expect(movedBy(box, 500, 500)).toEqual({ ...box, x: 80, y: 70 });
  expect(movedBy(box, -500, -500)).toEqual({ ...box, x: 0, y: 0 });
});

test('a box ends at the edge of the photo when it is resized, and keeps its place', () => {
  expect(resizedBy(box, 500, 500)).toEqual({ x: 10, y: 10, width: 90, height: 90 });
  expect(resizedBy(box, -500, -500)).toEqual({ x: 10, y: 10, width: 1, height: 1 });
});

test('a box is drawn from any corner to any other, also beyond the photo', () => {
  expect(between([10, 20], [40, 60])).toEqual({ x: 10, y: 20, width: 30, height: 40 });
  expect(between([40, 60], [10, 20])).toEqual({ x: 10, y: 20, width: 30, height: 40 });
  expect(between([-10, -10], [150, 50])).toEqual({ x: 0, y: 0, width: 100, height: 50 });
});

test('a box is never smaller than one can see', () => {
  expect(inside({ x: 100, y: 100, width: 0, height: 0 })).toEqual({ x: 99, y: 99, width: 1, height: 1 });
});
