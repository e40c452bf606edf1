import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'node-html-parser';
import request from 'supertest';
import { KeepFigures } from '../src/sinergi/index.js';
import { START, startApp, type TestApp } from './support/app.js';
import { api, wrong } from './support/api-client.js';
import { signedIn, usualPeople } from './support/people.js';
import { step, visitBody, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let guest: Header;
let host: Header;
let stranger: Header;
let kanwil: Header;
/** The regional office of a host elsewhere, and an officer of that host. */
let bali: Header;
let faraway: Header;
const FARAWAY = 'lapas-kerobokan';

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
  bali = await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
  faraway = await signedIn(app, { email: 'petugas@jauh.test', role: 'officer', unit: FARAWAY });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.settle();
  await app.database.query('DELETE FROM mail');
  await app.database.query('DELETE FROM visit');
  await app.database.query('UPDATE regional_office SET approves_inside = false, approves_across = false');
});

const post = (by: Header, body: object = {}, key?: string) =>
  api(app).post('/api/arranged-visits', {
    as: key === undefined ? by : { ...by, 'idempotency-key': key },
    body: wrong({ ...visitBody, ...body }),
  });
const arrange = async (body: object = {}, by = kanwil): Promise<ShownVisit> =>
  (await post(by, body).expect(201)).body;
const show = async (by: Header, { id }: { id: string }): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as: by, path: { id } }).expect(200)).body;
const take = async (by: Header, visit: { id: string }, name: string, input: object = {}, status = 200) =>
  step(app, by, await show(by, visit), name, input, status);

/** Recipient and kind of each mail, since the last call. */
async function told(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail
     WHERE key NOT LIKE 'digest:%' ORDER BY 1`,
  );
  await app.database.query('DELETE FROM mail');
  return rows.map(({ line }) => line);
}

const page = (path: string, by: Header) =>
  request(app.server).get(path).set('accept', 'text/html').set(by).expect(200);
const textOf = async (path: string, by: Header): Promise<string> =>
  parse((await page(path, by)).text).textContent.replace(/\s+/g, ' ');

const other = { startsAt: '2025-11-05T09:00:00+07:00', endsAt: '2025-11-05T11:00:00+07:00' };

describe('A regional office arranges a visit', () => {
  test('both units are asked; the guest says yes, then the host, and it is confirmed', async () => {
    const visit = await arrange({ purpose: 'Belajar', partySize: 4 });
    expect(visit).toMatchObject({
      state: 'arranged',
      arrangedBy: 'jawa-tengah',
      allowedActions: ['withdraw'],
      contact: { name: 'Petugas kanwil@jateng.test' },
    });
    expect(await told()).toEqual([
      'petugas@tamu.test: Kunjungan diatur Kanwil',
      'petugas@tuan.test: Kunjungan diatur Kanwil',
    ]);
    for (const by of [guest, host]) {
      expect((await show(by, visit)).allowedActions).toEqual(['accept', 'decline', 'propose']);
      expect(await textOf('/', by)).toContain('Jawab kunjungan yang diatur Kanwil');
    }
    expect(await textOf('/', kanwil)).toContain('Diatur Kanwil, menunggu UPT');

    expect(await take(guest, visit, 'accept')).toMatchObject({ state: 'requested' });
    expect(await told()).toEqual([
      'kanwil@jateng.test: Satu UPT sudah menerima',
      'petugas@tuan.test: Satu UPT sudah menerima',
    ]);
    expect(await textOf('/', guest)).not.toContain('Jawab kunjungan yang diatur Kanwil');
    expect(await take(host, visit, 'accept')).toMatchObject({ state: 'confirmed', startsAt: visit.startsAt });
    expect(await told()).toEqual(
      expect.arrayContaining([
        'kanwil@jateng.test: Kunjungan dikonfirmasi',
        'petugas@tamu.test: Kunjungan dikonfirmasi',
      ]),
    );
    expect(await textOf('/', kanwil)).not.toContain('Diatur Kanwil, menunggu UPT');
  });

  test('the host says yes first: its time is held, and the guest’s yes confirms', async () => {
    const visit = await arrange();
    await told();
    expect(await take(host, visit, 'accept')).toMatchObject({
      state: 'arranged',
      proposal: { by: 'host', startsAt: visit.startsAt },
      allowedActions: ['decline', 'propose', 'withdraw'],
    });
    expect(await told()).toEqual([
      'kanwil@jateng.test: Satu UPT sudah menerima',
      'petugas@tamu.test: Satu UPT sudah menerima',
    ]);
    const held = await app.database.query('SELECT kind FROM host_time WHERE visit_id = $1', [visit.id]);
    expect(held).toEqual([{ kind: 'offer' }]);
    expect(await textOf(`/kunjungan/${visit.id}`, guest)).toContain('sudah menerima pada waktu ini');
    expect(await textOf('/', host)).not.toContain('Jawab kunjungan yang diatur Kanwil');
    expect(await textOf('/', guest)).toContain('Jawab kunjungan yang diatur Kanwil');
    expect(await take(guest, visit, 'accept')).toMatchObject({ state: 'confirmed', proposal: null });
    expect(await app.database.query('SELECT kind FROM host_time')).toEqual([{ kind: 'confirmed' }]);
  });

  test('a yes of the host is taken back: both are asked again', async () => {
    const visit = await arrange();
    await take(host, visit, 'accept');
    await told();
    expect(await take(host, visit, 'withdraw')).toMatchObject({ state: 'arranged', proposal: null });
    expect(await app.database.query('SELECT kind FROM host_time')).toEqual([]);
    expect(await told()).toEqual([
      'kanwil@jateng.test: Kesediaan ditarik kembali',
      'petugas@tamu.test: Kesediaan ditarik kembali',
    ]);
    expect((await show(host, visit)).allowedActions).toEqual(['accept', 'decline', 'propose']);
  });

  test('either proposes another time; nothing is confirmed without the guest’s own word', async () => {
    const byGuest = await arrange();
    expect(await take(guest, byGuest, 'propose', other)).toMatchObject({
      state: 'requested',
      proposal: null,
      ...other,
    });
    expect(await take(host, byGuest, 'accept')).toMatchObject({ state: 'confirmed', ...other });

    const byHost = await arrange();
    const offer = { startsAt: '2025-11-06T09:00:00+07:00', endsAt: '2025-11-06T11:00:00+07:00' };
    expect(await take(host, byHost, 'propose', offer)).toMatchObject({
      state: 'counter-proposed',
      proposal: { by: 'host', ...offer },
    });
    expect(await take(host, byHost, 'withdraw')).toMatchObject({ state: 'arranged' });
    await take(host, byHost, 'propose', offer);
    expect(await take(guest, byHost, 'accept')).toMatchObject({ state: 'confirmed', ...offer });
    await expect(
      app.database.query('UPDATE visit SET awaits_guest = true WHERE id = $1', [byHost.id]),
    ).rejects.toThrow('visit_arranged_check');
  });

  test('either declines with a reason', async () => {
    for (const by of [guest, host]) {
      const visit = await arrange();
      await take(by, visit, 'decline', {}, 422);
      expect(await take(by, visit, 'decline', { reason: 'Ada apel.' })).toMatchObject({ state: 'declined' });
    }
  });

  test('its office withdraws it while it waits and cancels it once it is confirmed; both units are told', async () => {
    for (const before of [[], ['guest'], ['host']]) {
      const visit = await arrange();
      for (const side of before) await take(side === 'guest' ? guest : host, visit, 'accept');
      await told();
      expect(await take(kanwil, visit, 'withdraw')).toMatchObject({ state: 'withdrawn', allowedActions: [] });
      expect(await told()).toEqual([
        'petugas@tamu.test: Kunjungan tidak jadi',
        'petugas@tuan.test: Kunjungan tidak jadi',
      ]);
      expect(await app.database.query('SELECT kind FROM host_time')).toEqual([]);
    }
    const visit = await arrange();
    await take(guest, visit, 'accept');
    await take(host, visit, 'accept');
    await told();
    await take(kanwil, visit, 'cancel', {}, 422);
    expect(await take(kanwil, visit, 'cancel', { reason: 'Ada arahan pusat.' })).toMatchObject({
      state: 'cancelled',
    });
    expect(await told()).toEqual([
      'petugas@tamu.test: Kunjungan dibatalkan',
      'petugas@tuan.test: Kunjungan dibatalkan',
    ]);
  });

  test('what a guest asked for by itself is not its office’s to take back', async () => {
    const asked = await api(app).post('/api/visits', { as: guest, body: visitBody }).expect(201);
    await take(guest, asked.body, 'submit');
    expect((await show(kanwil, asked.body)).allowedActions).toEqual([]);
    await take(kanwil, asked.body, 'withdraw', {}, 409);
  });

  test('it is answered by the host’s deadline, both are reminded, and then it expires', async () => {
    const visit = await arrange();
    await told();
    app.clock.set(new Date('2025-10-24T03:00:00Z'));
    const reminded = await told();
    expect(reminded.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['petugas@tamu.test', 'petugas@tuan.test']),
    );
    app.clock.set(new Date('2025-10-30T01:59:00Z'));
    await app.settle();
    app.clock.set(new Date('2025-10-30T02:30:00Z'));
    expect(await told()).toEqual(
      expect.arrayContaining([
        'kanwil@jateng.test: Permintaan kedaluwarsa',
        'petugas@tamu.test: Permintaan kedaluwarsa',
        'petugas@tuan.test: Permintaan kedaluwarsa',
      ]),
    );
    expect(await show(kanwil, visit)).toMatchObject({ state: 'expired' });
  });
});

describe('Who may', () => {
  test('only a regional office, for a unit of its own region, within the host’s rules', async () => {
    for (const by of [guest, host]) await post(by).expect(403);
    expect((await post(bali).expect(422)).body).toMatchObject({ code: 'guest-of-other-region' });
    const code = async (body: object, status = 422) => (await post(kanwil, body).expect(status)).body.code;
    expect(await code({ guestUnit: 'tidak-ada' })).toBe('unknown-unit');
    expect(await code({ hostUnit: 'tidak-ada' })).toBe('unknown-unit');
    expect(await code({ hostUnit: visitBody.guestUnit })).toBe('host-equals-guest');
    const sunday = { startsAt: '2025-11-02T09:00:00+07:00', endsAt: '2025-11-02T10:00:00+07:00' };
    expect(await code(sunday)).toBe('outside-hosting-hours');
    const past = { startsAt: '2025-10-01T09:00:00+07:00', endsAt: '2025-10-01T10:00:00+07:00' };
    expect(await code(past)).toBe('time-has-passed');
    expect(await app.database.query('SELECT id FROM visit')).toEqual([]);
  });

  test('the same key makes it once', async () => {
    const first = await post(kanwil, {}, 'satu').expect(201);
    const again = await post(kanwil, {}, 'satu').expect(201);
    expect(again.body.id).toBe(first.body.id);
  });

  test('a host elsewhere and its office know of it; the approval of whoever arranged it counts as given', async () => {
    await app.database.query('UPDATE regional_office SET approves_across = true');
    const times = { startsAt: '2025-10-30T09:00:00+08:00', endsAt: '2025-10-30T11:00:00+08:00' };
    const visit = await arrange({ hostUnit: FARAWAY, ...times });
    expect(visit.approvals).toEqual([
      { regionalOffice: 'bali', approved: false },
      { regionalOffice: 'jawa-tengah', approved: true },
    ]);
    expect(await told()).toEqual([
      'kanwil@bali.test: Kunjungan diatur Kanwil',
      'petugas@jauh.test: Kunjungan diatur Kanwil',
      'petugas@tamu.test: Kunjungan diatur Kanwil',
    ]);
    expect((await show(bali, visit)).allowedActions).toEqual(['approve']);
    await take(guest, visit, 'accept');
    await take(faraway, visit, 'accept', {}, 409);
    await take(bali, visit, 'approve');
    expect(await take(faraway, visit, 'accept')).toMatchObject({ state: 'confirmed' });
    await api(app)
      .get('/api/visits/{id}', { as: stranger, path: { id: visit.id } })
      .expect(404);
  });

  test('it stands in lists, exports, feeds and answer times', async () => {
    const visit = await arrange();
    const { body } = await api(app)
      .get('/api/visits', { as: kanwil, query: { arrangedBy: 'jawa-tengah' } })
      .expect(200);
    expect(body.items.map(({ id, arrangedBy }) => [id, arrangedBy])).toEqual([[visit.id, 'jawa-tengah']]);
    const others = await api(app)
      .get('/api/visits', { as: kanwil, query: { arrangedBy: 'bali' } })
      .expect(200);
    expect(others.body.items).toEqual([]);
    expect(await textOf('/kunjungan?tab=diatur', kanwil)).toContain(visit.title);
    expect(await textOf('/kunjungan', guest)).not.toContain('Atur kunjungan');
    const csv = await request(app.server).get('/kunjungan/unduh?format=csv').set(kanwil).expect(200);
    expect(csv.text).toContain('Diatur Kanwil');
    const feed = await api(app)
      .post('/api/feeds', { as: guest, body: { scope: 'unit' } })
      .expect(201);
    const { text } = await request(app.server).get(new URL(feed.body.url).pathname).expect(200);
    expect(text).toContain(visit.title.slice(0, 20));
    expect(text).toContain('STATUS:TENTATIVE');

    app.clock.set(new Date(START.getTime() + 5 * 3_600_000));
    await take(host, visit, 'accept');
    const counted = await app.database.query<{ hours: number }>(
      `SELECT hours FROM sinergi_fresh WHERE cube = 'answers' AND owner = $1`,
      [visit.id],
    );
    expect(counted).toEqual([{ hours: 5 }]);
    await app.app.get(KeepFigures).fold();
    const kept = await app.database.query(
      `SELECT hours FROM sinergi_fact WHERE cube = 'answers' AND owner = $1`,
      [visit.id],
    );
    expect(kept).toEqual(counted);
  });
});
