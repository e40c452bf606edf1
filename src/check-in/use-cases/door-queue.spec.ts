import { expect, test } from '@jest/globals';
import { DoorQueue } from './door-queue.js';

test('two of a door are served at once, in the order in which they came, and each door has a line of its own', async () => {
  const queue = new DoorQueue();
  let atOnce = 0;
  let most = 0;
  const order: number[] = [];
  const serve = (door: string, number: number) =>
    queue.serve(door, async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 1));
      order.push(number);
      atOnce -= 1;
    });
  await Promise.all(Array.from({ length: 20 }, (_, number) => serve('a', number)));
  expect(most).toBe(2);
  expect(order).toEqual([...order].sort((one, other) => one - other));
  await Promise.all([serve('a', 20), serve('a', 21), serve('b', 22), serve('b', 23)]);
  expect(most).toBe(4);
});

test('a failure hands the place on, and who comes to an endless line is sent away', async () => {
  const queue = new DoorQueue();
  await expect(queue.serve('a', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  let leave: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (leave = resolve));
  const line = Array.from({ length: 502 }, () => queue.serve('a', () => held));
  await expect(queue.serve('a', () => held)).rejects.toMatchObject({ code: 'too-many-requests' });
  leave();
  await Promise.all(line);
  expect(await queue.serve('a', () => Promise.resolve('served'))).toBe('served');
});
