import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { giveBackMemory } from './give-back-memory.js';

test('memory is given back once, when nothing is done any more', async () => {
  let given = 0;
  giveBackMemory(() => {
    given += 1;
  }, 100);
  for (const until = performance.now() + 500; performance.now() < until;) {
    const busyUntil = performance.now() + 40;
    while (performance.now() < busyUntil);
    await setTimeout(1);
  }
  expect(given).toBe(0);
  await setTimeout(600);
  expect(given).toBe(1);
});

/** How much of the heap is used where a million objects have just been let go. */
function withLitter(): number {
  const litter = Array.from({ length: 1_000_000 }, (_, at) => ({ at }));
  expect(litter.length).toBe(1_000_000);
  return process.memoryUsage().heapUsed;
}

test('the engine gives back what nothing holds', async () => {
  const before = withLitter();
  giveBackMemory(undefined, 50);
  await setTimeout(1500);
  expect(process.memoryUsage().heapUsed).toBeLessThan(before - 10_000_000);
});
