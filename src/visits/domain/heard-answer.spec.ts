import { describe, expect, test } from '@jest/globals';
import { answerOrigins, heardAfter, whenSaid, type AnswerOrigin, type LastHeard } from './heard-answer.js';
import type { ParticipantAnswer } from './participant.js';

const at = (time: string): Date => new Date(`2026-11-28T${time}Z`);
const nothing: LastHeard = { answer: 'needs-action', answeredAt: null, heardAt: null, heardFrom: null };
const hear = (
  known: LastHeard,
  answer: ParticipantAnswer,
  from: AnswerOrigin,
  stated: string | null,
  came: string,
): LastHeard => {
  const saidAt = whenSaid(stated === null ? null : new Date(stated), at(came));
  return heardAfter(known, { answer, from, saidAt }, at(came)) ?? known;
};

test('a decline by link stays when a mail that was written before it comes after it', () => {
  const declined = hear(nothing, 'declined', 'link', null, '18:40:00.700');
  expect(hear(declined, 'accepted', 'mail', '2026-11-28T18:30:00Z', '18:41:00')).toBe(declined);
});

test('a stamp ahead of its arrival counts as the arrival, so that later answers count', () => {
  const ahead = hear(nothing, 'declined', 'mail', '2035-01-01T00:00:00Z', '10:00:00');
  expect(ahead.heardAt).toEqual(at('10:00:00'));
  const later = hear(ahead, 'accepted', 'mail', '2026-11-28T10:05:00Z', '10:06:00');
  expect(later).toMatchObject({ answer: 'accepted', heardAt: at('10:05:00'), heardFrom: 'mail' });
});

test('of one second the later to come counts', () => {
  const linked = hear(nothing, 'declined', 'link', null, '10:00:00.500');
  expect(hear(linked, 'accepted', 'mail', '2026-11-28T10:00:00Z', '10:00:05').answer).toBe('accepted');
  expect(hear(linked, 'accepted', 'mail', '2026-11-28T09:59:59Z', '10:00:05')).toBe(linked);
});

test('a last word in the future, of a clock that was ahead, holds nothing up', () => {
  const wrong = {
    ...nothing,
    answer: 'accepted' as const,
    answeredAt: at('23:00:00'),
    heardAt: at('23:00:00'),
  };
  expect(hear({ ...wrong, heardFrom: 'link' }, 'declined', 'link', null, '10:00:00').answer).toBe('declined');
});

test('the same answer again is heard, and keeps when it first came', () => {
  const first = hear(nothing, 'declined', 'link', null, '10:00:00');
  const again = hear(first, 'declined', 'mail', '2026-11-28T10:20:00Z', '10:21:00');
  expect(again).toMatchObject({ answeredAt: at('10:00:00'), heardAt: at('10:20:00'), heardFrom: 'mail' });
  expect(hear(again, 'accepted', 'mail', '2026-11-28T10:10:00Z', '10:30:00')).toBe(again);
});

describe('of any two ways, in any order of arrival', () => {
  const ways = answerOrigins.flatMap((one) => answerOrigins.map((other) => [one, other] as const));
  test.each(ways)('%s then %s: what was said last counts', (one, other) => {
    const said = { early: '2026-11-28T10:00:00Z', late: '2026-11-28T11:00:00Z' };
    const inOrder = hear(
      hear(nothing, 'declined', one, said.early, '12:00:00'),
      'accepted',
      other,
      said.late,
      '12:01:00',
    );
    const reversed = hear(
      hear(nothing, 'accepted', other, said.late, '12:00:00'),
      'declined',
      one,
      said.early,
      '12:01:00',
    );
    expect([inOrder.answer, reversed.answer]).toEqual(['accepted', 'accepted']);
  });
});
