import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ReceiveMail } from '../src/replies/index.js';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { mailCase } from './support/mail-cases.js';
import { returnAddressOf } from './support/replies.js';
import { confirmed, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

const uji = { name: 'Peserta Uji', email: 'uji@contoh.test', side: 'guest', role: 'leader' };
const kedua = { name: 'Peserta Kedua', email: 'kedua@contoh.test', side: 'guest', role: 'member' };
const ORGANIZER = 'jadwal@sambang.test';

let app: TestApp;
let people: UsualPeople;
let visit: ShownVisit;

beforeAll(async () => {
  app = await startApp({ MAIL_FROM: `Sambang <${ORGANIZER}>`, MAIL_AUTHSERV_ID: 'mx.sambang.test' });
  people = await usualPeople(app);
  visit = await confirmed(app, people.guest, people.host, { participants: [uji, kedua] });
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

const theCase = (name: string, to = ORGANIZER, change?: (mail: string) => string) =>
  mailCase(name, { visitId: visit.id, participant: uji.email, to }, change);

const receive = async (mail: string) => (await app.app.get(ReceiveMail).execute(Buffer.from(mail)))?.outcome;
const shown = async () =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.guest, path: { id: visit.id } })
      .expect(200)
  ).body;
const answerOf = async (email: string) =>
  (await shown()).participants.find((participant) => participant.email === email)?.answer;
const questions = async () => {
  const { body } = await api(app).get('/api/visits/{id}/reply-questions', {
    as: people.guest,
    path: { id: visit.id },
  });
  return (body as { items: Record<string, unknown>[] }).items;
};
const own = () => returnAddressOf(app, visit.id, uji.email);

describe('an answer to the own address counts', () => {
  test.each([
    ['thunderbird-153-accepted', 'accepted'],
    ['thunderbird-153-declined', 'declined'],
    ['google-declined-note', 'declined'],
    ['plus-from', 'accepted'],
    ['yahoo-two-attendees', 'declined'],
    ['received-spf-only', 'declined'],
    ['utf16', 'declined'],
    ['method-only-in-mime', 'accepted'],
    ['multi-vevent', 'declined'],
  ])('%s', async (name, answer) => {
    expect(await receive(await theCase(name, await own()))).toBe('answer');
    expect(await answerOf(uji.email)).toBe(answer);
    expect(await answerOf(kedua.email)).toBe('needs-action');
    expect(await questions()).toEqual([]);
  });

  test('also when only ORGANIZER names it', async () => {
    const address = await own();
    const mail = await theCase('thunderbird-153-accepted', address, (text) =>
      text
        .replace(/^(?:X-Original-To|Delivered-To): .*\n/gm, '')
        .replace(/^\tfor <.*$/m, '\tfor <x>; x')
        .replace(/^To: .*$/m, `To: ${ORGANIZER}`),
    );
    expect(await receive(mail)).toBe('answer');
    expect(await answerOf(uji.email)).toBe('accepted');
  });
});

describe('an answer to the address that everybody knows', () => {
  test.each([
    ['thunderbird-153-declined', 'declined'],
    ['two-from', 'declined'],
    ['received-spf-only', 'declined'],
    ['plus-from', 'accepted'],
    ['google-declined-note', 'declined'],
  ])('%s is a question', async (name, answer) => {
    const before = await shown();
    expect(await receive(await theCase(name))).toBe('question');
    expect(await shown()).toEqual(before);
    expect(await questions()).toMatchObject([
      { participantName: uji.name, kind: 'answer', answer, isProven: false },
    ]);
  });

  test('counts when the own server vouches for its sender, and only that one', async () => {
    const vouched = (server: string, verdict: string) => (mail: string) =>
      `Authentication-Results: ${server}; ${verdict}\n${mail}`;
    const pass = 'dmarc=pass header.from=contoh.test';
    for (const [server, verdict, outcome] of [
      ['mx.jahat.test', pass, 'question'],
      ['mx.sambang.test', 'spf=fail smtp.mailfrom=uji@contoh.test; dkim=none; dmarc=none', 'question'],
      ['mx.sambang.test', 'dmarc=fail header.from=contoh.test', 'sender-forged'],
      ['mx.sambang.test', pass, 'answer'],
    ] as const) {
      expect(await receive(await theCase('google-declined-note', ORGANIZER, vouched(server, verdict)))).toBe(
        outcome,
      );
      expect(await answerOf(uji.email)).toBe(outcome === 'answer' ? 'declined' : 'needs-action');
    }
    expect(await receive(await theCase('two-from', ORGANIZER, vouched('mx.sambang.test', pass)))).not.toBe(
      'answer',
    );
  });

  test('is no more than that with the token of another invited person, or of another visit', async () => {
    const ofKedua = await returnAddressOf(app, visit.id, kedua.email);
    expect(await receive(await theCase('google-declined-note', ofKedua))).toBe('question');
    const elsewhere = await returnAddressOf(app, '0199a5b4-1111-7000-8000-000000000009', uji.email);
    expect(await receive(await theCase('google-declined-note', elsewhere))).toBe('question');
    const guessed = ORGANIZER.replace('@', `+${'a'.repeat(26)}@`);
    expect(await receive(await theCase('google-declined-note', guessed))).toBe('question');
    expect(await answerOf(uji.email)).toBe('needs-action');
  });
});

test('an absence notice that quotes the invitation is no answer, by whatever address', async () => {
  expect(await receive(await theCase('ooo-quoting-invite', await own()))).toBe('not-understood');
  expect(await receive(await theCase('ooo-quoting-invite'))).toBe('not-understood');
  expect(await answerOf(uji.email)).toBe('needs-action');
  expect(await questions()).toEqual([]);
});

describe('what a mail asks for or tells beside an answer', () => {
  const history = async (as = people.guest) => {
    const { body } = await api(app).get('/api/visits/{id}/history', { as, path: { id: visit.id } });
    return (body as { items: { action: string; actor: string; reason: string | null }[] }).items;
  };
  const mailed = async (subject: string, email: string) => {
    await app.settle();
    return app.database.query<{ text: string }>(
      'SELECT body_text AS text FROM mail WHERE subject LIKE $1 AND recipient_email = $2 ORDER BY position',
      [subject, email],
    );
  };
  const page = async (as = people.guest) =>
    (await request(app.server).get(`/kunjungan/${visit.id}`).set(as).set('accept', 'text/html').expect(200))
      .text;

  test.each([
    ['counter-duration', 'pukul 10.30–13.30 WIB'],
    ['counter-iana-no-vtimezone', 'pukul 14.00–17.00 WIB'],
  ])('%s: another time is wanted', async (name, time) => {
    expect(await receive(await theCase(name, await own()))).toBe('other-time');
    expect((await history()).at(-1)).toMatchObject({
      action: 'suggest-time',
      reason: `Waktu yang diusulkan: Kamis, 7 Januari 2027, ${time}`,
    });
  });

  test('google-declined-note: its words stand on the visit and are mailed to the own officers at once', async () => {
    expect(await receive(await theCase('google-declined-note', await own()))).toBe('answer');
    expect((await history()).at(-1)).toMatchObject({ action: 'answer', reason: 'Maaf, ada apel' });
    expect(await page()).toContain('Maaf, ada apel');
    const told = await mailed('Jawaban peserta:%', 'petugas@tamu.test');
    expect(told.at(-1)?.text).toContain('Peserta Uji (pimpinan): berhalangan hadir, “Maaf, ada apel”');
    expect(await mailed('Jawaban peserta:%', 'petugas@tuan.test')).toEqual([]);
    // Who only reads the visit reads no words of participants.
    expect((await history(people.kanwil)).at(-1)).toMatchObject({ action: 'answer', reason: null });
    expect(await page(people.kanwil)).not.toContain('Maaf, ada apel');
  });

  test('refresh: the invitation is sent again, the same, and to nobody who is not proved to ask', async () => {
    const before = await mailed('Undangan:%', uji.email);
    expect(await receive(await theCase('refresh'))).toBe('refresh-unproven');
    expect(await mailed('Undangan:%', uji.email)).toHaveLength(before.length);
    expect(await receive(await theCase('refresh', await own()))).toBe('refresh');
    const after = await mailed('Undangan:%', uji.email);
    expect(after).toHaveLength(before.length + 1);
    const sequence = (calendar: string) => /^SEQUENCE:(\d+)/m.exec(calendar)?.[1];
    const [first, ...again] = await app.database.query<{ calendar: string }>(
      `SELECT calendar_content AS calendar FROM mail WHERE subject LIKE 'Undangan:%' AND recipient_email = $1
       ORDER BY position`,
      [uji.email],
    );
    expect(sequence(again.at(-1)?.calendar ?? '')).toBe(sequence(first?.calendar ?? '-'));
    expect(await mailed('Undangan:%', kedua.email)).toHaveLength(1);
  });

  test('refresh: a calendar that asks without end is not served without end', async () => {
    const asked = await theCase('refresh', await own());
    const outcomes: unknown[] = [];
    for (let n = 0; n < 22; n += 1) {
      outcomes.push(await receive(asked.replace(/^Message-ID: .*$/m, `Message-ID: <${n}@klien.test>`)));
    }
    expect(outcomes.filter((outcome) => outcome === 'refresh')).toHaveLength(20);
    expect(outcomes.at(-1)).toBe('refreshed-too-often');
  });

  test('human-words-only: the words stand in the history and are mailed in the morning', async () => {
    expect(await receive(await theCase('human-words-only', await own()))).toBe('question');
    expect((await history()).at(-1)).toMatchObject({
      action: 'write',
      actor: uji.name,
      reason: 'Siap, saya hadir. Terima kasih.',
    });
    expect(await page()).toContain('Siap, saya hadir. Terima kasih.');
  });

  test('two-from: both authors are shown to the officers who decide', async () => {
    expect(await receive(await theCase('two-from', await own()))).toBe('question');
    expect(await page()).toContain('Jawaban dari uji@contoh.test, x@jahat.test untuk Peserta Uji');
  });
});

describe('plain words', () => {
  test('to the own address are shown to the officers as that person’s, and do nothing', async () => {
    expect(await receive(await theCase('human-words-only', await own()))).toBe('question');
    expect(await answerOf(uji.email)).toBe('needs-action');
    expect(await questions()).toMatchObject([
      { participantName: uji.name, kind: 'words', words: 'Siap, saya hadir. Terima kasih.', isProven: true },
    ]);
  });

  test('in answer to a mail of ours are shown as said to be that person’s', async () => {
    const [mail] = await app.database.query<{ message_id: string }>(
      'SELECT message_id FROM mail WHERE stream = $1 AND recipient_email = $2',
      [visit.id, uji.email],
    );
    const answers = (text: string) => text.replace('<x@sambang.test>', mail?.message_id ?? '');
    expect(await receive(await theCase('human-words-only', ORGANIZER, answers))).toBe('question');
    expect(await questions()).toMatchObject([{ kind: 'words', isProven: false }]);
    const stranger = (text: string) => answers(text).replace('uji@contoh.test', 'siapa@jahat.test');
    expect(await receive(await theCase('human-words-only', ORGANIZER, stranger))).toBe('not-understood');
  });

  test('about nothing of ours are kept', async () => {
    expect(await receive(await theCase('human-words-only'))).toBe('not-understood');
    expect(await questions()).toEqual([]);
  });
});
