import { expect, test } from '@jest/globals';
import { isAskedStill, standingLine, type OwnFacts } from './own-standing.js';

const endsAt = new Date('2025-10-30T05:00:00Z');
const before = new Date('2025-10-29T05:00:00Z');
const after = new Date('2025-10-30T06:00:00Z');
const facts: OwnFacts = { answer: 'needs-action', attendance: null, state: 'confirmed', endsAt };

test('an answer is asked for while the visit is ahead', () => {
  expect(standingLine(facts, before)).toBe('Anda belum menjawab undangan ini.');
  expect(standingLine({ ...facts, answer: 'accepted' }, before)).toBe('Anda menjawab akan hadir.');
  expect(isAskedStill(facts, before)).toBe(true);
  expect(isAskedStill(facts, after)).toBe(false);
});

test('who was there is told so, also before the end, and is asked no more', () => {
  const there = { ...facts, attendance: 'present' } as const;
  for (const now of [before, after]) {
    expect(standingLine(there, now)).toBe('Anda tercatat hadir. Terima kasih.');
    expect(isAskedStill(there, now)).toBe(false);
  }
});

test.each(['confirmed', 'held', 'closed'] as const)(
  'of a visit that is over and %s no answer is missed',
  (state) => {
    for (const answer of ['needs-action', 'accepted', 'tentative', 'declined'] as const) {
      const line = standingLine({ ...facts, state, answer }, after);
      expect(line).not.toContain('belum menjawab');
      if (answer !== 'declined') expect(line).toContain('Kehadiran Anda belum dicatat.');
    }
  },
);

test('what was called off says so, whatever was answered', () => {
  expect(standingLine({ ...facts, state: 'cancelled', answer: 'accepted' }, before)).toContain('dibatalkan');
  expect(standingLine({ ...facts, state: 'not-held' }, after)).toContain('tidak jadi');
});
