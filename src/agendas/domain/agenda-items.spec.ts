import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAgenda } from './agenda-items.js';

const at = (clock: string) => new Date(`2025-10-30T${clock}:00+07:00`);
const item = (starts: string, ends: string, place = '') => ({
  startsAt: at(starts),
  endsAt: at(ends),
  place,
});
const visit = { startsAt: at('09:00'), endsAt: at('12:00'), ownHours: null };

describe('an agenda', () => {
  test('sessions that touch and fill the visit are sound', () => {
    expect(checkAgenda([item('09:00', '10:00'), item('10:00', '12:00')], visit)).toEqual([]);
    expect(checkAgenda([], visit)).toEqual([]);
  });

  test('parallel tracks in different places are fine', () => {
    const items = [item('09:00', '11:00', 'Aula'), item('09:00', '11:00', 'Kebun'), item('09:00', '11:00')];
    expect(checkAgenda(items, visit)).toEqual([]);
  });

  test('one minute before or after the visit is outside', () => {
    expect(checkAgenda([item('08:59', '10:00'), item('10:00', '12:01')], visit)).toEqual([
      { code: 'item-outside-visit', index: 0 },
      { code: 'item-outside-visit', index: 1 },
    ]);
  });

  test('no length, or a negative one', () => {
    expect(
      checkAgenda([item('10:00', '10:00'), item('11:00', '10:30'), item('09:00', '12:00')], visit),
    ).toEqual([
      { code: 'item-ends-before-start', index: 0 },
      { code: 'item-ends-before-start', index: 1 },
    ]);
  });

  test('places are compared trimmed and without case', () => {
    const items = [item('10:30', '12:00', ' AULA Utama '), item('09:00', '11:00', 'aula utama')];
    expect(checkAgenda(items, visit)).toEqual([{ code: 'items-overlap-in-place', index: 0, otherIndex: 1 }]);
  });

  test('without a place, or with the visit’s own, items are in the main place', () => {
    const items = [item('09:00', '11:00', '  '), item('10:00', '12:00'), item('10:30', '11:00', 'Aula')];
    expect(checkAgenda(items, visit)).toEqual([{ code: 'items-overlap-in-place', index: 1, otherIndex: 0 }]);
    expect(checkAgenda(items, { ...visit, place: 'aula' })).toEqual([
      { code: 'items-overlap-in-place', index: 1, otherIndex: 0 },
      { code: 'items-overlap-in-place', index: 2, otherIndex: 1 },
    ]);
  });

  test('an overlap with a long item is found behind a short one', () => {
    const items = [item('09:00', '12:00'), item('09:10', '09:20'), item('11:00', '11:30')];
    expect(checkAgenda(items, visit)).toEqual([
      { code: 'items-overlap-in-place', index: 1, otherIndex: 0 },
      { code: 'items-overlap-in-place', index: 2, otherIndex: 0 },
    ]);
  });

  test('overlaps are found exactly where two items share a place and a minute, and name such a pair', () => {
    const start = visit.startsAt.getTime();
    const items = fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 30 }),
          fc.integer({ min: 1, max: 8 }),
          fc.constantFrom('', ' ', 'Aula', 'aula ', 'Kebun'),
        )
        .map(([from, length, place]) => ({
          startsAt: new Date(start + from * 60_000),
          endsAt: new Date(start + (from + length) * 60_000),
          place,
        })),
      { maxLength: 8 },
    );
    const overlap = (a: ReturnType<typeof item>, b: ReturnType<typeof item>) =>
      a.place.trim().toLowerCase() === b.place.trim().toLowerCase() &&
      a.startsAt < b.endsAt &&
      b.startsAt < a.endsAt;
    fc.assert(
      fc.property(items, (list) => {
        const faults = checkAgenda(list, visit);
        const clashing = list.some((a, index) => list.slice(index + 1).some((b) => overlap(a, b)));
        expect(faults.length > 0).toBe(clashing);
        for (const fault of faults) {
          const other = fault.code === 'items-overlap-in-place' ? fault.otherIndex : fault.index;
          expect(other).not.toBe(fault.index);
          expect(overlap(list[fault.index]!, list[other]!)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
