import { describe, expect, test } from '@jest/globals';
import { dueAgendaReminder, dueAnswerReminder } from './officer-reminder.js';
import { digestWeek, lateDigestWeek } from './region-digest.js';

const wib = (text: string) => new Date(`${text}:00+07:00`);
const noHoliday = () => false;

test.each([
  ['2025-10-20T10:00', null],
  ['2025-10-21T10:00', null],
  ['2025-10-22T08:00', 2],
  ['2025-10-22T19:00', null],
  ['2025-10-25T10:00', null], // Saturday
  ['2025-10-27T10:00', 5],
])('a request of Monday 20 October is asked for on %s: %s', (now, days) => {
  expect(dueAnswerReminder(wib('2025-10-20T09:00'), wib(now), 'Asia/Jakarta', noHoliday)).toBe(days);
});

describe('a missing agenda', () => {
  const visit = { startsAt: wib('2025-10-30T09:00'), timeZone: 'Asia/Jakarta' } as const;
  test.each([
    ['2025-10-22T10:00', null],
    ['2025-10-23T10:00', 5],
    ['2025-10-28T10:00', 2],
    ['2025-10-30T10:00', null],
  ])('on %s: %s', (now, days) => {
    const confirmedAt = wib('2025-10-01T09:00');
    expect(dueAgendaReminder({ ...visit, confirmedAt }, wib(now), noHoliday)).toBe(days);
  });

  test('is nobody’s fault on the day of the confirmation', () => {
    const confirmedAt = wib('2025-10-28T09:00');
    expect(dueAgendaReminder({ ...visit, confirmedAt }, wib('2025-10-28T10:00'), noHoliday)).toBe(null);
  });
});

test('a digest leaves on the first working day of the week, in the office’s own working hours', () => {
  expect(digestWeek(wib('2025-10-20T08:00'), 'Asia/Jakarta', noHoliday)).toBe('2025-10-20');
  expect(digestWeek(wib('2025-10-20T07:00'), 'Asia/Jakarta', noHoliday)).toBe(null);
  expect(digestWeek(wib('2025-10-20T07:00'), 'Asia/Makassar', noHoliday)).toBe('2025-10-20');
  expect(digestWeek(wib('2025-10-21T08:00'), 'Asia/Jakarta', noHoliday)).toBe(null);
  const mondayOff = (date: string) => date === '2025-10-20';
  expect(digestWeek(wib('2025-10-20T08:00'), 'Asia/Jakarta', mondayOff)).toBe(null);
  expect(digestWeek(wib('2025-10-21T08:00'), 'Asia/Jakarta', mondayOff)).toBe('2025-10-20');
});

test.each([
  ['2025-10-20T16:00', null],
  ['2025-10-21T08:00', '2025-10-20'],
  ['2025-10-21T07:00', null],
  ['2025-10-22T16:00', '2025-10-20'],
  ['2025-10-23T08:00', null],
  ['2025-10-25T08:00', null],
])('a digest that could not leave on its day is still of use at %s: %p', (at, monday) => {
  expect(lateDigestWeek(wib(at), 'Asia/Jakarta', noHoliday)).toBe(monday);
});
