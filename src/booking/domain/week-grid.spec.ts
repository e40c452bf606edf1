import { mondayOf } from '../../platform/text/calendar-dates.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chosenTime, slotOf } from './chosen-time.js';
import { bestSlots, weekGrid, type OpenWindow } from './week-grid.js';

const at = (text: string) => new Date(`${text}+07:00`);
const window = (from: string, to: string, more: Partial<OpenWindow> = {}): OpenWindow => ({
  startsAt: at(from),
  endsAt: at(to),
  overBreak: false,
  ...more,
});
const MONDAY = '2025-10-27';
const grid = (windows: OpenWindow[], minutes = 120) => weekGrid(windows, MONDAY, minutes, 'Asia/Jakarta');
const starts = (windows: OpenWindow[], minutes?: number) =>
  grid(windows, minutes).flatMap(({ slots }) => slots.map(({ value }) => value));

test('a week begins on Monday', () => {
  expect(mondayOf('2025-10-27')).toBe(MONDAY);
  expect(mondayOf('2025-11-02')).toBe(MONDAY);
});

describe('The grid of a week', () => {
  test('offers every half hour from which the visit still fits', () =>
    expect(starts([window('2025-10-30T09:00', '2025-10-30T12:00')])).toEqual([
      '2025-10-30T09:00',
      '2025-10-30T09:30',
      '2025-10-30T10:00',
    ]));

  test('offers one start over a break, and none where the visit does not fit', () => {
    expect(starts([window('2025-10-30T08:00', '2025-10-30T16:00', { overBreak: true })])).toHaveLength(1);
    expect(starts([window('2025-10-30T08:00', '2025-10-30T09:00')])).toEqual([]);
  });

  test('names a start once, however many windows have it, in order', () =>
    expect(
      starts([
        window('2025-10-30T10:00', '2025-10-30T12:30'),
        window('2025-10-30T09:30', '2025-10-30T12:00'),
      ]),
    ).toEqual(['2025-10-30T09:30', '2025-10-30T10:00', '2025-10-30T10:30']));

  test('leaves out other weeks, and a weekend without starts', () => {
    const days = grid([window('2025-11-05T09:00', '2025-11-05T12:00')]);
    expect(days.map(({ slots }) => slots.length)).toEqual([0, 0, 0, 0, 0]);
    expect(grid([window('2025-11-01T09:00', '2025-11-01T12:00')])).toHaveLength(6);
  });
});

test('the best starts lie on different days', () => {
  const windows = [
    window('2025-10-30T09:00', '2025-10-30T12:00', { reasons: ['decent-notice'] }),
    window('2025-10-30T13:00', '2025-10-30T16:00'),
    window('2025-10-29T09:00', '2025-10-29T12:00'),
    window('2025-10-28T09:00', '2025-10-28T12:00'),
  ];
  const best = bestSlots(windows, 60, 'Asia/Jakarta', 2);
  expect(best.map(({ value, reasons }) => [value, reasons])).toEqual([
    ['2025-10-30T09:00', ['decent-notice']],
    ['2025-10-29T09:00', []],
  ]);
});

describe('The chosen time', () => {
  const typed = { slot: '', minutes: 90, date: '', lastDate: '', from: '', until: '', dayLines: '' };
  const choose = (change: object) => chosenTime({ ...typed, ...change }, 'Asia/Jayapura');

  test('is a start of the grid on the host’s clock', () =>
    expect(choose({ slot: '2025-10-30T09:00' })).toEqual({
      startsAt: new Date('2025-10-30T00:00:00Z'),
      endsAt: new Date('2025-10-30T01:30:00Z'),
      ownHours: null,
    }));

  test('or typed by hand, also when only the fields were filled', () => {
    const fields = { date: '2025-10-30', lastDate: '', from: '09:00', until: '11:15' };
    const [startsAt, endsAt] = [new Date('2025-10-30T00:00:00Z'), new Date('2025-10-30T02:15:00Z')];
    const time = { startsAt, endsAt, ownHours: null };
    expect(choose({ slot: 'sendiri', ...fields })).toEqual(time);
    expect(choose(fields)).toEqual(time);
  });

  test.each([
    [{}, 'Pilih waktu kunjungan.'],
    [{ slot: '2025-02-30T09:00' }, 'Pilih waktu kunjungan.'],
    [{ slot: '9999-12-31T09:00' }, 'Pilih waktu kunjungan.'],
    [{ slot: 'sendiri' }, 'Isi tanggal kunjungan.'],
    [{ slot: 'sendiri', date: '2025-10-30' }, 'Isi jam mulai.'],
    [
      { slot: 'sendiri', date: '2025-10-30', lastDate: '', from: '09:00', until: '25:00' },
      'Jamnya antara 00.00 dan 23.59.',
    ],
    [
      { slot: 'sendiri', date: '2025-10-30', lastDate: '', from: '09:00', until: '09:00' },
      'Jam selesai harus sesudah jam mulai.',
    ],
  ])('of %j says what is missing', (change, text) => expect(choose(change)).toBe(text));

  test('of the grid is the start that was offered, in every zone', () => {
    const minutes = fc.integer({ min: 0, max: 40_000_000 });
    const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura' as const);
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const startsAt = new Date(Date.UTC(2020, 0, 1) + minute * 60_000);
        const slot = slotOf(startsAt, zone);
        expect(chosenTime({ ...typed, slot }, zone)).toMatchObject({ startsAt });
      }),
    );
  });
});
