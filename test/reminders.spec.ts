import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { session, wib } from './support/agendas.js';
import { START, startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, requested, step, type Header, type ShownVisit } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let head: Header;

const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
const tono = { name: 'Tono', email: 'tono@contoh.test', side: 'host', role: 'speaker' };

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  head = await signedIn(app, { email: 'kepala@tamu.test', role: 'unit-head', unit: 'bapas-purwokerto' });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(START));

interface Mail {
  email: string;
  key: string;
  subject: string;
  text: string;
  state: string;
}

const mails = (like: string): Promise<Mail[]> =>
  app.database.query(
    `SELECT recipient_email AS email, key, subject, body_text AS text, state FROM mail
     WHERE key LIKE $1 ORDER BY position`,
    [like],
  );
/** Reminders of a visit to those who take part, or to the units' officers. */
const remindersOf = async (visit: ShownVisit, kind = /:(?:day-\d+|evening):/) =>
  (await mails(`reminder:${visit.id}:%`)).filter(({ key }) => kind.test(key));

async function at(time: string): Promise<void> {
  app.clock.set(new Date(time));
  await app.settle();
}

const current = async (visit: { id: string }): Promise<ShownVisit> =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: guest, path: { id: visit.id } })
      .expect(200)
  ).body;

describe('the regional office', () => {
  test('gets one digest a week, with what asks for a step', async () => {
    const times = { startsAt: wib('09:00', '2025-11-06'), endsAt: wib('12:00', '2025-11-06') };
    const visit = await confirmed(app, guest, host, times);
    const asked = await requested(app, guest, { ...times, title: 'Bengkel kerja' });
    const later = { startsAt: wib('09:00', '2025-11-27'), endsAt: wib('12:00', '2025-11-27') };
    await step(app, host, visit, 'reschedule', { ...later, reason: 'Apel' });
    await at(wib('09:00', '2025-10-27'));
    await at(wib('10:00', '2025-10-27'));
    await at(wib('09:00', '2025-10-28'));
    const digests = (await mails('digest:jawa-tengah:2025-10-27:%')).filter(
      ({ email }) => email === 'kanwil@jateng.test',
    );
    expect(digests).toHaveLength(1);
    const text = digests[0]?.text ?? '';
    expect(text).toContain(
      'Akan berlangsung dalam dua pekan:\n- Ketahanan pangan dan kehumasan (Bapas Kelas II Purwokerto ke ',
    );
    expect(text).toContain('Permintaan yang belum dijawab lebih dari dua hari kerja:\n- Bengkel kerja');
    expect(text).toContain(visit.reference);
    expect(text).toContain(asked.reference);
    // What is confirmed keeps its time until another one is taken.
    expect(text).toMatch(new RegExp(`Kamis, 6 November 2025, .*${visit.reference}`));
    expect(text).not.toContain('27 November');
    expect(await mails('digest:bali:%')).toEqual([]);
    await step(app, guest, await current(visit), 'cancel', { reason: 'x' });
    await step(app, guest, await current(asked), 'withdraw', { reason: 'x' });
  });
});

describe('who takes part', () => {
  test('hears of it three days and one day before and in the evening, with the agenda; nothing twice', async () => {
    const visit = await confirmed(app, guest, host, { participants: [sari, tono], place: 'Aula' });
    const items = [session('09:00', '10:00', 'Penerimaan tamu', { place: 'Lobi' })];
    const agenda = `/api/visits/${visit.id}/agenda`;
    await request(app.server).put(agenda).set(host).send({ version: 0, items }).expect(200);
    await request(app.server).post(`${agenda}/publish`).set(host).send({ version: 1 }).expect(200);
    await app.database.query(
      `UPDATE hosting_policy SET phone_rule = 'Telepon dititipkan' WHERE unit = 'rutan-banjarnegara'`,
    );
    await at(wib('07:30', '2025-10-27'));
    expect(await remindersOf(visit)).toEqual([]);
    await at(wib('08:10', '2025-10-27'));
    await at(wib('08:20', '2025-10-27'));
    await at(wib('09:00', '2025-10-29'));
    await at(wib('15:10', '2025-10-29'));
    await at(wib('08:00', '2025-10-30'));
    const sent = await remindersOf(visit);
    // Each person is reminded by a job of their own, so that the order between two people is free.
    for (const reader of ['sari@contoh.test', 'tono@contoh.test']) {
      expect(sent.filter(({ email }) => email === reader).map(({ subject }) => subject)).toEqual([
        'Pengingat, 3 hari lagi: Ketahanan pangan dan kehumasan',
        'Pengingat, besok: Ketahanan pangan dan kehumasan',
        'Pengingat, besok: Ketahanan pangan dan kehumasan',
      ]);
    }
    expect(sent).toHaveLength(6);
    const evening = sent.at(-1)?.text;
    expect(evening).toContain('09.00–10.00 WIB: Penerimaan tamu (Lobi)');
    expect(evening).toContain('Telepon dititipkan');
    expect(evening).toContain('Tempat: Aula, Rutan');
    expect(evening).toMatch(/Narahubung: \S/);
    expect(sent[0]?.text).not.toContain('Penerimaan tamu');
    await step(app, guest, await current(visit), 'cancel', { reason: 'x' });
  });

  test('hears nothing after a cancel, also not what waited', async () => {
    const visit = await confirmed(app, guest, host, { participants: [sari] });
    app.clock.set(new Date(wib('08:10', '2025-10-27')));
    // Posted and not sent yet: the mails wait for a server that is down.
    await app.settle();
    await app.database.query(
      `UPDATE mail SET state = 'queued', sent_at = NULL, next_try_at = $1 WHERE key LIKE 'reminder:%'`,
      [new Date('2025-10-30T00:00:00Z')],
    );
    await step(app, guest, await current(visit), 'cancel', { reason: 'x' });
    await at(wib('09:00', '2025-10-29'));
    expect((await remindersOf(visit)).map(({ state }) => state)).toEqual(['suppressed']);
  });

  test('is reminded of the new time when the visit moves', async () => {
    const visit = await confirmed(app, guest, host, { participants: [sari] });
    await at(wib('09:00', '2025-10-27'));
    expect(await remindersOf(visit)).toHaveLength(1);
    const times = { startsAt: wib('09:00', '2025-11-06'), endsAt: wib('12:00', '2025-11-06') };
    const proposed = await step(app, host, await current(visit), 'reschedule', { ...times, reason: 'Apel' });
    await step(app, guest, proposed, 'accept');
    await at(wib('09:00', '2025-10-29'));
    expect(await remindersOf(visit)).toHaveLength(1);
    await at(wib('09:00', '2025-11-03'));
    const [, second] = await remindersOf(visit);
    expect(second?.text).toContain('Kamis, 6 November 2025');
    await step(app, guest, await current(visit), 'cancel', { reason: 'x' });
  });

  test('reads the time in the own zone too, and hears as the own unit has set', async () => {
    const path = '/api/units/bapas-purwokerto/reminders';
    const usual = await request(app.server).get(path).set(guest).expect(200);
    expect(usual.body).toEqual({ daysBefore: [3, 1], eveningBefore: true, learningDays: [30, 60, 90] });
    const setting = { daysBefore: [2], eveningBefore: false };
    await request(app.server).put(path).set(guest).send(setting).expect(403);
    await request(app.server)
      .put(path)
      .set(head)
      .send({ daysBefore: [0], eveningBefore: true })
      .expect(422);
    await request(app.server).put(path).set(head).send(setting).expect(200);
    await signedIn(app, { email: 'bali@contoh.test', role: 'officer', unit: 'lapas-kerobokan' });
    const bali = { name: 'Bali', email: 'bali@contoh.test', side: 'guest', role: 'member' };
    const visit = await confirmed(app, guest, host, { participants: [sari, bali] });
    await at(wib('07:10', '2025-10-27')); // 08.10 WITA
    const [first, ...others] = await remindersOf(visit);
    expect(others).toEqual([]);
    expect(first?.email).toBe('bali@contoh.test');
    expect(first?.text).toContain('09.00–12.00 WIB (10.00–13.00 WITA)');
    await at(wib('09:00', '2025-10-28'));
    expect((await remindersOf(visit)).map(({ email }) => email)).toEqual([
      'bali@contoh.test',
      'sari@contoh.test',
    ]);
    await step(app, guest, await current(visit), 'cancel', { reason: 'x' });
  });
});

describe('officers', () => {
  test('of the side whose turn it is are asked for an answer, twice at the most', async () => {
    const times = { startsAt: wib('09:00', '2025-11-20'), endsAt: wib('12:00', '2025-11-20') };
    const visit = await requested(app, guest, times);
    for (const day of ['21', '22', '23', '27', '28']) await at(wib('09:00', `2025-10-${day}`));
    const asked = await remindersOf(visit, /:answer-/);
    expect(asked.map(({ email }) => email)).toEqual(['petugas@tuan.test', 'petugas@tuan.test']);
    expect(asked[0]?.subject).toBe(
      `Menunggu jawaban Anda: Ketahanan pangan dan kehumasan (${visit.reference})`,
    );
    await step(app, host, await current(visit), 'decline', { reason: 'x' });
    await at(wib('09:00', '2025-11-05'));
    expect(await remindersOf(visit, /:answer-/)).toHaveLength(2);
  });

  test('of both units are asked for an agenda that is missing', async () => {
    const times = { startsAt: wib('09:00', '2025-11-20'), endsAt: wib('12:00', '2025-11-20') };
    const visit = await confirmed(app, guest, host, times);
    await at(wib('09:00', '2025-11-13'));
    const asked = await remindersOf(visit, /:agenda-/);
    expect(asked.map(({ email }) => email).sort()).toEqual([
      'kepala@tamu.test',
      'petugas@tamu.test',
      'petugas@tuan.test',
    ]);
    expect(asked[0]?.subject).toContain('Susunan acara belum ada');
    await step(app, guest, await current(visit), 'cancel', { reason: 'x' });
  });
});
