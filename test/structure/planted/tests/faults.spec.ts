import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';

const shared = globalThis as { plantedRuns?: number };

test('expects what is not so', () => {
  expect({ x: 1 }).toEqual({ x: 2 });
});

test('never ends', () => new Promise(() => undefined), 200);

test('leaves a rejection behind', async () => {
  void Promise.reject(new Error('nobody waits for this'));
  await new Promise((resolve) => setTimeout(resolve, 20));
});

describe('with a hook that fails', () => {
  beforeAll(() => {
    throw new Error('the hook failed');
  });
  test('is not run', () => undefined);
});

describe('with a hook after each', () => {
  afterEach(() => {
    throw new Error('the hook failed');
  });
  test('is failed by it', () => undefined);
});

test('passes', () => {
  expect(2).toBe(2);
  shared.plantedRuns = 1;
});

test('replaces a function for this file', () => {
  jest.spyOn(Math, 'random').mockReturnValue(0.5);
  expect(Math.random()).toBe(0.5);
});
