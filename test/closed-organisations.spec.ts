import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from './support/app.js';
import { api, wrong } from './support/api-client.js';
import { csv, importing, person } from './support/imports.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { seriesBody } from './support/series.js';
import { sweep } from './support/sweep-scenes.js';
import { create, requested, step, visitBody, type Header, type ShownVisit } from './support/visits.js';

/** Closes on 1 November; it has people, and merges with nobody. */
const CLOSING = 'rutan-purbalingga';
const CLOSES_ON = '2025-11-01';
const before = { startsAt: '2025-10-29T09:00:00+07:00', endsAt: '2025-10-29T11:00:00+07:00' };
const after = { startsAt: '2025-11-05T09:00:00+07:00', endsAt: '2025-11-05T11:00:00+07:00' };

let app: TestApp;
let people: UsualPeople;
let administrator: Header;
/** Of the unit that closes. */
let closing: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  closing = people.stranger;
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const show = async (id: string, as: Header = people.guest): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
const ask = (id: string, guest: object, as: Header = people.guest) =>
  api(app).post('/api/visits/{id}/guests', { as, path: { id }, body: wrong(guest) });
const gone = { code: 'unit-not-there', unit: CLOSING };

describe('An organisation that closes', () => {
  let early: ShownVisit;
  let late: ShownVisit;
  let draft: ShownVisit;
  let moving: ShownVisit;

  beforeAll(async () => {
    early = await requested(app, people.guest, before);
    late = await requested(app, people.guest, { ...after, title: 'Sesudah ditutup' });
    await ask(late.id, { organisation: CLOSING }).expect(201);
    draft = await create(app, closing, { guestUnit: CLOSING, title: 'Draf', ...after });
    moving = await requested(app, closing, { guestUnit: CLOSING, title: 'Dimajukan', ...before });
    await api(app)
      .post('/api/unit-changes', {
        as: administrator,
        body: wrong({ kind: 'closed', unit: CLOSING, effectiveOn: CLOSES_ON, reason: 'Penataan.', seen: [] }),
      })
      .expect(201);
  });

  test('is asked to join only what is before that day, and joins nothing else that it was asked to before', async () => {
    await ask(early.id, { organisation: CLOSING }).expect(201);
    expect((await ask(late.id, { organisation: CLOSING })).body).toMatchObject({ code: 'guest-twice' });
    const answer = (id: string, action: 'join' | 'decline', body: object) =>
      api(app).post(`/api/visits/{id}/guests/${action}`, { as: closing, path: { id }, body: wrong(body) });
    const joined = await answer(late.id, 'join', { partySize: 2 });
    expect([joined.status, joined.body]).toMatchObject([409, gone]);
    await answer(late.id, 'decline', { reason: 'Kami ditutup.' }).expect(204);
    const again = await ask(late.id, { organisation: CLOSING });
    expect([again.status, again.body]).toMatchObject([409, gone]);
    await answer(early.id, 'join', { partySize: 2 }).expect(200);
  });

  test('neither sends a draft nor moves a request to a day after that', async () => {
    const sent = await step<{ code: string }>(app, closing, draft, 'submit', {}, 409);
    expect(sent).toMatchObject(gone);
    expect(await step(app, closing, moving, 'propose', after, 409)).toMatchObject(gone);
    expect(await step(app, people.host, moving, 'propose', after, 409)).toMatchObject(gone);
  });

  test('is on no new visit of whatever kind, on any side, from that day on', async () => {
    const visit = { ...visitBody, ...after, hostUnit: CLOSING };
    const guests = [{ organisation: CLOSING }];
    const joint = {
      ...visitBody,
      ...after,
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T10:00:00+07:00',
    };
    const { startsAt, endsAt } = after;
    const leg = {
      hostUnit: 'rutan-banjarnegara',
      startsAt: '2025-11-04T09:00:00+07:00',
      endsAt: '2025-11-04T11:00:00+07:00',
    };
    const common = { kind: 'study-visit', title: 'Melihat kebun' };
    const tries: [string, Header, object][] = [
      ['/api/visits', people.guest, visit],
      ['/api/visits', people.guest, { ...joint, guests }],
      ['/api/arranged-visits', people.kanwil, visit],
      ['/api/arranged-visits', people.kanwil, { ...joint, guests }],
      ['/api/recorded-visits', people.guest, visit],
      ['/api/recorded-visits', people.host, { ...visitBody, ...after, guestUnit: CLOSING }],
      [
        '/api/trips',
        people.guest,
        { ...common, party: [], legs: [leg, { hostUnit: CLOSING, startsAt, endsAt }] },
      ],
    ];
    for (const [path, as, body] of tries) {
      const answer = await api(app).post(path as '/api/visits', { as, body: wrong(body) });
      expect([path, answer.status, answer.body]).toMatchObject([path, 409, gone]);
    }
    expect((await show(late.id)).guests).toHaveLength(2);
  });

  test('is on no row of a file, and on no date of a series', async () => {
    const plan = (day: string, more: object = {}) => ({
      ...{ Tanggal: day, Mulai: '09.00', Selesai: '10.00', 'UPT tamu': 'bapas-purwokerto' },
      ...{ 'UPT tuan rumah': CLOSING, Judul: `Rencana ${day}`, Status: 'disepakati', ...more },
    });
    const on = importing(app);
    const rows = [plan('2025-10-30'), plan('2025-11-12'), plan('2025-11-13', { Status: 'draf' })];
    const file = await on.brought(people.guest, 'plans', csv(rows), 'rencana.csv');
    expect(file.rows).toMatchObject({ ready: 1, faulty: 2 });
    const { items } = await on.rowsOf(people.guest, file.id, 'faulty');
    for (const { says } of items) expect(says).toBe('Rutan Kelas IIB Purbalingga tidak ada pada hari itu.');
    expect(await on.run(people.guest, file.id)).toMatchObject({ rows: { made: 1 } });

    const series = await api(app).post('/api/series', {
      as: people.guest,
      body: wrong(
        seriesBody({
          hostUnit: CLOSING,
          startsAt: '2025-10-28T13:00:00+07:00',
          endsAt: '2025-10-28T14:00:00+07:00',
          recurrence: { frequency: 'weekly', every: 1, until: '2025-11-25' },
        }),
      ),
    });
    expect([series.status, series.body]).toMatchObject([201, {}]);
    const dates = await app.database.query<{ on: string; skipped: string | null }>(
      'SELECT on_date::text AS on, skipped FROM series_date ORDER BY on_date',
    );
    expect(dates.filter(({ skipped }) => skipped === null).map(({ on: day }) => day)).toEqual(['2025-10-28']);
  });

  test('gets no account and nobody from elsewhere, once it is closed', async () => {
    app.clock.set(new Date(`${CLOSES_ON}T00:20:00+07:00`));
    expect(await sweep(app, 'units.turn')).toEqual([]);
    const invited = await api(app).post('/api/people', {
      as: people.kanwil,
      body: wrong({ name: 'Budi', email: 'budi@baru.test', role: 'officer', unit: CLOSING }),
    });
    expect([invited.status, invited.body]).toMatchObject([409, { code: 'place-closed' }]);
    const file = await importing(app).brought(
      people.kanwil,
      'people',
      csv([person(1, { UPT: CLOSING })]),
      'orang.csv',
    );
    expect(file.rows).toMatchObject({ faulty: 1, ready: 0 });
    const [other] = await app.database.query<{ id: string; version: number }>(
      `SELECT id, version FROM person WHERE email = 'petugas@tuan.test'`,
    );
    const moved = await api(app).patch('/api/people/{id}', {
      as: people.kanwil,
      path: { id: other?.id ?? '' },
      body: wrong({ version: other?.version, unit: CLOSING }),
    });
    expect([moved.status, moved.body]).toMatchObject([409, { code: 'place-closed' }]);
  });
});
