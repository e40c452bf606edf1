import { expect, test } from '@jest/globals';
import { reasonsText, timeText, weekText } from './booking-words.js';

test('of two reasons that say the same the nearer one is said', () => {
  expect(reasonsText(['within-two-weeks', 'within-a-month', 'morning-start'])).toBe(
    'dalam dua minggu, mulai pagi',
  );
  expect(reasonsText(['within-a-month'])).toBe('dalam sebulan');
});

test('a week is told by its days without their names', () =>
  expect(weekText('2025-10-27')).toBe('27 Oktober 2025 sampai 2 November 2025'));

test('a time is told in the own zone too when it is another', () => {
  const time = {
    startsAt: new Date('2025-10-30T02:00:00Z'),
    endsAt: new Date('2025-10-30T05:00:00Z'),
    ownHours: null,
  };
  expect(timeText(time, 'Asia/Jakarta', 'Asia/Jakarta')).toBe(
    'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB',
  );
  expect(timeText(time, 'Asia/Jakarta', 'Asia/Makassar')).toBe(
    'Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB (10.00–13.00 WITA di tempat Anda)',
  );
});
