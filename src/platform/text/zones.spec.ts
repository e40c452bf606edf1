import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { isZone, zoneLabel, zones, type Zone } from './zones.js';

describe('zones', () => {
  test.each([
    ['Asia/Jakarta', 'WIB'],
    ['Asia/Makassar', 'WITA'],
    ['Asia/Jayapura', 'WIT'],
  ] as const)('%s is %s', (zone, label) => {
    expect(zoneLabel(zone)).toBe(label);
    expect(isZone(zone)).toBe(true);
  });

  test.each(['Asia/Pontianak', 'WIB', '', 'toString', '__proto__', null, 7, undefined])(
    '%p is none',
    (value) => {
      expect(isZone(value)).toBe(false);
    },
  );

  test('offsets agree with the time zone database in every year', () => {
    for (const zone of Object.keys(zones) as Zone[]) {
      for (let year = 1970; year <= 2060; year += 1) {
        for (const month of [1, 7]) {
          expect(DateTime.fromObject({ year, month }, { zone }).offset).toBe(zones[zone].offsetMinutes);
        }
      }
    }
  });
});
