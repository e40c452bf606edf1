import { expect, test } from '@jest/globals';
import { dueReportMonth } from './report-month.js';

test.each([
  ['before seven on the first day', '2025-11-01T06:59:00+07:00', null],
  ['at seven on the first day', '2025-11-01T07:00:00+07:00', '2025-10'],
  ['early on the second day, when the first was missed', '2025-11-02T01:00:00+07:00', '2025-10'],
  ['at the end of the first week', '2025-11-07T23:59:00+07:00', '2025-10'],
  ['after the first week', '2025-11-08T00:00:00+07:00', null],
  ['over the turn of the year', '2026-01-01T08:00:00+07:00', '2025-12'],
])('%s', (_, at, month) => {
  expect(dueReportMonth(new Date(at), 'Asia/Jakarta')).toBe(month);
});

test('each office has its own morning', () => {
  const sevenInJayapura = new Date('2025-11-01T07:00:00+09:00');
  expect(dueReportMonth(sevenInJayapura, 'Asia/Jayapura')).toBe('2025-10');
  expect(dueReportMonth(sevenInJayapura, 'Asia/Jakarta')).toBeNull();
});
