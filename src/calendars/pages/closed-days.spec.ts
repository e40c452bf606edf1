import { expect, test } from '@jest/globals';
import type { CalendarDay } from '../queries/calendar-days.js';
import { dayLines, shownDays } from './closed-days.js';

const noHours = (date: string): CalendarDay => ({ date, name: '', kind: 'no-hours' });
const natal: CalendarDay = { date: '2027-12-25', name: 'Hari Natal', kind: 'public-holiday' };
// 2027-12-25 is a Saturday.
const weekend = ['2027-12-18', '2027-12-19', '2027-12-25', '2027-12-26'].map(noHours);

test('days of every week are told once, those with a name one by one', () => {
  expect(dayLines([...weekend, natal])).toEqual([
    'Setiap Sabtu dan Minggu: tidak menerima kunjungan',
    'Sabtu, 25 Desember 2027: Hari Natal',
  ]);
  expect(dayLines([])).toEqual([]);
});

test('a unit that receives nobody is closed every day', () => {
  const week = [...Array(7).keys()].map((day) => noHours(`2027-12-1${day}`));
  expect(dayLines(week)).toEqual(['Setiap hari: tidak menerima kunjungan']);
});

test('a holiday on a day that is closed every week is shown by its name alone', () => {
  const shown = shownDays([...weekend, natal]);
  expect(shown.filter(({ date }) => date === natal.date)).toEqual([
    { date: natal.date, name: 'Hari Natal', weekly: false },
  ]);
  expect(shown.filter(({ weekly }) => weekly)).toHaveLength(3);
});
