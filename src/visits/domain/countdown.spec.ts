import { expect, test } from '@jest/globals';
import { countdownWords as wordsInBrowser } from '../../platform/pages/browser/countdown-words.js';
import { zones, type Zone } from '../../platform/text/zones.js';
import { countdownOf } from './countdown.js';

/** 09.00–12.00 WIB. */
const [startsAt, endsAt] = [new Date('2025-10-30T02:00:00Z'), new Date('2025-10-30T05:00:00Z')];

test.each([
  ['2025-10-27T16:59:00Z', '3 hari lagi'],
  ['2025-10-28T17:00:00Z', 'besok'],
  ['2025-10-29T16:59:00Z', 'besok'],
  ['2025-10-29T17:00:00Z', 'hari ini, 9 jam lagi'],
  ['2025-10-30T01:00:00Z', 'hari ini, 1 jam lagi'],
  ['2025-10-30T01:15:30Z', '45 menit lagi'],
  ['2025-10-30T02:00:00Z', 'sedang berlangsung'],
  ['2025-10-30T05:00:00Z', ''],
])('at %s a visit is %p', (now, words) => {
  expect(countdownOf(startsAt, endsAt, new Date(now), 'Asia/Jakarta')).toBe(words);
});

test.each(Object.keys(zones) as Zone[])('a browser in front of the page says the same in %s', (zone) => {
  const { offsetMinutes } = zones[zone];
  for (let before = -4 * 60; before < 4 * 24 * 60; before += 7.25) {
    const now = startsAt.getTime() - before * 60_000;
    const said = wordsInBrowser(startsAt.getTime(), endsAt.getTime(), now, offsetMinutes);
    expect([before, said]).toEqual([before, countdownOf(startsAt, endsAt, new Date(now), zone)]);
  }
});
