import { describe, expect, test } from '@jest/globals';
import type { MailFate } from './mail-fate.js';
import { afterFailure, LONGEST_WAIT_MS, type Tried } from './retry.js';
import { reasonOf } from './smtp-failure.js';

const now = new Date('2025-10-30T02:00:00Z');
const fresh: Tried = { tries: 0, doubts: 0, queuedAt: now };
const after = (fate: MailFate, before: Partial<Tried> = {}) =>
  afterFailure(fate, { ...fresh, ...before }, now);

describe('A mail that may get through later', () => {
  test.each([
    [0, '2025-10-30T02:01:00.000Z'],
    [1, '2025-10-30T02:05:00.000Z'],
    [2, '2025-10-30T02:15:00.000Z'],
    [3, '2025-10-30T03:00:00.000Z'],
    [4, '2025-10-30T06:00:00.000Z'],
    [5, '2025-10-30T14:00:00.000Z'],
    [6, '2025-10-31T02:00:00.000Z'],
    [9, '2025-10-31T02:00:00.000Z'],
  ])('after %i tries before waits until %s', (tries, expected) => {
    const { state, nextTryAt, tries: counted } = after('later', { tries });
    expect([state, counted, nextTryAt.toISOString()]).toEqual(['queued', tries + 1, expected]);
  });

  test('is given up after between four and five days (RFC 5321 section 4.5.4.1)', () => {
    let tried = fresh;
    let waited = 0;
    for (;;) {
      const { state, tries, doubts, nextTryAt } = afterFailure('later', tried, now);
      if (state === 'failed') break;
      waited += nextTryAt.getTime() - now.getTime();
      tried = { tries, doubts, queuedAt: now };
    }
    const days = waited / 86_400_000;
    expect(days).toBeGreaterThan(4);
    expect(days).toBeLessThan(5);
  });
});

test('a fault of the server costs no try, however often it comes', () => {
  for (const tries of [0, 9, 500])
    expect(after('server-fault', { tries })).toMatchObject({ state: 'queued', tries });
});

test('a mail that is not taken from us waits without a try, for five days', () => {
  const queuedAt = (age: number) => new Date(now.getTime() - age);
  const waits = after('sender-blocked', { queuedAt: queuedAt(LONGEST_WAIT_MS - 1) });
  expect(waits).toMatchObject({ state: 'queued', tries: 0 });
  expect(after('sender-blocked', { queuedAt: queuedAt(LONGEST_WAIT_MS) }).state).toBe('failed');
});

test('one that may have arrived is sent again at most twice, each time later', () => {
  const first = after('in-doubt');
  const second = after('in-doubt', { doubts: 1 });
  expect([first.state, second.state, after('in-doubt', { doubts: 2 }).state]).toEqual([
    'queued',
    'queued',
    'failed',
  ]);
  const wait = (at: Date) => at.getTime() - now.getTime();
  expect(wait(first.nextTryAt)).toBeGreaterThanOrEqual(30 * 60_000);
  expect(wait(second.nextTryAt)).toBeGreaterThan(wait(first.nextTryAt));
  expect(second).toMatchObject({ tries: 0, doubts: 2 });
});

test.each(['refused', 'address-dead'] as const)('%s is given up at once', (fate) => {
  expect(after(fate)).toMatchObject({ state: 'failed', tries: 1 });
});

describe('reasonOf', () => {
  test('is one line that PostgreSQL can store', () => {
    expect(reasonOf(new Error('550 no\r\nsuch\u0000user '))).toBe('550 no such user');
  });

  test('is at most 500 characters', () => {
    expect(reasonOf(new Error('x'.repeat(9000)))).toBe('x'.repeat(500));
  });

  test('is never empty for an error', () => {
    expect(reasonOf(new RangeError())).toBe('RangeError');
    expect(reasonOf('refused')).toBe('refused');
  });
});
