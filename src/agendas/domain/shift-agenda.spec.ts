import { timeOfDays } from '../../platform/text/day-hours.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAgenda, type AgendaItem } from './agenda-items.js';
import { shiftAgenda } from './shift-agenda.js';

const at = (local: string) => new Date(`2025-${local.replace(' ', 'T')}:00+07:00`);
const item = (id: string, startsAt: Date, endsAt: Date): AgendaItem => ({
  id,
  startsAt,
  endsAt,
  title: `Sesi ${id}`,
  kind: 'discussion',
  place: 'Aula',
  persons: ['Budi'],
  note: 'Catatan',
});
const visit = { startsAt: at('10-30 09:00'), endsAt: at('10-30 12:00'), ownHours: null };
const items = [
  item('a', at('10-30 09:00'), at('10-30 10:00')),
  item('b', at('10-30 10:00'), at('10-30 11:15')),
  item('c', at('10-30 11:15'), at('10-30 12:00')),
];

describe('an agenda whose visit moves', () => {
  test('to another day: every item moves, nothing else changes', () => {
    const after = { startsAt: at('11-03 08:30'), endsAt: at('11-03 11:30'), ownHours: null };
    const { items: moved, leftOut, notices } = shiftAgenda(items, visit, after);
    expect(moved[1]).toEqual({ ...items[1], startsAt: at('11-03 09:30'), endsAt: at('11-03 10:45') });
    expect(moved.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect([leftOut, notices]).toEqual([[], []]);
  });

  test('to a shorter time: what no longer fits is cut or left out, and named', () => {
    const after = { startsAt: at('10-30 13:00'), endsAt: at('10-30 15:00'), ownHours: null };
    const { items: moved, leftOut, notices } = shiftAgenda(items, visit, after);
    expect(moved.map(({ id, endsAt }) => [id, endsAt])).toEqual([
      ['a', at('10-30 14:00')],
      ['b', at('10-30 15:00')],
    ]);
    expect(leftOut).toEqual([{ ...items[2], startsAt: at('10-30 15:15'), endsAt: at('10-30 16:00') }]);
    expect(notices).toEqual([
      { code: 'item-trimmed', id: 'b', lostMinutes: 15 },
      { code: 'item-left-out', id: 'c', lostMinutes: 45 },
    ]);
  });

  test('to a longer time: the items stay as long as they were', () => {
    const after = { startsAt: at('10-30 08:00'), endsAt: at('10-30 16:00'), ownHours: null };
    const shifted = shiftAgenda(items, visit, after);
    expect(shifted.items.at(-1)?.endsAt).toEqual(at('10-30 11:00'));
    expect(shifted.notices).toEqual([]);
  });

  test('an item that ends just as the visit does fits, one that starts then does not', () => {
    const after = { ...visit, endsAt: at('10-30 11:15') };
    const { items: moved, notices } = shiftAgenda(items, visit, after);
    expect(moved.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(notices).toEqual([{ code: 'item-left-out', id: 'c', lostMinutes: 45 }]);
  });

  test('no item is ever lost, what stays fits, and every cut has its notice', () => {
    const minute = 60_000;
    const times = fc.array(fc.tuple(fc.integer({ min: -30, max: 200 }), fc.integer({ min: 1, max: 90 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: -5000, max: 5000 }),
        fc.integer({ min: 1, max: 240 }),
        (list, by, length) => {
          const start = visit.startsAt.getTime();
          const given = list.map(([from, long], index) =>
            item(String(index), new Date(start + from * minute), new Date(start + (from + long) * minute)),
          );
          const after = {
            startsAt: new Date(start + by * minute),
            endsAt: new Date(start + (by + length) * minute),
            ownHours: null,
          };
          const shifted = shiftAgenda(given, visit, after);
          const ids = [...shifted.items, ...shifted.leftOut]
            .map(({ id }) => Number(id))
            .sort((a, b) => a - b);
          expect(ids).toEqual(given.map((_, index) => index));
          const faults = checkAgenda(shifted.items, after).map(({ code }) => code);
          expect(faults.filter((code) => code !== 'items-overlap-in-place')).toEqual([]);
          const span = (all: AgendaItem[]) =>
            all.reduce((sum, each) => sum + Number(each.endsAt) - Number(each.startsAt), 0);
          const lost = shifted.notices.reduce((sum, { lostMinutes }) => sum + lostMinutes, 0);
          expect(span(shifted.items) + lost * minute).toBe(span(given));
          const leftOut = shifted.notices.filter(({ code }) => code === 'item-left-out').map(({ id }) => id);
          expect(leftOut).toEqual(shifted.leftOut.map(({ id }) => id));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('whose days have hours of their own: each session goes with its day', () => {
    const day = (date: string, from: string, to: string) => ({
      startsAt: at(`${date} ${from}`),
      endsAt: at(`${date} ${to}`),
    });
    const [zone, first, last] = [
      'Asia/Jakarta',
      day('11-03', '13:00', '16:00'),
      day('11-05', '08:00', '11:30'),
    ] as const;
    const frame = (...days: readonly ReturnType<typeof day>[]) => ({
      ...timeOfDays(days, zone),
      timeZone: zone,
    });
    const before = frame(first, day('11-04', '09:00', '15:00'), last);
    const sessions = [
      item('a', at('11-03 13:00'), at('11-03 14:00')),
      item('b', at('11-04 09:00'), at('11-04 10:00')),
      item('c', at('11-05 10:30'), at('11-05 11:30')),
    ];
    const earlier = frame(day('11-03', '09:00', '12:00'), day('11-04', '09:00', '15:00'), last);
    expect(shiftAgenda(sessions, before, earlier)).toEqual({
      items: [item('a', at('11-03 09:00'), at('11-03 10:00')), sessions[1], sessions[2]],
      leftOut: [],
      notices: [],
    });
    const withoutOne = shiftAgenda(sessions, before, frame(first, last));
    expect([withoutOne.items, withoutOne.leftOut]).toEqual([[sessions[0], sessions[2]], [sessions[1]]]);
  });
});
