import { describe, expect, test } from '@jest/globals';
import { describeFault, unknownIds } from './agenda-faults.js';

const at = (clock: string) => new Date(`2025-10-30T${clock}:00+09:00`);
const visit = { startsAt: at('09:00'), endsAt: at('12:00'), ownHours: null };
const items = [
  { startsAt: at('08:00'), title: 'Satu' },
  { startsAt: at('11:30'), title: 'Dua' },
];
const describeIn = (fault: Parameters<typeof describeFault>[0]) =>
  describeFault(fault, items, visit, 'Asia/Jayapura');

describe('a fault', () => {
  test('is told at the end that lies outside the visit, in the host’s zone', () => {
    const message = 'harus di dalam waktu kunjungan (Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIT)';
    expect(describeIn({ code: 'item-outside-visit', index: 0 })).toEqual({
      field: 'items.0.startsAt',
      message,
    });
    expect(describeIn({ code: 'item-outside-visit', index: 1 })).toEqual({
      field: 'items.1.endsAt',
      message,
    });
  });

  test('names the other session as people count', () => {
    expect(describeIn({ code: 'items-overlap-in-place', index: 0, otherIndex: 1 })).toEqual({
      field: 'items.0.startsAt',
      message: 'bertumpukan dengan sesi ke-2 (“Dua”) di tempat yang sama',
    });
  });

  test('of a session that ends before it starts is at its end', () => {
    expect(describeIn({ code: 'item-ends-before-start', index: 1 }).field).toBe('items.1.endsAt');
  });
});

describe('ids of sessions', () => {
  test('are left out or known, each once', () => {
    const known = new Set(['a', 'b']);
    expect(unknownIds(['a', undefined, 'b', undefined], known)).toEqual([]);
    expect(unknownIds(['a', 'x', 'a', 'x'], known)).toEqual([
      { field: 'items.1.id', message: 'bukan sesi dari susunan acara ini' },
      { field: 'items.2.id', message: 'sudah dipakai oleh sesi lain' },
      { field: 'items.3.id', message: 'bukan sesi dari susunan acara ini' },
    ]);
  });
});
