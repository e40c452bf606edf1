import { describe, expect, test } from '@jest/globals';
import { endingAt, timeLeft } from '../../platform/text/deadline.js';
import { greeting } from './start-words.js';

describe('A greeting', () => {
  test.each([
    ['2025-10-30T02:59:00+07:00', 'Selamat malam'],
    ['2025-10-30T03:00:00+07:00', 'Selamat pagi'],
    ['2025-10-30T11:00:00+07:00', 'Selamat siang'],
    ['2025-10-30T15:00:00+07:00', 'Selamat sore'],
    ['2025-10-30T18:00:00+07:00', 'Selamat malam'],
  ])('at %s is %s', (at, words) => {
    expect(greeting(new Date(at), 'Asia/Jakarta')).toBe(words);
  });

  test('follows the clock of the zone', () => {
    expect(greeting(new Date('2025-10-30T09:30:00+07:00'), 'Asia/Jayapura')).toBe('Selamat siang');
  });
});

describe('What is due', () => {
  const now = new Date('2025-10-30T09:00:00+07:00');
  test.each([
    ['2025-10-28T23:00:00+07:00', 'terlambat 2 hari'],
    ['2025-10-30T08:00:00+07:00', 'lewat waktunya'],
    ['2025-10-30T23:00:00+07:00', 'malam ini'],
    ['2025-10-31T01:00:00+07:00', 'besok'],
    ['2025-11-02T01:00:00+07:00', '3 hari lagi'],
  ])('at %s is told as %s', (at, words) => {
    expect(timeLeft(endingAt(new Date(at), 'Asia/Jakarta'), now)).toBe(words);
  });
});
