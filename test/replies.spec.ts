import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReceiveMail } from '../src/replies/index.js';
import { START, startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import {
  clientReplies,
  deliveryReport,
  returnAddressOf,
  schedulingMail,
  type ReplyFacts,
} from './support/replies.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let people: UsualPeople;
let administrator: Header;
let visit: ShownVisit;

const sari = { name: 'Sari', email: 'sari@contoh.test' };
/** Where Sari answers to, which proves that it is her. */
let to: string;
const facts = (change: Partial<ReplyFacts> = {}): ReplyFacts => ({
  ...sari,
  uid: visit.id,
  sequence: 0,
  status: 'ACCEPTED',
  stamp: '20251020T013000Z',
  to,
  ...change,
});
const receive = async (mail: string) => (await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome;
const shown = async () =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body;
const answer = async () => (await shown()).participants[0]?.answer;
const history = async () => {
  const { body } = await api(app).get('/api/visits/{id}/history', {
    as: people.host,
    path: { id: visit.id },
  });
  return (body as { items: { action: string; reason: string | null; actor: string }[] }).items;
};

beforeAll(async () => {
  app = await startApp({ MAIL_AUTHSERV_ID: 'mx.test' });
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@sambang.test', role: 'administrator' });
});
afterAll(() => app.close());

/** After every stamp in the mails here. */
const LATER = new Date('2025-10-20T05:00:00Z');

const newVisit = async (day: number) => {
  visit = await confirmed(app, people.guest, people.host, {
    participants: [{ ...sari, side: 'guest', role: 'leader' }],
    startsAt: `2025-11-${day}T09:00:00+07:00`,
    endsAt: `2025-11-${day}T12:00:00+07:00`,
  });
  await app.settle();
  to = await returnAddressOf(app, visit.id, sari.email);
  app.clock.set(LATER);
};

describe('answers of mail programs', () => {
  beforeAll(() => newVisit(10));

  test.each(Object.entries(clientReplies))('%s: each answer is taken', async (_, write) => {
    await app.database.query(
      `UPDATE visit_participant SET answer = 'needs-action', answered_at = NULL, heard_at = NULL`,
    );
    for (const [status, expected, minute] of [
      ['DECLINED', 'declined', 31],
      ['TENTATIVE', 'tentative', 32],
      ['ACCEPTED', 'accepted', 33],
    ] as const) {
      const mail = write(facts({ status, stamp: `20251020T01${minute}00Z` }));
      expect(await receive(mail)).toBe('answer');
      expect(await answer()).toBe(expected);
    }
  });

  test('the same mail again is no second answer', async () => {
    const mail = clientReplies.Gmail(facts({ status: 'DECLINED', stamp: '20251020T020000Z' }));
    expect(await receive(mail)).toBe('answer');
    const { version } = await shown();
    expect(await receive(mail)).toBeUndefined();
    expect((await shown()).version).toBe(version);
  });

  test('an answer that was written before the last one changes nothing', async () => {
    const late = clientReplies.Gmail(facts({ status: 'ACCEPTED', stamp: '20251020T013000Z' }));
    expect(await receive(late)).toBe('answer-outdated');
    expect(await answer()).toBe('declined');
  });
});

/** Sent to the address of all mails, which anybody knows. */
const unproven = { to: 'sambang@localhost' };

describe('what is no answer of an invited person', () => {
  beforeAll(() => newVisit(11));

  test.each([
    [
      'sender-not-invited',
      () => clientReplies.Gmail(facts({ email: 'orang.lain@contoh.test', ...unproven })),
    ],
    [
      'sender-forged',
      () => `Authentication-Results: mx.test; dmarc=fail\r\n${clientReplies.Gmail(facts(unproven))}`,
    ],
    ['unknown-visit', () => clientReplies.Gmail(facts({ uid: '00000000-0000-4000-8000-000000000000' }))],
    ['unknown-visit', () => clientReplies.Gmail(facts({ uid: "x'; DROP TABLE visit" }))],
    ['not-understood', () => clientReplies.Gmail(facts({ status: 'NEEDS-ACTION' }))],
    ['not-understood', () => 'From: sari@contoh.test\r\nSubject: Terima kasih\r\n\r\nSaya hadir.'],
    ['not-understood', () => '\u0000\u0001 bukan surat'],
    ['not-understood', () => ''],
    ['not-understood', () => clientReplies.Samsung(facts()).replace('BEGIN:VEVENT', 'BEGIN:VE')],
    ['attendee-missing', () => schedulingMail({ ...sari, to }, 'REPLY', [`UID:${visit.id}`])],
  ])('%s: kept, and nothing changes', async (expected, write) => {
    const before = await shown();
    expect(await receive(write())).toBe(expected);
    expect(await shown()).toEqual(before);
  });

  test('somebody invited cannot answer for another', async () => {
    const budi = { name: 'Budi', email: 'budi@contoh.test', side: 'guest', role: 'member' } as const;
    await api(app)
      .post('/api/visits/{id}/participants', { as: people.guest, path: { id: visit.id }, body: budi })
      .expect(201);
    await app.settle();
    const ofBudi = { to: await returnAddressOf(app, visit.id, budi.email) };
    const forged = clientReplies.Gmail(facts(ofBudi)).replace('From: Sari <sari@', 'From: Budi <budi@');
    expect(await receive(forged)).toBe('sender-forged');
    expect(await answer()).toBe('needs-action');
  });

  test('administrators read what was kept, others do not', async () => {
    const { body } = await api(app).get('/api/received-mails', { as: administrator }).expect(200);
    const { items } = body;
    expect(items.map(({ outcome }) => outcome)).toContain('not-understood');
    const source = await api(app)
      .get('/api/received-mails/{id}', { as: administrator, path: { id: items[0]?.id } })
      .expect(200);
    expect(source.headers['content-disposition']).toContain('attachment');
    await api(app).get('/api/received-mails', { as: people.guest }).expect(403);
  });
});

describe('proposals', () => {
  beforeAll(() => newVisit(12));

  test('another time is told to both units and moves nothing', async () => {
    const { startsAt } = await shown();
    const counter = schedulingMail({ ...sari, to }, 'COUNTER', [
      `UID:${visit.id}`,
      'SEQUENCE:0',
      'DTSTAMP:20251020T013000Z',
      'DTSTART:20251113T020000Z',
      'DTEND:20251113T050000Z',
      'COMMENT:Ada rapat',
      `ATTENDEE:mailto:${sari.email}`,
    ]);
    expect(await receive(counter)).toBe('other-time');
    await app.settle();
    expect((await shown()).startsAt).toBe(startsAt);
    expect((await history()).at(-1)).toMatchObject({
      actor: 'Sari',
      action: 'suggest-time',
      reason: 'Waktu yang diusulkan: Kamis, 13 November 2025, pukul 09.00–12.00 WIB. Ada rapat',
    });
    const mails = await app.database.query<{ count: string }>(
      `SELECT count(*) FROM mail WHERE stream = $1 AND subject LIKE 'Peserta mengusulkan waktu lain%'`,
      [visit.id],
    );
    expect(Number(mails[0]?.count)).toBeGreaterThanOrEqual(2);
  });

  test('a delegate is a proposal, and gets no place by himself', async () => {
    const delegated = schedulingMail({ ...sari, to }, 'REPLY', [
      `UID:${visit.id}`,
      'DTSTAMP:20251020T014000Z',
      `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:wakil@contoh.test":mailto:${sari.email}`,
      `ATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM="mailto:${sari.email}":mailto:wakil@contoh.test`,
    ]);
    expect(await receive(delegated)).toBe('substitute');
    expect((await history()).at(-1)?.reason).toBe('Pengganti: wakil@contoh.test');
    expect((await shown()).participants).toHaveLength(1);
    const delegate = { name: 'Wakil', email: 'wakil@contoh.test' };
    const accepts = schedulingMail(delegate, 'REPLY', [
      `UID:${visit.id}`,
      `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${delegate.email}`,
    ]);
    expect(await receive(accepts)).toBe('sender-not-invited');
  });

  test('an answer to a time that is no longer is out of date; a cancelled visit takes none', async () => {
    const moved = await api(app)
      .patch('/api/visits/{id}', {
        as: people.host,
        path: { id: visit.id },
        body: { place: 'Ruang rapat', version: (await shown()).version },
      })
      .expect(200);
    visit = moved.body;
    await app.settle();
    expect(await receive(clientReplies.Gmail(facts({ stamp: '20251020T030000Z' })))).toBe('answer-outdated');
    await step(app, people.guest, await shown(), 'cancel', { reason: 'x' });
    await app.settle();
    const late = clientReplies.Gmail(facts({ sequence: 2, stamp: '20251020T040000Z' }));
    expect(await receive(late)).toBe('answer-too-late');
  });
});

describe('mails that come back', () => {
  beforeAll(() => newVisit(13));
  const problem = async () =>
    ((await shown()).participants[0] as unknown as { mailProblem: string | null }).mailProblem;

  test('a delay says nothing; a failure shows on the visit, until an answer comes', async () => {
    const [mail] = await app.database.query<{ message_id: string }>(
      'SELECT message_id FROM mail WHERE stream = $1 AND recipient_email = $2',
      [visit.id, sari.email],
    );
    const messageId = mail?.message_id ?? '';
    expect(await receive(deliveryReport(sari.email, 'delayed', messageId))).toBe('not-understood');
    expect(await problem()).toBeNull();
    expect(await receive(deliveryReport(sari.email, 'failed', messageId))).toBe('bounce');
    expect(await problem()).toBe('kotak surat itu tidak ada');
    const { body } = await api(app).get('/api/received-mails', { as: administrator });
    expect((body as { items: { visit: string }[] }).items[0]?.visit).toBe(visit.id);
    app.clock.set(START);
    expect(await receive(clientReplies.Thunderbird(facts()))).toBe('answer');
    expect(await problem()).toBeNull();
  });
});
