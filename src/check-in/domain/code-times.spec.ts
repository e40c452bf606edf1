import { describe, expect, test } from '@jest/globals';
import {
  dayStart,
  isCheckInOpen,
  isPrintedFresh,
  isSessionLive,
  isStepFresh,
  printedHours,
  stepAt,
} from './code-times.js';

const at = (time: string, date = '2025-10-30'): Date => new Date(`${date}T${time}:00+07:00`);
const visit = {
  state: 'confirmed' as const,
  startsAt: at('09:00'),
  endsAt: at('12:00'),
  ownHours: null,
  timeZone: 'Asia/Jakarta' as const,
};

describe('A code of the screen', () => {
  const step = stepAt(at('08:50'));

  test.each([
    ['while it is shown', '08:50', true],
    ['when it is typed slowly', '08:55', true],
    ['a clock two minutes behind', '08:48', true],
    ['a clock that is far behind', '08:40', false],
    ['seven minutes after', '08:57', false],
    ['an hour after', '09:50', false],
  ])('%s', (_, clock, isFresh) => {
    expect(isStepFresh(step, at(clock))).toBe(isFresh);
  });
});

test('what was scanned may be sent for a day, and nothing from the future', () => {
  expect(isSessionLive(at('08:50'), at('08:49', '2025-10-31'))).toBe(true);
  expect(isSessionLive(at('08:50'), at('08:50', '2025-10-31'))).toBe(false);
  expect(isSessionLive(at('08:50'), at('08:40'))).toBe(false);
});

test.each([
  ['the evening before', at('23:59', '2025-10-29'), false],
  ['from the first hour of the day', at('00:00'), true],
  ['in the evening', at('23:59'), true],
  ['the day after', at('00:00', '2025-10-31'), false],
])('people check in %s', (_, now, isOpen) => {
  expect(isCheckInOpen(visit, now)).toBe(isOpen);
  expect(isCheckInOpen({ ...visit, state: 'cancelled' }, now)).toBe(false);
});

test('a paper is good an hour around each day', () => {
  expect(printedHours(visit)).toEqual([{ startsAt: at('08:00'), endsAt: at('13:00') }]);
  const several = { ...visit, endsAt: at('12:00', '2025-10-31') };
  expect(
    [at('07:59'), at('08:00'), at('13:00'), at('18:00')].map((now) => isPrintedFresh(several, now)),
  ).toEqual([false, true, true, false]);
  expect(isPrintedFresh(several, at('08:30', '2025-10-31'))).toBe(true);
  expect(dayStart(several, at('09:10', '2025-10-31'))).toEqual(at('09:00', '2025-10-31'));
});
