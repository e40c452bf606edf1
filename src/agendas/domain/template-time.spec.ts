import { describe, expect, test } from '@jest/globals';
import { templateTime } from './template-time.js';

const wita = (clock: string, day = '2025-10-30') => new Date(`${day}T${clock}:00+08:00`);
const visit = (from: string, to: string, day = '2025-10-30') => ({
  startsAt: wita(from),
  endsAt: wita(to, day),
});
/** 30 October 2025 is a Thursday. */
const hours = [
  { weekday: 4, startsMinute: 13 * 60, endsMinute: 16 * 60 },
  { weekday: 4, startsMinute: 8 * 60, endsMinute: 12 * 60 },
  { weekday: 5, startsMinute: 8 * 60, endsMinute: 11 * 60 },
];
const at = (time: ReturnType<typeof visit>, windows = hours) => templateTime(time, windows, 'Asia/Makassar');

describe('where a template goes', () => {
  test('all of a visit of one day, around the break between the host’s hours', () => {
    expect(at(visit('08:00', '16:00'))).toEqual({
      time: visit('08:00', '16:00'),
      lunch: visit('12:00', '13:00'),
    });
  });

  test.each([
    ['before the break', visit('08:00', '12:00')],
    ['that ends in the break', visit('08:00', '13:00')],
    ['after the break', visit('13:00', '16:00')],
  ])('a visit %s has none', (_, time) => {
    expect(at(time)).toEqual({ time, lunch: null });
  });

  test('a host without hours has no break', () => {
    expect(at(visit('08:00', '16:00'), [])).toEqual({ time: visit('08:00', '16:00'), lunch: null });
  });

  test('of several days the first, until the host’s hours end', () => {
    expect(at(visit('08:00', '16:00', '2025-10-31')).time).toEqual(visit('08:00', '16:00'));
    expect(at(visit('17:00', '16:00', '2025-10-31')).time).toEqual({
      startsAt: wita('17:00'),
      endsAt: wita('00:00', '2025-10-31'),
    });
    expect(at(visit('08:00', '16:00', '2025-10-31'), []).time).toEqual(visit('08:00', '16:00'));
  });

  test('a visit that ends at midnight is of one day', () => {
    const time = { startsAt: wita('17:00'), endsAt: wita('00:00', '2025-10-31') };
    expect(at(time).time).toEqual(time);
  });
});
