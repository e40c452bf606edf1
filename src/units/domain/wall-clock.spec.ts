import { expect, test } from '@jest/globals';
import { minuteOfClock } from '../../platform/text/typed-clock.js';
import { clockOfMinute, wallClockPattern } from './wall-clock.js';

test('every minute of the day is written and read back', () => {
  for (let minute = 0; minute <= 1440; minute += 1) {
    const clock = clockOfMinute(minute);
    expect(clock).toMatch(wallClockPattern);
    expect(minuteOfClock(clock)).toBe(minute);
  }
});

test.each(['24:01', '25:00', '8:30', '08.30', '08:60', ''])('%p is no time', (clock) => {
  expect(clock).not.toMatch(wallClockPattern);
});
