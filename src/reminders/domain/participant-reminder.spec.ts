import { describe, expect, test } from '@jest/globals';
import {
  dueParticipantReminder,
  lateParticipantReminder,
  usualSetting,
  type RemindedTime,
} from './participant-reminder.js';

const wib = (text: string) => new Date(`${text}:00+07:00`);
const noHoliday = () => false;
/** Thursday 30 October 2025, 09.00 WIB. */
const thursday: RemindedTime = {
  startsAt: wib('2025-10-30T09:00'),
  zone: 'Asia/Jakarta',
  setting: usualSetting,
  knownSince: wib('2025-10-01T10:00'),
};
const due = (
  now: string,
  time: Partial<RemindedTime> = {},
  isHoliday: (date: string) => boolean = noHoliday,
) => dueParticipantReminder({ ...thursday, ...time }, wib(now), isHoliday);

describe('a participant is reminded', () => {
  test.each([
    ['2025-10-26T09:00', null], // Sunday
    ['2025-10-27T07:59', null],
    ['2025-10-27T08:00', 'day-3'],
    ['2025-10-27T16:29', 'day-3'],
    ['2025-10-27T16:30', null],
    ['2025-10-28T10:00', null],
    ['2025-10-29T08:00', 'day-1'],
    ['2025-10-29T15:00', 'evening'],
    ['2025-10-29T16:30', null],
    ['2025-10-30T08:00', null],
    ['2025-10-31T08:00', null],
  ])('%s: %s', (now, reminder) => {
    expect(due(now)).toBe(reminder);
  });

  test('in working hours of the own zone', () => {
    const jayapura = { zone: 'Asia/Jayapura' } as const;
    expect(due('2025-10-27T06:00', jayapura)).toBe('day-3'); // 08.00 WIT
    expect(due('2025-10-27T15:00', jayapura)).toBe(null); // 17.00 WIT
  });

  test('on the last working day before, once, when its own day is off', () => {
    const monday = { startsAt: wib('2025-11-03T09:00') };
    expect(due('2025-10-31T09:00', monday)).toBe('day-1'); // Friday, for both the third and the first day before
    expect(due('2025-10-31T15:10', monday)).toBe('evening');
    expect(due('2025-11-01T09:00', monday)).toBe(null);
    const isHoliday = (date: string) => date === '2025-10-29';
    expect(due('2025-10-28T09:00', {}, isHoliday)).toBe('day-1');
    expect(due('2025-10-29T09:00', {}, isHoliday)).toBe(null);
  });

  test('of nothing that left before the participant knew of the visit', () => {
    expect(due('2025-10-29T08:30', { knownSince: wib('2025-10-29T08:20') })).toBe(null);
    expect(due('2025-10-29T15:30', { knownSince: wib('2025-10-29T08:20') })).toBe('evening');
    expect(due('2025-10-29T15:30', { knownSince: wib('2025-10-29T15:20') })).toBe(null);
  });

  test('as the unit has set', () => {
    const setting = { daysBefore: [7], eveningBefore: false };
    expect(due('2025-10-23T09:00', { setting })).toBe('day-7');
    expect(due('2025-10-29T09:00', { setting })).toBe(null);
    expect(due('2025-10-29T15:30', { setting })).toBe(null);
  });
});

describe('a reminder that missed its hours', () => {
  const late = (now: string, time: Partial<RemindedTime> = {}) =>
    lateParticipantReminder({ ...thursday, ...time }, wib(now), noHoliday);
  test.each([
    ['2025-10-28T17:00', null], // There is still a later one.
    ['2025-10-29T15:30', null], // Its own hours.
    ['2025-10-29T16:30', 'evening'],
    ['2025-10-29T19:59', 'evening'],
    ['2025-10-29T20:00', null], // At night nobody reads it.
    ['2025-10-30T05:59', null],
    ['2025-10-30T06:00', 'evening'],
    ['2025-10-30T09:00', null],
  ])('at %s: %s', (now, reminder) => expect(late(now)).toBe(reminder));

  test('is that of the morning where a unit wants none in the evening', () => {
    const setting = { daysBefore: [3, 1], eveningBefore: false };
    expect(late('2025-10-29T17:00', { setting })).toBe('day-1');
  });

  test('is none for whom nothing was due then', () => {
    expect(late('2025-10-29T17:00', { knownSince: wib('2025-10-29T16:00') })).toBe(null);
    expect(late('2025-10-29T17:00', { setting: { daysBefore: [], eveningBefore: false } })).toBe(null);
  });
});
