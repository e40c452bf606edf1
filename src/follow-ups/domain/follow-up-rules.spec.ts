import { expect, test } from '@jest/globals';
import { faultOfDueDate, faultOfReplication, isEvidenceLink } from './follow-up-rules.js';

test.each([
  ['2025-12-31', '2025-12-31', '', false, null],
  ['2025-12-31', '2025-12-30', '', false, null],
  ['2025-12-31', '2026-01-01', '', false, 'postpone-reason-needed'],
  ['2025-12-31', '2026-01-01', '  ', true, 'postpone-reason-needed'],
  ['2025-12-31', '2026-01-01', 'Banjir', false, null],
  ['2025-12-31', '2026-01-01', 'Banjir', true, null],
  ['2025-12-31', '2025-12-31', 'Banjir', true, 'postpone-not-later'],
  ['2025-12-31', '2025-12-01', 'Banjir', true, 'postpone-not-later'],
])('from %s to %s because of %p (postponement: %s): %s', (from, to, reason, isPostponement, expected) => {
  expect(faultOfDueDate(from, to, reason, { isPostponement })).toBe(expected);
});

test.each([
  ['', true],
  ['https://contoh.test/foto', true],
  ['http://contoh.test', true],
  ['contoh.test/foto', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['https://a b', false],
  ['https://sari:rahasia@contoh.test', false],
])('%p as a link to evidence: %s', (link, expected) => {
  expect(isEvidenceLink(link)).toBe(expected);
});

const told = { practice: 'Demplot', since: '2025-12-15', result: 'Panen tiap bulan' };

test.each([
  [{}, null],
  [{ practice: ' ' }, 'replication-incomplete'],
  [{ result: '' }, 'replication-incomplete'],
  [{ since: '2025-12-16' }, null],
  [{ since: '2025-12-17' }, 'replication-since-ahead'],
])('a replication with %p on 16 December: %s', (over, expected) => {
  expect(faultOfReplication({ ...told, ...over }, '2025-12-16')).toBe(expected);
});
