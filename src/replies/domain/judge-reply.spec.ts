import { describe, expect, test } from '@jest/globals';
import type { CalendarReply } from './calendar-reply.js';
import { judgeReply, type InvitedPerson } from './judge-reply.js';
import type { Evidence } from './proof.js';

const SARI = 'sari@contoh.test';
const VISIT = '0199a5b4-1111-7000-8000-000000000001';
const sari: InvitedPerson = {
  ...{ participantId: '1', visitId: VISIT, email: SARI, sequence: 2, lastStamp: null },
  ...{ answer: 'needs-action', isOpen: true },
};
const reply: CalendarReply = {
  method: 'REPLY',
  uid: 'x',
  sequence: 2,
  stampedAt: new Date('2025-10-23T03:00:00Z'),
  organizer: null,
  attendees: [{ email: SARI, status: 'ACCEPTED', delegatedTo: null, delegatedFrom: null }],
  comment: '',
  startsAt: null,
  endsAt: null,
};
const byToken: Evidence = {
  senders: [SARI],
  verification: 'none',
  owners: [{ stream: VISIT, email: SARI }],
};
const without: Evidence = { ...byToken, owners: [] };
const judged = (
  over: Partial<CalendarReply>,
  evidence: Partial<Evidence> = {},
  person: Partial<InvitedPerson> = {},
) => judgeReply({ ...reply, ...over }, { ...byToken, ...evidence }, [{ ...sari, ...person }]);
const statement = (over: Partial<CalendarReply>) => {
  const verdict = judged(over);
  return verdict.kind === 'done' ? verdict.statement : verdict;
};
const attendee = (over: object) => ({ attendees: [{ ...reply.attendees[0]!, ...over }] });

describe('an answer', () => {
  test.each([
    ['ACCEPTED', 'accepted'],
    ['TENTATIVE', 'tentative'],
    ['DECLINED', 'declined'],
  ])('%s counts', (status, answer) => {
    expect(judged(attendee({ status }))).toMatchObject({
      kind: 'done',
      person: { participantId: '1' },
      proof: { email: SARI },
      statement: { kind: 'answer', answer, comment: '' },
    });
  });

  test('counts without SEQUENCE and without DTSTAMP', () => {
    expect(judged({ sequence: null, stampedAt: null })).toMatchObject({ kind: 'done' });
  });

  test.each<[string, Partial<CalendarReply>, Partial<InvitedPerson>, string]>([
    ['a lower SEQUENCE', { sequence: 1 }, {}, 'answer-outdated'],
    ['an older DTSTAMP', {}, { lastStamp: new Date('2025-10-23T03:00:01Z') }, 'answer-outdated'],
    ['a visit that takes none any more', {}, { isOpen: false }, 'answer-too-late'],
    ['no attendee', { attendees: [] }, {}, 'attendee-missing'],
    ['another attendee than the sender', attendee({ email: 'lain@contoh.test' }), {}, 'sender-forged'],
    ['a status nobody knows', attendee({ status: 'X-MALAS' }), {}, 'not-understood'],
    ['a method that is no answer', { method: 'PUBLISH' }, {}, 'not-understood'],
    ['a counter without a time', { method: 'COUNTER' }, {}, 'not-understood'],
  ])('with %s changes nothing', (_, over, person, reason) => {
    expect(judged(over, {}, person)).toEqual({ kind: 'kept', reason });
    expect(judged(over, without, person)).toEqual({ kind: 'kept', reason });
  });

  test('of the same instant as the last one counts again: clients keep whole seconds', () => {
    expect(judged({}, {}, { lastStamp: reply.stampedAt })).toMatchObject({ kind: 'done' });
  });

  test('by somebody who is not invited, or whose domain disowns it, changes nothing', () => {
    const stranger = { ...without, senders: ['lain@contoh.test'] };
    expect(judged({}, stranger)).toEqual({ kind: 'kept', reason: 'sender-not-invited' });
    const disowned = { ...without, verification: 'fail' } as const;
    expect(judged({}, disowned)).toEqual({ kind: 'kept', reason: 'sender-forged' });
    expect(judgeReply(reply, byToken, [])).toEqual({ kind: 'kept', reason: 'unknown-visit' });
  });
});

describe('whose word it is', () => {
  const asked = { kind: 'asked', statement: { kind: 'answer', answer: 'accepted' } };

  test('is proved by the own token or by the own server, and asked about otherwise', () => {
    expect(judged({}, without)).toMatchObject(asked);
    expect(judged({}, { ...without, verification: 'pass' })).toMatchObject({ kind: 'done' });
    // A token proves what forwarding makes the sender's domain disown.
    expect(judged({}, { verification: 'fail' })).toMatchObject({ kind: 'done' });
    expect(judged({}, { senders: ['sari.pribadi@lain.test'] })).toMatchObject({ kind: 'done' });
  });

  test.each([
    ['of another person', { stream: VISIT, email: 'budi@contoh.test' }],
    ['of another visit', { stream: '0199a5b4-1111-7000-8000-000000000002', email: SARI }],
  ])('is not proved by a token %s', (_, owner) => {
    expect(judged({}, { owners: [owner] })).toMatchObject(asked);
  });

  test('is not proved where two say that they wrote it', () => {
    const two = { senders: [SARI, 'x@jahat.test'] };
    expect(judged({}, { ...two, verification: 'pass' })).toMatchObject(asked);
  });

  test('is that of the mailbox, whatever stands after the plus of its address', () => {
    const kerja = { ...without, senders: ['sari+kerja@contoh.test'] };
    expect(judged({}, kerja)).toMatchObject(asked);
    expect(judged({}, { ...kerja, verification: 'pass' })).toMatchObject({ kind: 'done' });
    expect(judged(attendee({ email: 'sari+kerja@contoh.test' }), kerja)).toMatchObject(asked);
  });

  test('needs no asking when it is what is noted already', () => {
    const noted = { answer: 'accepted' };
    expect(judged({}, without, noted)).toEqual({ kind: 'kept', reason: 'answer-unchanged' });
    expect(judged({}, {}, noted)).toMatchObject({ kind: 'done' });
  });

  test('of two attendees it is that of whoever owns the address it came to', () => {
    const both = [
      { ...reply.attendees[0]!, email: 'budi@contoh.test' },
      { ...reply.attendees[0]!, status: 'DECLINED' },
    ];
    expect(judged({ attendees: both })).toMatchObject({
      kind: 'done',
      person: { email: SARI },
      statement: { answer: 'declined' },
    });
  });
});

test('another time and a substitute are proposals', () => {
  const [startsAt, endsAt] = [new Date('2025-11-04T02:00:00Z'), new Date('2025-11-04T05:00:00Z')];
  expect(statement({ method: 'COUNTER', startsAt, endsAt, comment: 'Apel' })).toEqual({
    kind: 'other-time',
    startsAt,
    endsAt,
    comment: 'Apel',
  });
  expect(judged({ method: 'COUNTER', startsAt: endsAt, endsAt: startsAt })).toMatchObject({ kind: 'kept' });
  expect(statement(attendee({ status: 'DELEGATED', delegatedTo: 'tono@contoh.test' }))).toMatchObject({
    kind: 'substitute',
    substitute: 'tono@contoh.test',
  });
});
