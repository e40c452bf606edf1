import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import request from 'supertest';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

/** The reference case's visit ends at 05:00Z on Thursday; two working days later its summary goes out by itself. */
const SUMMARISED = new Date('2025-11-03T06:00:00Z');
const TEN_DAYS_LATER = new Date('2025-11-13T02:00:00Z');

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let stranger: Header;
let joined: Header;
let visit: ShownVisit;
let sari: string | undefined;
let wati: string | undefined;
let mailed: number;

const mails = async () => (await app.database.query('SELECT 1 FROM mail')).length;
const bare = (method: 'post' | 'patch' | 'delete' | 'get', rest: string, by: Header) =>
  request(app.server)[method](`/api/visits/${visit.id}${rest}`).set(by);
const page = async (by: Header, rest = '') =>
  (
    await request(app.server)
      .get(`/kunjungan/${visit.id}${rest}`)
      .set(by)
      .set('accept', 'text/html')
      .expect(200)
  ).text;
const version = async () => (await bare('get', '', guest)).body as { version: number };
const history = async () =>
  (
    await api(app)
      .get('/api/visits/{id}/history', { as: guest, path: { id: visit.id } })
      .expect(200)
  ).body.items;
const summary = async () =>
  (
    await api(app)
      .get('/api/visits/{id}/summary', { as: guest, path: { id: visit.id } })
      .expect(200)
  ).body;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil, stranger } = await usualPeople(app));
  joined = await signedIn(app, { email: 'ikut@contoh.test', role: 'officer', unit: 'rutan-kebumen' });
  app.clock.set(new Date('2025-10-20T01:00:00Z'));
  visit = await confirmed(app, guest, host, {
    participants: [{ name: 'Sari', email: 'sari@tamu.test', side: 'guest', role: 'leader' }],
  });
  await bare('post', '/guests', guest).send({ organisation: 'rutan-kebumen' }).expect(201);
  await bare('post', '/guests/join', joined).send({ partySize: 1 }).expect(200);
  await bare('post', '/participants', joined)
    .send({ name: 'Wati', side: 'guest', role: 'member' })
    .expect(201);
  app.clock.set(SUMMARISED);
  await app.settle();
  const { body } = await api(app)
    .get('/api/visits/{id}', { as: guest, path: { id: visit.id } })
    .expect(200);
  expect(body.state).toBe('closed');
  [sari, wati] = ['Sari', 'Wati'].map((name) => body.participants.find((one) => one.name === name)?.id);
  app.clock.set(TEN_DAYS_LATER);
  await app.settle();
  mailed = await mails();
});
afterAll(() => app.close());

describe('ten days after a summary went out by itself', () => {
  test('attendance is entered by both units, and by a joined guest of its own people', async () => {
    const attend = (by: Header, id: string | undefined) =>
      bare('patch', `/participants/${String(id)}`, by).send({ attendance: 'present' });
    await attend(host, sari).expect(200);
    await attend(joined, wati).expect(200);
    await attend(joined, sari).expect(403);
    await attend(kanwil, sari).expect(403);
    await attend(stranger, sari).expect(404);
    expect((await history()).at(-1)).toMatchObject({
      action: 'late-entry',
      changes: [{ field: 'participant.attendance', about: 'Wati', before: null, after: 'present' }],
    });
    const { participants } = (await bare('get', '', guest)).body as ShownVisit;
    expect(participants.map(({ attendanceLate }) => attendanceLate)).toEqual([true, true]);
  });

  test('files, letters, notes, photos with their clearance and follow-ups are entered', async () => {
    await bare('post', '/files', guest).attach('file', Buffer.from('%PDF-1.4 a'), 'laporan.pdf').expect(201);
    await bare('post', '/files', kanwil).attach('file', Buffer.from('%PDF-1.4 b'), 'lain.pdf').expect(403);
    await bare('patch', '', host)
      .send({ ...(await current()), replyLetterNumber: 'B-12' })
      .expect(200);
    await bare('post', '/entries', host).send({ id: randomUUID(), text: 'Kolam lele' }).expect(201);
    const photo = await bare('post', '/entries/photos', guest).attach('photo', await picture(), 'a.jpg');
    const { id } = photo.body as { id: string };
    await bare('post', `/entries/${id}/clearance`, host).expect(404);
    await bare('post', `/entries/${id}/clearance`, guest).expect(204);
    await request(app.server)
      .post('/api/follow-ups')
      .set(host)
      .send({
        visit: visit.id,
        what: 'Mengirim modul',
        unit: 'rutan-banjarnegara',
        person: 'Tono',
        dueOn: '2025-12-30',
      })
      .expect(201);
    const fields = (await history()).slice(-6).flatMap(({ changes }) => changes);
    expect(fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['file', null, 'laporan.pdf'],
      ['replyLetterNumber', null, 'B-12'],
      ['note', null, 'true'],
      ['photo', null, 'true'],
      ['photo.clearance', null, 'true'],
      ['follow-up', null, 'Mengirim modul'],
    ]);
  });

  test('what was agreed stays as it is', async () => {
    await bare('patch', '', guest)
      .send({ ...(await current()), title: 'Lain' })
      .expect(403);
    await bare('patch', '', guest)
      .send({ ...(await current()), startsAt: '2025-10-30T08:00:00+07:00' })
      .expect(409);
    await bare('post', '/participants', guest)
      .send({ name: 'Budi', side: 'guest', role: 'member' })
      .expect(403);
    await bare('patch', `/participants/${String(sari)}`, guest)
      .send({ name: 'Lain' })
      .expect(403);
    await bare('delete', `/participants/${String(sari)}`, guest).expect(403);
    await bare('post', '/agenda/from-template', guest).send({ version: 0, template: 'half-day' }).expect(403);
  });

  test('nobody is mailed', async () => {
    await app.settle();
    expect(await mails()).toBe(mailed);
  });

  test('pages offer what may be entered, and the revision that tells it', async () => {
    const own = await page(host);
    expect(own).toContain(
      'Sejak ringkasan terbit tercatat: 1 berkas, 1 tindak lanjut, 1 catatan, 2 kehadiran, 1 foto, 1 izin foto, 1 data surat.',
    );
    for (const words of ['Lengkapi catatan', 'Catat kehadiran', 'Nomor surat', 'Tinjau dan kirim revisi']) {
      expect(own).toContain(words);
    }
    expect(own).toContain('Surat balasan, nomor: “B-12”');
    const readers = await page(kanwil);
    for (const words of ['Lengkapi catatan', 'Catat kehadiran', 'kirim revisi']) {
      expect(readers).not.toContain(words);
    }
    expect(await page(host, '/hari-ini')).toContain('Simpan catatan');
    const letters = await page(host, '/ubah');
    expect(letters).toContain('name="replyLetterNumber"');
    expect(letters).not.toContain('name="title"');
    const people = await page(joined, '/peserta');
    expect(people).toContain('Wati');
    expect(people).not.toContain('Hapus dari kunjungan');
  });

  test('a form with the letters changes the letters alone', async () => {
    const { version: seen } = await version();
    await request(app.server)
      .post(`/kunjungan/${visit.id}/ubah`)
      .set(guest)
      .type('form')
      .send({ version: seen, assignmentLetterNumber: 'ST-7', title: 'Lain' })
      .expect(303);
    const { title, letters } = (await bare('get', '', guest)).body as ShownVisit;
    expect([title, letters.assignment.number]).toEqual([visit.title, 'ST-7']);
  });

  test('the revision takes it all in, once', async () => {
    const before = await summary();
    await request(app.server)
      .put(`/api/visits/${visit.id}/summary`)
      .set(guest)
      .send({ version: before.version, outcomes: 'Kebun dan kolam' })
      .expect(200);
    const publish = async () =>
      bare('post', '/summary/publish', guest)
        .send({ version: (await summary()).version })
        .expect(200);
    await publish();
    const { published, revision } = await summary();
    expect(revision).toBe(2);
    expect(published).toMatchObject({
      attendance: { present: ['Sari', 'Wati'] },
      files: [{ title: 'laporan.pdf' }],
      followUps: [{ what: 'Mengirim modul' }],
    });
    await app.settle();
    const now = await mails();
    expect(now).toBeGreaterThan(mailed);
    expect(await page(host)).not.toContain('Sejak ringkasan terbit tercatat');
    await publish();
    await app.settle();
    expect([(await summary()).revision, await mails()]).toEqual([2, now]);
  });
});

const current = async () => ({ version: (await version()).version });

const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer();
