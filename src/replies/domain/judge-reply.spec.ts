import { describe, expect, test } from '@jest/globals';
import { type CalendarReply, readCalendarReplies } from './calendar-reply.js';
import { judgeReply, type InvitedPerson } from './judge-reply.js';
import type { Evidence } from './proof.js';

const SARI = 'sari@contoh.test';
const VISIT = '0199a5b4-1111-7000-8000-000000000001';
const sari: InvitedPerson = {
  ...{ participantId: '1', visitId: VISIT, email: SARI, aliases: [], sequence: 2, heardAt: null },
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
  occurrence: null,
};
const saying = { saidAt: new Date('2025-10-23T03:00:00Z'), now: new Date('2025-10-23T03:05:00Z') };
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
) => judgeReply({ ...reply, ...over }, { ...byToken, ...evidence }, [{ ...sari, ...person }], saying);
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

  test('behind what was heard since is for the visit to order when it is proved, and no question when not', () => {
    const heard = { heardAt: new Date('2025-10-23T03:00:01Z') };
    expect(judged({}, {}, heard)).toMatchObject({ kind: 'done' });
    expect(judged({}, without, heard)).toEqual({ kind: 'kept', reason: 'answer-outdated' });
    const [startsAt, endsAt] = [new Date('2025-11-04T02:00:00Z'), new Date('2025-11-04T05:00:00Z')];
    expect(judged({ method: 'COUNTER', startsAt, endsAt }, {}, heard)).toMatchObject({ kind: 'kept' });
  });

  test('of the same instant as the last one counts again: clients keep whole seconds', () => {
    expect(judged({}, {}, { heardAt: reply.stampedAt })).toMatchObject({ kind: 'done' });
  });

  test('by somebody who is not invited, or whose domain disowns it, changes nothing', () => {
    const stranger = { ...without, senders: ['lain@contoh.test'] };
    expect(judged(attendee({ email: 'lain@contoh.test' }), stranger)).toEqual({
      kind: 'kept',
      reason: 'sender-not-invited',
    });
    const disowned = { ...without, verification: 'fail' } as const;
    expect(judged({}, disowned)).toEqual({ kind: 'kept', reason: 'sender-forged' });
    expect(judgeReply(reply, byToken, [], saying)).toEqual({ kind: 'kept', reason: 'unknown-visit' });
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

  test('is asked about when a stranger speaks for somebody invited, however well the stranger is proved', () => {
    const secretary = { ...without, senders: ['sekretaris@contoh.test'], verification: 'pass' } as const;
    const substitute = attendee({ email: 'wakil@contoh.test', delegatedFrom: SARI });
    const alias = attendee({ email: 'sari.pribadi@lain.test' });
    const forwarded = { senders: ['sari.pribadi@lain.test'] };
    expect(judged({}, secretary)).toMatchObject({ ...asked, person: { email: SARI } });
    expect(judged(substitute, { ...without, senders: ['wakil@contoh.test'] })).toMatchObject(asked);
    expect(judged(alias, forwarded)).toMatchObject(asked);
    expect(judged({}, { ...secretary, verification: 'fail' })).toEqual({
      kind: 'kept',
      reason: 'sender-forged',
    });
  });

  test('is that of a known address of the same person, with a proof as for the invited one', () => {
    const known = { aliases: ['sari.pribadi@lain.test'] };
    const alias = attendee({ email: 'sari.pribadi@lain.test' });
    const sent = { ...without, senders: ['sari.pribadi@lain.test'] };
    expect(judged(alias, sent, known)).toMatchObject(asked);
    expect(judged(alias, { ...sent, verification: 'pass' }, known)).toMatchObject({ kind: 'done' });
    expect(judged(alias, { senders: sent.senders }, known)).toMatchObject({ kind: 'done' });
    expect(judged({}, { ...sent, verification: 'pass' }, known)).toMatchObject({ kind: 'done' });
  });

  test('asks for the invitation again only when it is proved', () => {
    expect(judged({ method: 'REFRESH', sequence: 0 })).toMatchObject({ kind: 'refresh' });
    expect(judged({ method: 'REFRESH' }, without)).toEqual({ kind: 'kept', reason: 'refresh-unproven' });
    expect(judged({ method: 'REFRESH' }, {}, { isOpen: false })).toMatchObject({ reason: 'answer-too-late' });
  });

  test('needs no asking when it is what is noted already', () => {
    const noted = { answer: 'accepted' } as const;
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

describe('a reply about one day of several', () => {
  const occurrence = new Date('2025-10-28T02:00:00Z');
  test.each([
    ['DECLINED', 'berhalangan'],
    ['ACCEPTED', 'hadir'],
  ])('%s does not stand for the others', (status, words) => {
    expect(statement({ occurrence, comment: 'Apel.', ...attendee({ status }) })).toEqual({
      kind: 'answer',
      answer: 'tentative',
      comment: `Hanya untuk Selasa, 28 Oktober 2025: ${words}. Apel.`,
    });
  });

  test('that proposes another time moves nothing', () => {
    const times = { startsAt: occurrence, endsAt: new Date('2025-10-28T05:00:00Z') };
    expect(statement({ method: 'COUNTER', occurrence, ...times })).toEqual({
      kind: 'kept',
      reason: 'not-understood',
    });
  });
});

describe('a reply to days with hours of their own', () => {
  const event = (lines: readonly string[], status: string) =>
    [
      'BEGIN:VEVENT',
      'UID:v',
      ...lines,
      `ATTENDEE;PARTSTAT=${status}:mailto:siti@contoh.test`,
      'END:VEVENT',
    ].join('\r\n');
  const answered = (...events: readonly string[]) =>
    readCalendarReplies(['BEGIN:VCALENDAR', 'METHOD:REPLY', ...events, 'END:VCALENDAR'].join('\r\n')).map(
      ({ occurrence, attendees }) => [occurrence?.toISOString() ?? null, attendees[0]?.status],
    );
  const whole = ['DTSTART:20251030T020000Z', 'RRULE:FREQ=DAILY;COUNT=3'];
  const day = ['RECURRENCE-ID:20251031T020000Z', 'DTSTART:20251031T010000Z'];

  test.each(['ACCEPTED', 'NEEDS-ACTION'])(
    'that sends a day back with %s says one thing of all days',
    (status) => {
      expect(answered(event(whole, 'ACCEPTED'), event(day, status))).toEqual([[null, 'ACCEPTED']]);
    },
  );

  test('that says otherwise of a day says that, too', () => {
    expect(answered(event(whole, 'ACCEPTED'), event(day, 'DECLINED'))).toEqual([
      [null, 'ACCEPTED'],
      ['2025-10-31T02:00:00.000Z', 'DECLINED'],
    ]);
    expect(answered(event(day, 'ACCEPTED'))).toEqual([['2025-10-31T02:00:00.000Z', 'ACCEPTED']]);
  });
});
