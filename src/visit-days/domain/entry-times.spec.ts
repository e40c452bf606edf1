import { describe, expect, test } from '@jest/globals';
import type { VisitState } from '../../visits/index.js';
import { entryTime, isDayOpen, supersedes } from './entry-times.js';

const now = new Date('2025-10-30T03:00:00Z');
const at = (time: string): Date => new Date(`2025-10-30T${time}Z`);

describe('The time something was entered', () => {
  test.each([
    ['as the device says', { enteredAt: at('02:30:00') }, at('02:30:00')],
    ['now, when the device says nothing', {}, now],
    ['now, when the device is ahead', { enteredAt: at('05:00:00') }, now],
    [
      'two weeks ago at the most',
      { enteredAt: new Date('2001-01-01T00:00:00Z') },
      new Date('2025-10-16T03:00:00Z'),
    ],
    [
      'as a device says that tells its clock, four weeks ago at the most',
      { enteredAt: new Date('2001-01-01T00:00:00Z'), sentAt: now },
      new Date('2025-10-02T03:00:00Z'),
    ],
    ['right by a clock that is slow', { enteredAt: at('02:50:00'), sentAt: at('02:57:00') }, at('02:53:00')],
    ['right by a clock that is ahead', { enteredAt: at('05:50:00'), sentAt: at('06:00:00') }, at('02:50:00')],
    [
      'right by a clock of another year',
      { enteredAt: new Date('2001-01-01T00:00:00Z'), sentAt: new Date('2001-01-01T00:01:00Z') },
      at('02:59:00'),
    ],
    [
      'now, when the clock was put back in between',
      { enteredAt: at('02:50:00'), sentAt: at('02:40:00') },
      now,
    ],
  ])('is %s', (_, device, expected) => {
    expect(entryTime(device, now)).toEqual(expected);
  });
});

describe('An attendance', () => {
  const standing = { attendance: 'present', attendanceAt: at('02:00:00') };
  test.each([
    ['absent', '02:00:01', true],
    ['present', '02:00:01', true],
    ['absent', '01:59:59', false],
    ['present', '02:00:00', false],
    ['absent', '02:00:00', true],
  ])('%s at %s takes the place of present at 02:00:00: %p', (attendance, time, wins) => {
    expect(supersedes({ attendance, attendanceAt: at(time) }, standing)).toBe(wins);
  });

  test('takes the place of none', () => {
    const given = { attendance: 'absent', attendanceAt: at('01:00:00') };
    expect(supersedes(given, { attendance: null, attendanceAt: null })).toBe(true);
  });
});

test.each<[VisitState, boolean]>([
  ['draft', false],
  ['requested', false],
  ['confirmed', true],
  ['held', true],
  ['closed', false],
  ['cancelled', false],
])('in state %s the day is open: %p', (state, open) => expect(isDayOpen(state)).toBe(open));
