import { mondayOf } from '../../platform/text/calendar-dates.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BusyTime } from './availability.js';
import { defaultPolicy } from './hosting-policy.js';
import { weekPreview } from './week-preview.js';

const now = new Date('2025-10-27T09:00:00+07:00');
const host = {
  policy: { ...defaultPolicy, capacity: 2 },
  closedDays: [{ date: '2025-10-29', reason: 'Apel' }],
  holidays: [],
  periods: [],
  kinds: [],
  timeZone: 'Asia/Jakarta' as const,
};
const at = (clock: string): Date => new Date(`2025-10-30T${clock}:00+07:00`);

describe('The week of a host', () => {
  test('has Monday to Friday, what is closed, and what lies within notice', () => {
    const days = weekPreview({ ...host, busy: [] }, mondayOf('2025-11-02'), now);
    expect(days.map(({ date }) => date.slice(8))).toEqual(['27', '28', '29', '30', '31']);
    expect(days[2]?.closure).toEqual({ reason: 'Apel', holiday: false });
    expect(days.map(({ stretches }) => stretches[0]?.notice)).toEqual([
      'too-soon',
      'too-soon',
      'in-time',
      'in-time',
      'in-time',
    ]);
  });

  test('is cut where places are taken', () => {
    const busy: BusyTime[] = [{ startsAt: at('09:00'), endsAt: at('10:00'), lane: 1 }];
    const [first, second, third] = weekPreview({ ...host, busy }, '2025-10-27', now)[3]?.stretches ?? [];
    expect([first?.freePlaces, second?.freePlaces, third?.freePlaces]).toEqual([2, 1, 2]);
    expect(second).toMatchObject({ startsAt: at('09:00'), endsAt: at('10:00') });
  });

  test('covers the hosting hours exactly, whatever is taken', () => {
    const stretch = fc.record({ from: fc.nat(6000), length: fc.integer({ min: 1, max: 900 }) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (taken) => {
        const start = new Date('2025-10-27T00:00:00+07:00').getTime();
        const busy = taken.map(({ from, length }) => ({
          startsAt: new Date(start + from * 60_000),
          endsAt: new Date(start + (from + length) * 60_000),
        }));
        const minutes = weekPreview({ ...host, busy }, '2025-10-27', now)
          .flatMap(({ stretches }) => stretches)
          .reduce((sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 60_000, 0);
        expect(minutes).toBe(4 * 7 * 60 + 6 * 60);
      }),
    );
  });
});

test('Hours of today that are over are past, whatever the notice', () => {
  const noon = new Date('2025-10-30T12:30:00+07:00');
  const today = { ...host, policy: { ...host.policy, shortestNoticeDays: 0 }, busy: [] };
  const [thursday] = weekPreview(today, '2025-10-27', noon).filter(({ date }) => date === '2025-10-30');
  expect(thursday?.stretches.map(({ notice }) => notice)).toEqual(['past', 'in-time']);
});
