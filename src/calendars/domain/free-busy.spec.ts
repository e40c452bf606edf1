import { describe, expect, test } from '@jest/globals';
import { busyWindow, freeBusy, type BusyPeriod } from './free-busy.js';

const at = (clock: string) => new Date(`2025-11-${clock}:00Z`);
const times = {
  uid: '0198a0a0-0000-7000-8000-000000000001',
  name: 'Waktu sibuk; \r\nX-SUSUP:1',
  startsAt: at('01T00:00'),
  endsAt: at('30T00:00'),
  changedAt: at('02T03:04'),
  timeZone: 'Asia/Jakarta',
} as const;
const lines = (periods: BusyPeriod[]) =>
  freeBusy({ ...times, periods })
    .split('\r\n')
    .filter((line) => line.startsWith('FREEBUSY'));
const busy = (from: string, to: string, type: BusyPeriod['type'] = 'BUSY'): BusyPeriod => ({
  type,
  startsAt: at(from),
  endsAt: at(to),
});

describe('busy periods', () => {
  test('of one type that overlap or touch are one, of two types two', () => {
    expect(
      lines([
        busy('05T04:00', '05T06:00'),
        busy('05T02:00', '05T04:00'),
        busy('05T03:00', '05T03:30'),
        busy('05T03:00', '05T05:00', 'BUSY-TENTATIVE'),
      ]),
    ).toEqual([
      'FREEBUSY;FBTYPE=BUSY:20251105T020000Z/20251105T060000Z',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20251105T030000Z/20251105T050000Z',
    ]);
  });

  test('end where the window does, and stay out of it beyond', () => {
    const outside = {
      type: 'BUSY',
      startsAt: new Date('2025-12-01T00:00:00Z'),
      endsAt: new Date('2025-12-02'),
    } as const;
    const across = {
      type: 'BUSY',
      startsAt: new Date('2025-10-31T20:00:00Z'),
      endsAt: at('01T02:00'),
    } as const;
    expect(lines([outside, across])).toEqual(['FREEBUSY;FBTYPE=BUSY:20251101T000000Z/20251101T020000Z']);
  });

  test('stand in one VFREEBUSY, no line over 75 octets, nothing injected', () => {
    const text = freeBusy({ ...times, periods: [busy('05T02:00', '05T04:00', 'BUSY-UNAVAILABLE')] });
    expect(text).toContain(`UID:${times.uid}\r\nDTSTAMP:20251102T030400Z\r\nDTSTART:20251101T000000Z\r\n`);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).not.toMatch(/^X-SUSUP/m);
    expect(text).not.toMatch(/METHOD|VEVENT|VTIMEZONE/);
  });
});

test('the window is whole months on the unit’s own clock', () => {
  const window = busyWindow(new Date('2025-10-31T18:00:00Z'), 'Asia/Jakarta');
  expect(window.startsAt.toISOString()).toBe('2025-10-31T17:00:00.000Z');
  expect(window.endsAt.toISOString()).toBe('2026-11-30T17:00:00.000Z');
});
