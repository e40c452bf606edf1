import { describe, expect, test } from '@jest/globals';
import type { CalendarReply } from './calendar-reply.js';
import { judgeReply, type InvitedPerson } from './judge-reply.js';

const SARI = 'sari@contoh.test';
const sari: InvitedPerson = { participantId: '1', email: SARI, sequence: 2, lastStamp: null };
const reply: CalendarReply = {
  method: 'REPLY',
  uid: 'x',
  sequence: 2,
  stampedAt: new Date('2025-10-23T03:00:00Z'),
  attendees: [{ email: SARI, status: 'ACCEPTED', delegatedTo: null, delegatedFrom: null }],
  comment: '',
  startsAt: null,
  endsAt: null,
};
const judged = (over: Partial<CalendarReply>, sender = SARI, person: Partial<InvitedPerson> = {}) =>
  judgeReply({ ...reply, ...over }, sender, false, [{ ...sari, ...person }]);
const attendee = (over: object) => ({ attendees: [{ ...reply.attendees[0]!, ...over }] });

describe('an answer', () => {
  test.each([
    ['ACCEPTED', 'accepted'],
    ['TENTATIVE', 'tentative'],
    ['DECLINED', 'declined'],
  ])('%s counts', (status, answer) => {
    expect(judged(attendee({ status }))).toEqual({ kind: 'answer', participantId: '1', answer });
  });

  test('counts without SEQUENCE and without DTSTAMP', () => {
    expect(judged({ sequence: null, stampedAt: null })).toMatchObject({ kind: 'answer' });
  });

  test.each<[string, Partial<CalendarReply>, Partial<InvitedPerson>, string]>([
    ['a lower SEQUENCE', { sequence: 1 }, {}, 'answer-outdated'],
    ['an older DTSTAMP', {}, { lastStamp: new Date('2025-10-23T03:00:01Z') }, 'answer-outdated'],
    ['no attendee', { attendees: [] }, {}, 'attendee-missing'],
    ['another attendee than the sender', attendee({ email: 'lain@contoh.test' }), {}, 'sender-forged'],
    ['a status nobody knows', attendee({ status: 'X-MALAS' }), {}, 'not-understood'],
    ['a method that is no answer', { method: 'PUBLISH' }, {}, 'not-understood'],
    ['a counter without a time', { method: 'COUNTER' }, {}, 'not-understood'],
  ])('with %s changes nothing', (_, over, person, reason) => {
    expect(judged(over, SARI, person)).toEqual({ kind: 'kept', reason });
  });

  test('of the same instant as the last one counts again: clients keep whole seconds', () => {
    expect(judged({}, SARI, { lastStamp: reply.stampedAt })).toMatchObject({ kind: 'answer' });
  });

  test('by somebody who is not invited, or whose domain did not send it, changes nothing', () => {
    expect(judged({}, 'lain@contoh.test')).toEqual({ kind: 'kept', reason: 'sender-not-invited' });
    expect(judgeReply(reply, SARI, true, [sari])).toEqual({ kind: 'kept', reason: 'sender-forged' });
    expect(judgeReply(reply, SARI, false, [])).toEqual({ kind: 'kept', reason: 'unknown-visit' });
  });
});

test('another time and a substitute are proposals', () => {
  const [startsAt, endsAt] = [new Date('2025-11-04T02:00:00Z'), new Date('2025-11-04T05:00:00Z')];
  expect(judged({ method: 'COUNTER', startsAt, endsAt, comment: 'Apel' })).toEqual({
    kind: 'other-time',
    participantId: '1',
    startsAt,
    endsAt,
    comment: 'Apel',
  });
  expect(judged({ method: 'COUNTER', startsAt: endsAt, endsAt: startsAt })).toMatchObject({ kind: 'kept' });
  expect(judged(attendee({ status: 'DELEGATED', delegatedTo: 'tono@contoh.test' }))).toMatchObject({
    kind: 'substitute',
    substitute: 'tono@contoh.test',
  });
});
