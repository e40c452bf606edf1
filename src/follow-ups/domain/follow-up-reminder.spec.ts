import { describe, expect, test } from '@jest/globals';
import type { Zone } from '../../platform/text/zones.js';
import { dueFollowUpReminder } from './follow-up-reminder.js';

const noHoliday = () => false;
/** Due on Friday 14 November 2025, known since 20 October. */
const due = {
  dueOn: '2025-11-14',
  knownSince: new Date('2025-10-20T01:00:00Z'),
  zone: 'Asia/Jakarta' as Zone,
};
const at = (time: string, over: Partial<typeof due> = {}, isHoliday: (date: string) => boolean = noHoliday) =>
  dueFollowUpReminder({ ...due, ...over }, new Date(time), isHoliday);

describe('the owner of a follow-up', () => {
  test.each([
    ['2025-11-06T09:00:00+07:00', null],
    ['2025-11-07T07:59:00+07:00', null],
    ['2025-11-07T08:00:00+07:00', -7],
    ['2025-11-12T09:00:00+07:00', -7],
    ['2025-11-13T09:00:00+07:00', -1],
    ['2025-11-14T09:00:00+07:00', 0],
    // Three days later is a Monday; two weeks later a Friday.
    ['2025-11-17T09:00:00+07:00', 3],
    ['2025-11-28T09:00:00+07:00', 14],
    ['2025-12-12T09:00:00+07:00', 14],
    // After a month nobody is reminded any more.
    ['2025-12-15T09:00:00+07:00', null],
  ])('at %s: step %s', (time, step) => {
    expect(at(time)).toBe(step);
  });

  test('no mail leaves in the evening or on a day off', () => {
    expect(at('2025-11-14T16:30:00+07:00')).toBeNull();
    expect(at('2025-11-15T09:00:00+07:00')).toBeNull();
  });

  test('what falls on a day off leaves before it when it warns, after it when it is late', () => {
    const onSunday = { dueOn: '2025-11-16' };
    expect(at('2025-11-14T09:00:00+07:00', onSunday)).toBe(0);
    // Three days after Wednesday 12 November is a Saturday.
    expect(at('2025-11-14T09:00:00+07:00', { dueOn: '2025-11-12' })).toBe(0);
    expect(at('2025-11-17T09:00:00+07:00', { dueOn: '2025-11-12' })).toBe(3);
    expect(at('2025-11-13T09:00:00+07:00', {}, (date) => date === '2025-11-14')).toBe(0);
  });

  test("hours are the recipient's own", () => {
    expect(at('2025-11-14T08:00:00+09:00', { zone: 'Asia/Jayapura' })).toBe(0);
    expect(at('2025-11-14T08:00:00+09:00')).toBeNull();
  });

  test('what would have left before it was promised or postponed is not made up for', () => {
    const late = { knownSince: new Date('2025-11-12T10:00:00+07:00') };
    expect(at('2025-11-12T11:00:00+07:00', late)).toBeNull();
    expect(at('2025-11-13T09:00:00+07:00', late)).toBe(-1);
  });
});
