import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { signedIn, usualPeople } from './support/people.js';
import {
  confirmed,
  create,
  requested,
  step,
  visitBody,
  type Header,
  type ShownVisit,
} from './support/visits.js';

/** A regional office takes part in visits itself: it asks for them, receives them and comes along. */

let app: TestApp;
let guest: Header;
let host: Header;
let kanwil: Header;
let bali: Header;
const KANWIL = 'kanwil-jawa-tengah';
const BALI = 'kanwil-bali';
const FARAWAY = 'lapas-kerobokan';

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, kanwil } = await usualPeople(app));
  await signedIn(app, { email: 'rekan@jateng.test', role: 'regional', regionalOffice: 'jawa-tengah' });
  bali = await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
  // Somebody answers there, so that the office over it has only to approve.
  await signedIn(app, { email: 'petugas@jauh.test', role: 'officer', unit: FARAWAY });
  await app.database.query('UPDATE regional_office SET approves_inside = true, approves_across = true');
  await app.database.query(`UPDATE hosting_policy SET open = true WHERE unit IN ($1, $2)`, [KANWIL, BALI]);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.settle();
  await app.database.query('DELETE FROM mail');
  await app.database.query('DELETE FROM visit');
});

/** Recipient and kind of each notice, since the last call. */
async function told(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail
     WHERE key LIKE 'visit-notice%' OR key LIKE 'guest%' ORDER BY recipient_email, position`,
  );
  await app.database.query('DELETE FROM mail');
  return rows.map(({ line }) => line);
}

const page = (path: string, by: Header) => request(app.server).get(path).set(by).set('accept', 'text/html');
/** Offices whose approval a visit needs, with whether they gave it. */
const approvalsOf = ({ approvals }: ShownVisit) =>
  approvals.map(({ regionalOffice, approved }) => `${regionalOffice}: ${approved ? 'ya' : 'belum'}`);

/** What waits for somebody on the start page. */
async function waiting(by: Header): Promise<string[]> {
  const { text } = await page('/', by).expect(200);
  return [...text.matchAll(/(Jawab|Setujui|Ajukan draf)[^<]*/g)].map(([words]) => words);
}

describe('As the leading guest', () => {
  const asked = { guestUnit: KANWIL };

  test('its people ask, nobody of its own approves, and the host answers', async () => {
    const draft = await create(app, kanwil, asked);
    expect(await waiting(kanwil)).toEqual(['Ajukan draf kunjungan ke Rutan Kelas IIB Banjarnegara']);
    const sent = await step(app, kanwil, draft, 'submit');
    expect(sent).toMatchObject({ guestUnit: KANWIL, approvals: [] });
    expect(sent.allowedActions).not.toContain('approve');
    expect(await told()).toEqual([
      'petugas@tuan.test: Permintaan kunjungan',
      'rekan@jateng.test: Permintaan kunjungan',
    ]);
    await step(app, host, sent, 'accept');
    expect(await told()).toEqual([
      'kanwil@jateng.test: Kunjungan dikonfirmasi',
      'rekan@jateng.test: Kunjungan dikonfirmasi',
    ]);
    expect(await waiting(kanwil)).toEqual([]);
  });

  test('in another region the office there approves, and only that', async () => {
    const sent = await requested(app, kanwil, {
      ...asked,
      hostUnit: FARAWAY,
      startsAt: '2025-10-30T10:00:00+08:00',
      endsAt: '2025-10-30T11:00:00+08:00',
    });
    expect(approvalsOf(sent)).toEqual(['bali: belum']);
    expect(await waiting(bali)).toEqual([expect.stringContaining('Setujui kunjungan')]);
    expect(await waiting(kanwil)).toEqual([]);
    const approved = await step(app, bali, sent, 'approve');
    expect(approvalsOf(approved)).toEqual(['bali: ya']);
  });

  test('what it keeps as a draft is its own, and nobody writes for another office', async () => {
    const { id } = await create(app, kanwil, asked);
    for (const by of [bali, host])
      await api(app).get('/api/visits/{id}', { as: by, path: { id } }).expect(404);
    await api(app)
      .post('/api/visits', { as: bali, body: { ...visitBody, ...asked } })
      .expect(403);
    await api(app).post('/api/visits', { as: kanwil, body: visitBody }).expect(403);
  });

  test('the form of booking is open to it', async () => {
    await page('/kunjungan/baru', kanwil).expect(200);
    expect((await page('/', kanwil)).text).toContain('Ajukan kunjungan');
  });
});

describe('As the host', () => {
  const asked = { hostUnit: KANWIL };

  test('a request waits for its people, who answer it; no approval of its own is asked', async () => {
    const sent = await requested(app, guest, asked);
    expect(sent.approvals).toEqual([]);
    expect(await waiting(kanwil)).toEqual(['Jawab permintaan Bapas Kelas II Purwokerto']);
    expect(await told()).toEqual([
      'kanwil@jateng.test: Permintaan kunjungan',
      'rekan@jateng.test: Permintaan kunjungan',
    ]);
    await step(app, bali, sent, 'accept', {}, 404);
    const agreed = await step(app, kanwil, sent, 'accept');
    expect(agreed).toMatchObject({ state: 'confirmed', hostUnit: KANWIL });
    expect(await told()).toContain('petugas@tamu.test: Kunjungan dikonfirmasi');
  });

  test('its people bring their own to the visit and are found as such', async () => {
    const { id } = await confirmed(app, guest, kanwil, asked);
    await request(app.server)
      .post(`/kunjungan/${id}/peserta/upt`)
      .set(kanwil)
      .type('form')
      .send({ unit: KANWIL, side: 'host' })
      .expect(303);
    const { body } = await api(app).get('/api/visits/{id}', { as: guest, path: { id } }).expect(200);
    const brought = body.participants.filter(({ side }) => side === 'host');
    expect(brought.map(({ email }) => email).sort()).toEqual(['kanwil@jateng.test', 'rekan@jateng.test']);
  });

  test('its rules are set by its own people, and by no other office', async () => {
    const path = { code: KANWIL };
    const { body: unit } = await api(app).get('/api/units/{code}', { as: kanwil, path }).expect(200);
    const change = { version: unit.version, hostingPolicy: { capacity: 2, largestParty: 15 } };
    await api(app).patch('/api/units/{code}', { as: bali, path, body: change }).expect(403);
    const { body } = await api(app)
      .patch('/api/units/{code}', { as: kanwil, path, body: change })
      .expect(200);
    expect(body.hostingPolicy).toMatchObject({ capacity: 2, largestParty: 15 });
    await page(`/upt/${KANWIL}/ubah`, kanwil).expect(200);
    await page(`/upt/${KANWIL}/ubah`, bali).expect(403);
  });
});

describe('As a joined guest', () => {
  const invite = (id: string, organisation: string) =>
    api(app).post('/api/visits/{id}/guests', { as: guest, path: { id }, body: { organisation } }).expect(201);
  const join = (by: Header, id: string) =>
    api(app).post('/api/visits/{id}/guests/join', { as: by, path: { id }, body: { partySize: 3 } });

  test('its people are asked, join, and bring their own; the office still approves for its region', async () => {
    const sent = await requested(app, guest);
    await invite(sent.id, KANWIL);
    expect(await told()).toContain('kanwil@jateng.test: Ajakan kunjungan bersama');
    expect(await waiting(kanwil)).toEqual([
      expect.stringContaining('Jawab ajakan'),
      expect.stringContaining('Setujui kunjungan'),
    ]);
    await join(kanwil, sent.id).expect(200);
    const added = await api(app)
      .post('/api/visits/{id}/participants', {
        as: kanwil,
        path: { id: sent.id },
        body: { name: 'Ratna', side: 'guest', role: 'member' },
      })
      .expect(201);
    expect(added.body.broughtBy).toBe(KANWIL);
    const { body } = await api(app)
      .get('/api/visits/{id}', { as: kanwil, path: { id: sent.id } })
      .expect(200);
    expect(body.allowedActions).toEqual(['approve']);
    const approved = await step(app, kanwil, body, 'approve');
    expect(approvalsOf(approved)).toEqual(['jawa-tengah: ya']);
  });

  test('an office of another region reads what it joined, and nothing before', async () => {
    const { id } = await requested(app, guest);
    await api(app).get('/api/visits/{id}', { as: bali, path: { id } }).expect(404);
    await invite(id, BALI);
    await join(bali, id).expect(200);
    const { body } = await api(app).get('/api/visits/{id}', { as: bali, path: { id } }).expect(200);
    expect(body.guests).toContainEqual(
      expect.objectContaining({ organisation: BALI, leading: false, answer: 'joined' }),
    );
    await api(app)
      .post('/api/visits/{id}/guests/leave', { as: bali, path: { id }, body: { reason: 'Berhalangan.' } })
      .expect(204);
    await api(app).get('/api/visits/{id}', { as: bali, path: { id } }).expect(404);
  });
});
