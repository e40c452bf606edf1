import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, isoWeekday } from '../../platform/text/calendar-dates.js';
import {
  datesOf,
  latestUntil,
  movedDates,
  ordinalsOf,
  recurrenceFault,
  ruleText,
  weekdayOfMonth,
  type Recurrence,
} from './recurrence.js';

const firstTuesday: Recurrence = {
  firstOn: '2025-11-04',
  frequency: 'monthly',
  every: 1,
  ordinal: 1,
  until: '2026-03-31',
};

const dates = fc.integer({ min: 0, max: 20_000 }).map((day) => addDays('2000-01-01', day));
const rules: fc.Arbitrary<Recurrence> = dates.chain((firstOn) =>
  fc.oneof(
    fc.record({
      firstOn: fc.constant(firstOn),
      frequency: fc.constant('weekly' as const),
      every: fc.integer({ min: 1, max: 8 }),
      ordinal: fc.constant(null),
      until: fc.integer({ min: 60, max: 365 }).map((days) => addDays(firstOn, days)),
    }),
    fc.record({
      firstOn: fc.constant(ordinalsOf(firstOn).length > 0 ? firstOn : addDays(firstOn, -14)),
      frequency: fc.constant('monthly' as const),
      every: fc.integer({ min: 1, max: 6 }),
      ordinal: fc.constant(
        ordinalsOf(ordinalsOf(firstOn).length > 0 ? firstOn : addDays(firstOn, -14))[0] ?? 1,
      ),
      until: fc.integer({ min: 230, max: 350 }).map((days) => addDays(firstOn, days)),
    }),
  ),
);

describe('datesOf', () => {
  test('has every first Tuesday', () => {
    expect(datesOf(firstTuesday)).toEqual([
      '2025-11-04',
      '2025-12-02',
      '2026-01-06',
      '2026-02-03',
      '2026-03-03',
    ]);
  });

  test('has every second week', () => {
    const rule = {
      ...firstTuesday,
      frequency: 'weekly',
      every: 2,
      ordinal: null,
      until: '2025-12-16',
    } as const;
    expect(datesOf(rule)).toEqual(['2025-11-04', '2025-11-18', '2025-12-02', '2025-12-16']);
  });

  test('has the last Friday of every third month', () => {
    const rule = {
      firstOn: '2025-11-28',
      frequency: 'monthly',
      every: 3,
      ordinal: -1,
      until: '2026-06-30',
    } as const;
    expect(datesOf(rule)).toEqual(['2025-11-28', '2026-02-27', '2026-05-29']);
  });

  test('begins with its first date, keeps to the weekday and the pace, and ends in time', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const all = datesOf(rule);
        expect(recurrenceFault(rule)).toBeNull();
        expect(all[0]).toBe(rule.firstOn);
        for (const [index, date] of all.entries()) {
          expect(isoWeekday(date)).toBe(isoWeekday(rule.firstOn));
          expect(date <= rule.until && date <= latestUntil(rule.firstOn)).toBe(true);
          const before = all[index - 1];
          const days = before === undefined ? null : daysBetween(before, date);
          if (days !== null && rule.frequency === 'weekly') expect(days).toBe(7 * rule.every);
          if (days !== null && rule.frequency === 'monthly') {
            expect(ordinalsOf(date)).toContain(rule.ordinal);
            expect(Math.round(days / 30.44)).toBe(rule.every);
          }
        }
      }),
    );
  });
});

describe('recurrenceFault', () => {
  test.each([
    ['an ordinal that the first date has not', { ordinal: 2 }, 'series-rule-misfits'],
    ['a month without an ordinal', { ordinal: null }, 'series-rule-misfits'],
    ['weeks with one', { frequency: 'weekly' }, 'series-rule-misfits'],
    ['no pace', { every: 0 }, 'series-rule-misfits'],
    ['a pace of more than half a year', { every: 7 }, 'series-rule-misfits'],
    ['more than a year', { until: '2026-11-05' }, 'series-too-long'],
    ['a single date', { until: '2025-12-01' }, 'series-too-short'],
    ['an end before its begin', { until: '2025-11-03' }, 'series-too-short'],
    ['a whole year', { until: '2026-11-04' }, null],
  ] as const)('of %s', (_, change, fault) => {
    expect(recurrenceFault({ ...firstTuesday, ...change })).toBe(fault);
  });
});

test('weekdayOfMonth and ordinalsOf are each other’s inverse', () => {
  fc.assert(
    fc.property(dates, (date) => {
      for (const ordinal of ordinalsOf(date)) {
        expect(weekdayOfMonth(date.slice(0, 7), isoWeekday(date), ordinal)).toBe(date);
      }
    }),
  );
});

test('a rule is told as RFC 5545 has it', () => {
  expect(ruleText(firstTuesday)).toBe('FREQ=MONTHLY;BYDAY=1TU;UNTIL=20260331');
  expect(ruleText({ ...firstTuesday, frequency: 'weekly', every: 2, ordinal: null })).toBe(
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260331',
  );
  expect(ruleText({ ...firstTuesday, firstOn: '2025-11-25', ordinal: -1 })).toContain('BYDAY=-1TU');
});

describe('movedDates', () => {
  test('of first Tuesdays that become first Wednesdays', () => {
    expect(movedDates(firstTuesday, ['2026-02-03', '2026-03-03'], '2026-02-04')).toEqual([
      '2026-02-04',
      '2026-03-04',
    ]);
    // April 2026 begins on a Wednesday: a day more would be the second one.
    expect(movedDates(firstTuesday, ['2026-03-03', '2026-04-07'], '2026-03-04')).toEqual([
      '2026-03-04',
      '2026-04-01',
    ]);
  });

  test('begin with the date that was asked for, all on its weekday, none of them twice', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: -20, max: 20 }), fc.nat(), (rule, days, at) => {
        const all = datesOf(rule);
        const along = all.slice(at % all.length);
        const to = addDays(along[0] as string, days);
        const moved = movedDates(rule, along, to);
        expect(moved[0]).toBe(to);
        expect(new Set(moved).size).toBe(along.length);
        expect(moved).toEqual([...moved].sort());
        for (const date of moved) expect(isoWeekday(date)).toBe(isoWeekday(to));
      }),
    );
  });
});
