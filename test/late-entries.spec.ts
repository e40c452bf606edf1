import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import request from 'supertest';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople } from './support/people.js';
import { confirmed, step, type Header, type ShownVisit } from './support/visits.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The reference case's visit lasts until 05:00Z; its summary goes out in the afternoon. */
const CLOSED = new Date('2025-10-30T08:00:00Z');
const BEGUN = new Date('2025-10-30T02:30:00Z');
const before = (date: Date, ms: number): string => new Date(date.getTime() - ms).toISOString();

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
const start = new Date('2025-10-01T00:00:00Z');
let number = 0;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil, stranger } = await usualPeople(app));
});
afterAll(() => app.close());

/** A visit of a time of its own that stands as agreed; each call makes a later one. */
async function agreed(): Promise<ShownVisit> {
  number += 1;
  app.clock.set(start);
  const leader = { name: 'Sari', side: 'guest', role: 'leader' };
  const visit = await confirmed(app, guest, host, {
    title: `Kunjungan ${number}`,
    participants: [leader],
  });
  // The host has one place; each visit frees it for the next.
  await app.database.query('DELETE FROM host_time WHERE visit_id = $1', [visit.id]);
  return visit;
}

async function publish(visit: ShownVisit): Promise<void> {
  await request(app.server)
    .put(`/api/visits/${visit.id}/summary`)
    .set(guest)
    .send({ version: 0, outcomes: 'Melihat kebun' })
    .expect(200);
  await request(app.server)
    .post(`/api/visits/${visit.id}/summary/publish`)
    .set(guest)
    .send({ version: 1 })
    .expect(200);
}

/** A visit whose summary was published at CLOSED. */
async function closed(): Promise<ShownVisit> {
  const visit = await agreed();
  app.clock.set(CLOSED);
  await publish(visit);
  return visit;
}

/** As the device sends what it kept: with both of its times. */
const device = (enteredAt: string, fast = 0) => {
  const shifted = (text: Date | string): string => new Date(new Date(text).getTime() + fast).toISOString();
  return { enteredAt: shifted(enteredAt), sentAt: shifted(app.clock.now()) };
};
const note = (visit: { id: string }, by: Header, fields: object) =>
  request(app.server)
    .post(`/api/visits/${visit.id}/entries`)
    .set(by)
    .send({ id: randomUUID(), text: 'Kolam lele', ...fields });
const form = (visit: ShownVisit, what: string, by: Header, fields: object) =>
  request(app.server)
    .post(`/kunjungan/${visit.id}/hari-ini/${what}`)
    .set(by)
    .set('accept', 'application/json')
    .type('form')
    .send(fields);
const participantsOf = ({ id }: ShownVisit) =>
  app.database.query<{ id: string; attendance: string | null; late: boolean; at: Date | null }>(
    `SELECT id, attendance, attendance_late_at IS NOT NULL AS late, attendance_at AS at FROM visit_participant
     WHERE visit_id = $1 ORDER BY created_at, name`,
    [id],
  );
const historyOf = async ({ id }: ShownVisit, action: string) =>
  (await app.database.query('SELECT 1 FROM visit_history WHERE visit_id = $1 AND action = $2', [id, action]))
    .length;

describe('what comes after the summary is out', () => {
  test.each([
    ['entered a second before, an hour after', 1000, 60 * 60 * 1000],
    ['entered a second after', -1000, 60 * 60 * 1000],
    ['entered before, twenty days after', 60_000, 20 * DAY_MS],
    ['entered twenty days after', -20 * DAY_MS, 20 * DAY_MS],
  ])('%s', async (_, msBefore, msAfter) => {
    const visit = await closed();
    app.clock.set(new Date(CLOSED.getTime() + msAfter));
    await note(visit, guest, device(before(CLOSED, msBefore))).expect(201);
    const { body } = await api(app)
      .get('/api/visits/{id}/entries', { as: host, path: { id: visit.id } })
      .expect(200);
    expect(body.items.map(({ late }) => late)).toEqual([true]);
    expect(await historyOf(visit, 'late-entry')).toBe(1);
  });

  test('is taken of both units, as attendance, guest and photo, and of nobody else', async () => {
    const visit = await closed();
    app.clock.set(new Date(CLOSED.getTime() + DAY_MS));
    const times = device(BEGUN.toISOString());
    await note(visit, kanwil, times).expect(403);
    await note(visit, stranger, times).expect(404);
    const [sari] = await participantsOf(visit);
    const tap = { id: randomUUID(), participant: sari?.id, attendance: 'present', ...times };
    await form(visit, 'hadir', kanwil, tap).expect(403);
    await form(visit, 'hadir', stranger, tap).expect(404);

    await app.settle();
    const mails = () => app.database.query('SELECT 1 FROM mail');
    const mailed = (await mails()).length;
    await form(visit, 'hadir', host, tap).expect(200, { stored: true, news: null });
    await form(visit, 'tamu', guest, { id: randomUUID(), name: 'Budi', side: 'guest', ...times }).expect(200);
    await request(app.server)
      .post(`/api/visits/${visit.id}/entries/photos`)
      .set(host)
      .field('enteredAt', times.enteredAt)
      .field('sentAt', times.sentAt)
      .field('clearance', 'ya')
      .attach('photo', await picture(), 'a.jpg')
      .expect(201);
    await note(visit, guest, times).expect(201);
    expect(await participantsOf(visit)).toEqual([
      { id: sari?.id, attendance: 'present', late: true, at: BEGUN },
      { id: expect.any(String), attendance: 'present', late: true, at: BEGUN },
    ]);
    const { body } = await api(app).get('/api/visits/{id}/entries', { as: kanwil, path: { id: visit.id } });
    expect((body as { items: { late: boolean }[] }).items.map(({ late }) => late)).toEqual([true, true]);
    const shown = await api(app)
      .get('/api/visits/{id}', { as: kanwil, path: { id: visit.id } })
      .expect(200);
    expect(shown.body.participants.map(({ attendanceLate }) => attendanceLate)).toEqual([true, true]);
    expect(await historyOf(visit, 'late-entry')).toBe(5);
    expect(shown.body.state).toBe('closed');
    await app.settle();
    expect(await mails()).toHaveLength(mailed);
  });

  test('is marked wherever it is shown', async () => {
    const visit = await closed();
    app.clock.set(new Date(CLOSED.getTime() + DAY_MS));
    const times = device(BEGUN.toISOString());
    const [sari] = await participantsOf(visit);
    await form(visit, 'hadir', guest, { participant: sari?.id, attendance: 'present', ...times }).expect(200);
    await note(visit, guest, times).expect(201);
    const page = async (rest: string) =>
      (
        await request(app.server)
          .get(`/kunjungan/${visit.id}${rest}`)
          .set(host)
          .set('accept', 'text/html')
          .expect(200)
      ).text;
    const own = await page('');
    expect(own).toContain('Menyusul, diterima Jumat, 31 Oktober 2025, pukul 15.00 WIB');
    expect(own).toContain('Hadir (menyusul)');
    expect(own).toContain('melengkapi catatan hari kunjungan');
    expect(own).toContain('Sari, kehadiran: “hadir”');
    expect(own).toContain('Catatan ditambahkan');
    expect(own).toContain('Sejak ringkasan terbit tercatat: 1 catatan, 1 kehadiran.');
    expect(await page('/ringkasan')).toContain('Sejak ringkasan terbit tercatat: 1 catatan, 1 kehadiran.');
  });

  test('does not take the place of a later attendance', async () => {
    const visit = await agreed();
    app.clock.set(new Date('2025-10-30T04:00:00Z'));
    const [sari] = await participantsOf(visit);
    const tap = (by: Header, attendance: string, times: object) =>
      form(visit, 'hadir', by, { id: randomUUID(), participant: sari?.id, attendance, ...times });
    await tap(host, 'absent', device('2025-10-30T04:00:00Z')).expect(200);
    app.clock.set(CLOSED);
    await publish(visit);
    app.clock.advance(DAY_MS);
    const late = await tap(guest, 'present', device('2025-10-30T03:00:00Z')).expect(200);
    expect(late.body).toEqual({
      stored: true,
      news: 'Sari: yang berlaku “tidak hadir”, dicatat Petugas petugas@tuan.test lebih baru, Kamis, 30 Oktober 2025, pukul 11.00 WIB.',
    });
    expect(await participantsOf(visit)).toMatchObject([{ attendance: 'absent', late: false }]);
    await tap(guest, 'present', device('2025-10-30T05:00:00Z')).expect(200);
    expect(await participantsOf(visit)).toMatchObject([{ attendance: 'present', late: true }]);
  });
});

describe('an entry sent again because its answer was lost', () => {
  test('is stored, also after it would no longer be taken', async () => {
    const visit = await agreed();
    app.clock.set(BEGUN);
    const [sari] = await participantsOf(visit);
    const times = device(BEGUN.toISOString());
    const entry = { id: randomUUID(), ...times };
    const tap = { id: randomUUID(), participant: sari?.id, attendance: 'present', ...times };
    const person = { id: randomUUID(), name: 'Budi', side: 'guest', ...times };
    const sendAll = async () => {
      await note(visit, guest, entry).expect(201);
      await form(visit, 'hadir', guest, tap).expect(200);
      await form(visit, 'tamu', guest, person).expect(200);
    };
    await sendAll();
    const lines = await historyOf(visit, 'change-participant');
    // A slow line: by its times alone the same tap would look like a later one.
    app.clock.advance(1500);
    await sendAll();
    expect(await historyOf(visit, 'change-participant')).toBe(lines);
    app.clock.set(CLOSED);
    await publish(visit);
    app.clock.advance(20 * DAY_MS);
    await sendAll();
    expect(await participantsOf(visit)).toMatchObject([
      { attendance: 'present', late: false },
      { attendance: 'present', late: false },
    ]);
  });
});

describe('a visit that did not take place', () => {
  test.each(['cancel', 'not-held'])('takes nothing late after %s', async (action) => {
    const visit = await agreed();
    app.clock.set(BEGUN);
    const { version } = await api(app)
      .get('/api/visits/{id}', { as: guest, path: { id: visit.id } })
      .expect(200)
      .then(({ body }) => body);
    app.clock.advance(60_000);
    await step(app, guest, { id: visit.id, version }, action, { reason: 'Hujan' });
    app.clock.advance(60_000);
    const answer = await note(visit, guest, device(BEGUN.toISOString())).expect(409);
    expect(answer.body).toMatchObject({ code: 'day-not-open' });
  });
});

const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer();
