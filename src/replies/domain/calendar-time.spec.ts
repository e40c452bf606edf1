import { describe, expect, test } from '@jest/globals';
import { zoneNamed } from './calendar-time.js';

describe('a zone is known by the name that programs give it', () => {
  test.each([
    ['Asia/Jakarta', 'Asia/Jakarta'],
    ['/mozilla.org/20050126_1/Asia/Jakarta', 'Asia/Jakarta'],
    ['/freeassociation.sourceforge.net/Asia/Makassar', 'Asia/Makassar'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['SE Asia Standard Time', 'Asia/Bangkok'],
    ['Tokyo Standard Time', 'Asia/Tokyo'],
    ['(UTC+07:00) Bangkok, Hanoi, Jakarta', 'UTC+07:00'],
    ['GMT+0800', 'UTC+08:00'],
    ['UTC', 'UTC'],
    ['Waktu Rumah', null],
    ['', null],
    ['../../etc/passwd', null],
    ['x'.repeat(100_000), null],
  ])('%.40s', (tzid, zone) => {
    expect(zoneNamed(tzid)).toBe(zone);
  });
});
