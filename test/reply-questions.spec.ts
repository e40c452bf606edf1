import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { ReceiveMail } from '../src/replies/index.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { clientReplies, deliveryReport, returnAddressOf, schedulingMail } from './support/replies.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let people: UsualPeople;
let administrator: Header;
let visit: ShownVisit;

const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
const tono = { name: 'Tono', email: 'tono@contoh.test', side: 'host', role: 'member' };

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@sambang.test', role: 'administrator' });
  visit = await confirmed(app, people.guest, people.host, { participants: [sari, tono] });
  await app.settle();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.query('DELETE FROM received_mail');
  await app.database.query('DELETE FROM address_fault');
  await app.database.query(
    `UPDATE visit_participant SET answer = 'needs-action', answered_at = NULL, heard_at = NULL`,
  );
});

let minute = 0;
/** An answer to the address that everybody knows. */
const unproven = (status: string, who = sari): string =>
  clientReplies.Gmail({ ...who, uid: visit.id, sequence: 0, status, stamp: stamp() });
const stamp = (): string => `20251020T01${String((minute += 1)).padStart(2, '0')}00Z`;
const counter = (comment: string): string =>
  schedulingMail(sari, 'COUNTER', [
    ...[`UID:${visit.id}`, `DTSTAMP:${stamp()}`, 'DTSTART:20251103T020000Z', 'DTEND:20251103T050000Z'],
    ...[`COMMENT:${comment}`, `ATTENDEE:mailto:${sari.email}`],
  ]);
const receive = async (mail: string) => (await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome;

const path = () => `/api/visits/${visit.id}/reply-questions`;
const questions = async (by = people.guest) => {
  const { body } = await request(app.server).get(path()).set(by).expect(200);
  return (body as { items: { mail: string; kind: string; words: string; answer: string | null }[] }).items;
};
const decide = async (verb: 'accept' | 'dismiss', status = 204, by = people.guest, mail?: string) => {
  const chosen = mail ?? (await questions())[0]?.mail;
  return request(app.server).post(`${path()}/${chosen}/${verb}`).set(by).send({}).expect(status);
};
const shown = async () =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body;
const answerOf = async (email: string) =>
  (await shown()).participants.find((each) => each.email === email)?.answer;
const mails = async () => {
  await app.settle();
  const [row] = await app.database.query<{ count: number }>('SELECT count(*)::integer AS count FROM mail');
  return row?.count;
};
const outcomes = async () =>
  (await app.database.query<{ outcome: string }>('SELECT outcome FROM received_mail ORDER BY position')).map(
    ({ outcome }) => outcome,
  );
const page = async (by = people.guest) =>
  (await request(app.server).get(`/kunjungan/${visit.id}`).set(by).set('accept', 'text/html').expect(200))
    .text;
const lastHistory = async () => {
  const { body } = await api(app).get('/api/visits/{id}/history', {
    as: people.guest,
    path: { id: visit.id },
  });
  return (body as { items: { action: string; reason: string | null; actor: string }[] }).items.at(-1);
};

describe('a mail that proves nothing', () => {
  test('is asked about on the visit, and counts once an officer of that side vouches for it', async () => {
    const before = await mails();
    expect(await receive(unproven('DECLINED'))).toBe('question');
    expect(await mails()).toBe(before);
    expect(await page()).toContain('Jawaban dari sari@contoh.test untuk Sari: berhalangan hadir?');
    expect(await answerOf(sari.email)).toBe('needs-action');
    await decide('accept');
    expect(await answerOf(sari.email)).toBe('declined');
    expect(await lastHistory()).toMatchObject({
      action: 'answer',
      actor: 'Sari',
      reason: expect.stringMatching(/^Dari surat, dipastikan oleh /) as unknown,
    });
    expect(await outcomes()).toEqual(['answer']);
    expect(await page()).not.toContain('surat-masuk');
  });

  test('does nothing once dismissed, on the page as by the API', async () => {
    await receive(unproven('DECLINED'));
    const [, action] = /action="([^"]+\/abaikan)"/.exec(await page()) ?? [];
    await request(app.server)
      .post(String(action))
      .set(people.guest)
      .expect(303)
      .expect('location', `/kunjungan/${visit.id}`);
    expect(await answerOf(sari.email)).toBe('needs-action');
    expect(await outcomes()).toEqual(['question-dismissed']);
    await decide('accept', 409, people.guest, '0199a5b4-1111-7000-8000-000000000009');
  });

  test('is decided by the side of the participant alone', async () => {
    await receive(unproven('DECLINED'));
    await receive(unproven('DECLINED', tono));
    const [ofGuest] = await questions();
    const [ofHost] = await questions(people.host);
    expect([await questions(), await questions(people.host)]).toMatchObject([
      [{ participantName: 'Sari' }],
      [{ participantName: 'Tono' }],
    ]);
    await decide('accept', 409, people.host, ofGuest?.mail);
    await decide('accept', 409, people.guest, ofHost?.mail);
    for (const reader of [administrator, people.kanwil]) {
      expect(await questions(reader)).toEqual([]);
      await decide('accept', 403, reader, ofGuest?.mail);
      expect(await page(reader)).not.toContain('Surat yang perlu dipastikan');
    }
    expect([await answerOf(sari.email), await answerOf(tono.email)]).toEqual([
      'needs-action',
      'needs-action',
    ]);
  });

  test('makes one question a participant, the newest, however many come, and no mail', async () => {
    const before = await mails();
    for (let count = 0; count < 15; count += 1) await receive(unproven('DECLINED'));
    const [old] = await questions();
    await receive(unproven('TENTATIVE'));
    expect(await questions()).toMatchObject([{ answer: 'tentative' }]);
    expect(await mails()).toBe(before);
    // What an officer looked at is no longer what is asked.
    await decide('accept', 409, people.guest, old?.mail);
    expect(await answerOf(sari.email)).toBe('needs-action');
  });

  test('needs no asking after the participant’s own answer', async () => {
    await receive(unproven('DECLINED'));
    const to = await returnAddressOf(app, visit.id, sari.email);
    const own = { ...sari, uid: visit.id, sequence: 0, status: 'ACCEPTED', stamp: stamp(), to };
    expect(await receive(clientReplies.Thunderbird(own))).toBe('answer');
    expect(await questions()).toEqual([]);
    expect(await receive(unproven('ACCEPTED'))).toBe('answer-unchanged');
    expect(await answerOf(sari.email)).toBe('accepted');
  });

  test('waits on the start page of the officers', async () => {
    await receive(unproven('DECLINED'));
    const { text } = await request(app.server)
      .get('/')
      .set(people.guest)
      .set('accept', 'text/html')
      .expect(200);
    expect(text).toContain('Pastikan 1 surat dari peserta');
    const other = await request(app.server).get('/').set(people.host).set('accept', 'text/html').expect(200);
    expect(other.text).not.toContain('surat dari peserta');
  });
});

test('another time that nobody proved to want mails nobody, and its words are shown without a link', async () => {
  const before = await mails();
  expect(await receive(counter('Masuk ulang di https://jahat.test/masuk <b>segera</b>'))).toBe('question');
  expect(await mails()).toBe(before);
  expect(await questions()).toMatchObject([
    { kind: 'other-time', words: expect.not.stringContaining('jahat.test') },
  ]);
  const text = await page();
  expect(text).not.toContain('jahat.test');
  expect(text).toContain('&lt;b>segera');
  await decide('accept');
  expect(await mails()).toBeGreaterThan(before ?? 0);
  expect(await lastHistory()).toMatchObject({ action: 'suggest-time' });
  const told = await app.database.query(`SELECT 1 FROM mail WHERE body_text LIKE '%jahat.test%'`);
  expect(told).toEqual([]);
});

describe('an address that mail did not reach', () => {
  const bounced = async () => {
    const [mail] = await app.database.query<{ message_id: string }>(
      `SELECT message_id FROM mail WHERE stream = $1 AND recipient_email = $2 LIMIT 1`,
      [visit.id, sari.email],
    );
    return deliveryReport(sari.email, 'failed', mail?.message_id ?? '');
  };
  const problem = async () =>
    (await shown()).participants
      .map((each) => each as unknown as { email: string; mailProblem: string | null })
      .find(({ email }) => email === sari.email)?.mailProblem;

  test('is told in words of our own, until an officer says that it is right', async () => {
    const mail = (await bounced()).replace('no such user', 'Hubungi https://jahat.test');
    expect(await receive(mail)).toBe('bounce');
    expect(await problem()).toBe('kotak surat itu tidak ada');
    const text = await page();
    expect(text).not.toContain('jahat.test');
    const [, action] = /action="([^"]+\/alamat-benar)"/.exec(text) ?? [];
    await request(app.server).post(String(action)).set(people.guest).expect(303);
    expect(await problem()).toBeNull();
  });

  test('is cleared by the API, and by nobody who only reads', async () => {
    await receive((await bounced()).replace('From: MAILER', 'From: mailer'));
    const participant = visit.participants.find(({ email }) => email === sari.email);
    const address = `/api/visits/${visit.id}/participants/${participant?.id}/mail-problem`;
    await request(app.server).delete(address).set(administrator).expect(403);
    expect(await problem()).not.toBeNull();
    await request(app.server).delete(address).set(people.guest).expect(204);
    expect(await problem()).toBeNull();
  });
});
