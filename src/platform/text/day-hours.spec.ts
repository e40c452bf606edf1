import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  dayFault,
  dayHours,
  givenOwnHours,
  isSameTime,
  ownHoursAlong,
  sameHours,
  timeOfDays,
  type Stretch,
} from './day-hours.js';
import { formatDateTimeRange } from './dates.js';
import { instantAt } from './instant-at.js';
import { addDays } from './calendar-dates.js';
import { readDayHours, wallTimeOf } from './typed-day-hours.js';
import { zones, type Zone } from './zones.js';

const wib = (text: string) => new Date(`${text}:00+07:00`);
const hours = (from: string, to: string) =>
  dayHours(sameHours(wib(from), wib(to)), 'Asia/Jakarta').map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((at) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)),
  );

describe('the hours of a time, day by day', () => {
  test('are the same on each of several days', () => {
    expect(hours('2025-10-27T09:00', '2025-10-29T15:00')).toEqual([
      ['2025-10-27T09:00', '2025-10-27T15:00'],
      ['2025-10-28T09:00', '2025-10-28T15:00'],
      ['2025-10-29T09:00', '2025-10-29T15:00'],
    ]);
  });

  test.each([
    ['of one day', '2025-10-27T09:00', '2025-10-27T15:00'],
    ['over a night', '2025-10-27T20:00', '2025-10-28T06:00'],
    ['until midnight', '2025-10-27T20:00', '2025-10-28T00:00'],
    ['of a whole day and night', '2025-10-27T09:00', '2025-10-28T09:00'],
    ['beyond all that lasts', '2025-10-27T09:00', '2999-12-31T15:00'],
  ])('are one stretch %s', (_, from, to) => {
    expect(hours(from, to)).toEqual([[from, to]]);
  });

  test('go by the zone of the place', () => {
    const time = sameHours(wib('2025-10-27T22:30'), wib('2025-10-28T23:00'));
    expect(dayHours(time, 'Asia/Jakarta')).toHaveLength(2);
    expect(dayHours(time, 'Asia/Jayapura')).toHaveLength(2);
    expect(dayHours({ ...time, endsAt: wib('2025-10-27T23:30') }, 'Asia/Jayapura')).toHaveLength(1);
  });

  test.each([
    [
      '2025-10-27T09:00',
      '2025-10-29T15:00',
      'Senin–Rabu, 27–29 Oktober 2025, pukul 09.00–15.00 WIB tiap hari',
    ],
    [
      '2025-10-30T09:00',
      '2025-11-01T12:00',
      'Kamis–Sabtu, 30 Oktober–1 November 2025, pukul 09.00–12.00 WIB tiap hari',
    ],
    [
      '2025-12-31T09:00',
      '2026-01-02T12:00',
      'Rabu–Jumat, 31 Desember 2025–2 Januari 2026, pukul 09.00–12.00 WIB tiap hari',
    ],
    [
      '2025-10-27T20:00',
      '2025-10-28T06:00',
      'Senin, 27 Oktober 2025, pukul 20.00 WIB sampai Selasa, 28 Oktober 2025, pukul 06.00 WIB',
    ],
  ])('are told once: %s to %s', (from, to, words) => {
    expect(formatDateTimeRange(sameHours(wib(from), wib(to)), 'Asia/Jakarta')).toBe(words);
  });
});

const on = (date: string, from: string, to: string, zone: Zone = 'Asia/Jakarta'): Stretch => ({
  startsAt: instantAt(date, from, zone),
  endsAt: instantAt(date, to, zone),
});
const arrival = on('2025-11-03', '13:00', '16:00');
const middle = on('2025-11-04', '08:00', '16:00');
const farewell = on('2025-11-05', '08:00', '11:30');

describe('hours that differ from day to day', () => {
  test('are kept as minutes after the start, and told day by day', () => {
    const time = timeOfDays([middle, farewell, arrival], 'Asia/Jakarta');
    expect(time).toEqual({
      startsAt: arrival.startsAt,
      endsAt: farewell.endsAt,
      ownHours: '{[0,180),[1140,1620),[2580,2790)}',
    });
    expect(dayHours(time, 'Asia/Jakarta')).toEqual([arrival, middle, farewell]);
    expect(formatDateTimeRange(time, 'Asia/Jakarta')).toBe(
      'Senin, 3 November 2025, pukul 13.00–16.00 WIB; Selasa, 4 November 2025, pukul 08.00–16.00 WIB; Rabu, 5 November 2025, pukul 08.00–11.30 WIB',
    );
  });

  test('are none where each day has the same, also of a single day', () => {
    const days = ['2025-11-03', '2025-11-04'].map((date) => on(date, '09:00', '15:00'));
    expect(timeOfDays(days, 'Asia/Jakarta').ownHours).toBeNull();
    expect(timeOfDays([arrival], 'Asia/Jakarta')).toEqual(sameHours(arrival.startsAt, arrival.endsAt));
  });

  test('may leave a day out, and days of the same hours in a row are told once', () => {
    const same = ['2025-10-30', '2025-10-31', '2025-11-03'].map((date) => on(date, '09:00', '15:00'));
    const time = timeOfDays(same, 'Asia/Jakarta');
    expect(dayHours(time, 'Asia/Jakarta')).toEqual(same);
    expect(formatDateTimeRange(time, 'Asia/Jakarta')).toBe(
      'Kamis–Jumat, 30–31 Oktober 2025, pukul 09.00–15.00 WIB tiap hari; Senin, 3 November 2025, pukul 09.00–15.00 WIB',
    );
  });

  test.each([
    ['no day', [], 'no-day'],
    ['a day twice', [arrival, on('2025-11-03', '17:00', '18:00')], 'day-twice'],
    ['a day that ends before it begins', [on('2025-11-03', '16:00', '13:00')], 'ends-before-start'],
    ['a night', [{ startsAt: arrival.startsAt, endsAt: farewell.endsAt }], 'over-a-night'],
    [
      'midnight itself',
      [{ startsAt: arrival.startsAt, endsAt: on('2025-11-04', '00:00', '01:00').startsAt }],
      'over-a-night',
    ],
    ['until the last minute', [on('2025-11-03', '13:00', '23:59')], null],
  ])('are judged: %s', (_, days, fault) => {
    expect(dayFault(days, 'Asia/Jakarta')).toBe(fault);
  });

  test('that are within a day in one zone may go over midnight in another', () => {
    const late = on('2025-11-03', '20:00', '23:00');
    expect(dayFault([late], 'Asia/Jakarta')).toBeNull();
    expect(dayFault([late], 'Asia/Jayapura')).toBe('over-a-night');
  });

  test('are refused before their zone is known where they touch, overlap or are no whole minutes', () => {
    expect(givenOwnHours([])).toBeNull();
    expect(givenOwnHours([arrival, { startsAt: arrival.endsAt, endsAt: middle.endsAt }])).toBeNull();
    expect(
      givenOwnHours([arrival, { ...middle, endsAt: new Date(middle.endsAt.getTime() + 1000) }]),
    ).toBeNull();
    expect(givenOwnHours([farewell, arrival])).toBe('{[0,180),[2580,2790)}');
  });

  test('move along with a time that is as long, and with no other', () => {
    const time = timeOfDays([arrival, middle, farewell], 'Asia/Jakarta');
    const [startsAt, endsAt] = [
      on('2025-12-30', '13:00', '14:00').startsAt,
      on('2026-01-01', '08:00', '11:30').endsAt,
    ];
    expect(ownHoursAlong(time, startsAt, endsAt)).toBe(time.ownHours);
    expect(ownHoursAlong(time, startsAt, new Date(endsAt.getTime() + 60_000))).toBeNull();
  });

  const clocks = fc
    .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1439 }))
    .filter(([from, to]) => from < to);
  const clock = (minute: number) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

  test('say the same days whichever way they are kept, typed and read again, in each zone and over any month', () => {
    let own = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(zones) as Zone[])),
        fc.integer({ min: 0, max: 800 }),
        fc.array(fc.option(clocks, { freq: 4 }), { minLength: 1, maxLength: 14 }),
        (zone, offset, list) => {
          const first = addDays('2025-01-01', offset);
          const days = list.flatMap((hours, index) =>
            hours ? [on(addDays(first, index), clock(hours[0]), clock(hours[1]), zone)] : [],
          );
          if (days.length === 0) return;
          expect(dayFault(days, zone)).toBeNull();
          const time = timeOfDays(days, zone);
          if (time.ownHours !== null) own += 1;
          expect(dayHours(time, zone)).toEqual(days);
          const again = readDayHours(wallTimeOf(time, zone), zone);
          expect(typeof again === 'string' ? again : isSameTime(again, time)).toBe(true);
          expect(formatDateTimeRange(time, zone).split('; ').length).toBeLessThanOrEqual(days.length);
        },
      ),
    );
    expect(own).toBeGreaterThan(20);
  });
});

describe('hours of days as people type them', () => {
  const wall = { day: '2025-11-03', lastDay: '2025-11-05', from: '08:00', to: '16:00' };
  const read = (dayLines: string, zone: Zone = 'Asia/Jakarta') => readDayHours({ ...wall, dayLines }, zone);

  test.each([
    '3 November 2025 13.00–16.00\n5 Nov 2025, 08.00 - 11.30',
    'Senin, 3 November: pukul 13.00 s.d. 16.00\r\n\r\n  Rabu 5/11/2025 pkl 8 sampai 11:30 WIB.',
    '5 nov 08.00—11.30\n2025-11-03 jam 13-16',
  ])('%j', (text) => {
    expect(read(text)).toEqual(timeOfDays([arrival, middle, farewell], 'Asia/Jakarta'));
  });

  test('a day without a meeting is left out, also the first or the last', () => {
    expect(read('4 November tanpa pertemuan')).toEqual(
      timeOfDays([on('2025-11-03', '08:00', '16:00'), on('2025-11-05', '08:00', '16:00')], 'Asia/Jakarta'),
    );
    expect(read('3 November libur\n5 November kosong')).toEqual(sameHours(middle.startsAt, middle.endsAt));
  });

  test.each([
    ['Senin pagi', 'Baris 1: Tulis seperti'],
    ['\n3 November', 'Baris 2: Tulis seperti'],
    ['3 November 16.00–13.00', 'Jam selesai harus sesudah jam mulai'],
    ['3 November 13.00–25.00', 'Jamnya antara 00.00 dan 23.59'],
    ['3 November 13.00–16.00 WITA', 'Jam di sini menurut WIB, bukan WITA'],
    ['Selasa, 3 November 13.00–16.00', '3 November 2025 hari Senin, bukan Selasa'],
    ['6 November 13.00–16.00', '6 November 2025 bukan hari kunjungan ini'],
    ['3 November 13.00–16.00\n3/11/2025 libur', 'sudah ditulis di baris lain'],
    ['31 November 2025 13.00–16.00', 'Tanggal itu tidak ada'],
    ['3 November libur\n4 November libur\n5 November libur', 'paling sedikit satu hari'],
  ])('%j is refused with words', (text, words) => {
    expect(read(text)).toEqual(expect.stringContaining(words));
  });
});
