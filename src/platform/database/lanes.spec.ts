import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Lanes } from './lanes.js';
import { outageOf } from './postgres-errors.js';

const tooSlow = new Error('too slow');
const isTooSlow = (error: unknown): boolean => error === tooSlow;

/** Work that goes on until it is let go. */
function held() {
  let end: (error?: Error) => void = () => undefined;
  const until = new Promise<void>((resolve, reject) => {
    end = (error) => {
      if (error) reject(error);
      else resolve();
    };
  });
  return { until, end: (error?: Error) => end(error) };
}

describe('Lanes', () => {
  test('leave part of the pool to others, whatever one lane takes', async () => {
    const lanes = new Lanes(10);
    const works = Array.from({ length: 20 }, held);
    const begun: number[] = [];
    const use = (index: number) =>
      lanes.within('slow', () =>
        lanes.use(async () => {
          begun.push(index);
          await works[index]?.until;
        }, isTooSlow),
      );
    const all = works.map((_, index) => use(index));
    await setImmediate();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6]);
    await lanes.within('other', () => lanes.use(() => Promise.resolve(), isTooSlow));
    for (const work of works) {
      work.end();
      await setImmediate();
    }
    await Promise.all(all);
    expect(begun).toEqual(works.map((_, index) => index));
  });

  test('narrow to one where something took too long, and widen again with what succeeds', async () => {
    const lanes = new Lanes(10);
    const widthNow = async (): Promise<number> => {
      const works = Array.from({ length: 10 }, held);
      let using = 0;
      const all = works.map(({ until }) =>
        lanes.within('a', () =>
          lanes.use(() => {
            using += 1;
            return until;
          }, isTooSlow),
        ),
      );
      await setImmediate();
      const width = using;
      for (const { end } of works) end(new Error('no success'));
      await Promise.allSettled(all);
      return width;
    };
    const once = (error?: Error) =>
      lanes
        .within('a', () => lanes.use(() => (error ? Promise.reject(error) : Promise.resolve()), isTooSlow))
        .catch(() => undefined);
    expect(await widthNow()).toBe(7);
    await once(tooSlow);
    expect(await widthNow()).toBe(1);
    for (let i = 0; i < 12; i++) await once();
    expect(await widthNow()).toBe(2);
    for (let i = 0; i < 100; i++) await once();
    expect(await widthNow()).toBe(7);
  });

  test('refuse whose turn does not come, and at once who would be one of too many', async () => {
    jest.useFakeTimers();
    try {
      const lanes = new Lanes(2);
      const work = held();
      const use = () => lanes.within('a', () => lanes.use(() => work.until, isTooSlow));
      const first = use();
      const waiting = Array.from({ length: 20 }, () => use().catch((error: unknown) => outageOf(error)));
      await expect(use().catch((error: unknown) => outageOf(error))).resolves.toBe('busy');
      await jest.advanceTimersByTimeAsync(5000);
      expect(await Promise.all(waiting)).toEqual(Array(20).fill('busy'));
      work.end();
      await first;
      await use();
    } finally {
      jest.useRealTimers();
    }
  });

  test('in the background wait as long as it takes, and are not narrowed', async () => {
    jest.useFakeTimers();
    try {
      const lanes = new Lanes(2);
      const work = held();
      const use = (end: Promise<void>) =>
        lanes.within('jobs', () => lanes.use(() => end, isTooSlow), { isPatient: true });
      const all = [use(work.until), ...Array.from({ length: 50 }, () => use(Promise.resolve()))];
      await jest.advanceTimersByTimeAsync(600_000);
      work.end();
      await Promise.all(all);
    } finally {
      jest.useRealTimers();
    }
  });

  test('outside of all lanes nobody waits', async () => {
    await expect(new Lanes(1).use(() => Promise.resolve(3), isTooSlow)).resolves.toBe(3);
  });

  test('tell of long waits for a connection, of many in a second in one line', async () => {
    const said = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const lanes = new Lanes(1);
    const use = () => lanes.within('one', () => lanes.use(() => sleep(120), isTooSlow));
    await Promise.all([use(), use(), use(), use()]);
    expect(said.mock.calls).toEqual([
      [expect.stringMatching(/^1 waited for a connection, the longest 2\d\d ms$/)],
    ]);
    said.mockRestore();
  });
});
