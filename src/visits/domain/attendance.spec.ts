import { expect, test } from '@jest/globals';
import { arrivedAs, attendances, attendancesAway, attendancesThere, isRepresented } from './attendance.js';

test('each state says whether somebody was there, and only one names another', () => {
  expect(attendancesThere).toEqual(['present', 'late']);
  expect(attendancesAway).toEqual(['excused', 'absent', 'represented']);
  expect(attendances.filter(isRepresented)).toEqual(['represented']);
});

test.each([
  ['09.15.00', 15, 'present'],
  ['09.15.01', 15, 'late'],
  ['08.40.00', 0, 'present'],
  ['09.00.01', 0, 'late'],
])('who comes at %s with %d minutes is %s', (clock, minutes, attendance) => {
  const at = (time: string) => new Date(`2025-10-30T${time.replaceAll('.', ':')}+07:00`);
  expect(arrivedAs(at(clock), at('09.00.00'), minutes)).toBe(attendance);
});
