import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/text/calendar-dates.js';
import { zoneNames } from '../../platform/text/zones.js';
import { lateBefore, summaryDeadline } from './due-summary.js';

test('what ended long ago is late, even after a month of days off', () => {
  const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.nat(40), fc.constantFrom(...zoneNames), (now, from, zone) => {
      const first = addDays(now.toISOString().slice(0, 10), -from);
      const isHoliday = (date: string): boolean => date >= first && date < addDays(first, 31);
      expect(summaryDeadline(new Date(lateBefore(now).getTime() - 1), zone, isHoliday) < now).toBe(true);
    }),
  );
});
