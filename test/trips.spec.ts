import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api, type Shown } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { create, step, type Header, type ShownVisit } from './support/visits.js';

type Trip = Shown<'TripView'>;

let app: TestApp;
let people: UsualPeople;
/** An officer of the second host. */
let second: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  second = people.stranger;
  await app.database.query(
    `UPDATE unit SET latitude = -2.61, longitude = 140.67 WHERE code = 'lapas-abepura'`,
  );
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.query('DELETE FROM trip');
  await app.database.query('DELETE FROM visit');
});

const legs = [
  {
    hostUnit: 'rutan-banjarnegara',
    startsAt: '2025-11-04T09:00:00+07:00',
    endsAt: '2025-11-04T11:00:00+07:00',
    programs: ['akselerasi-2', 'akselerasi-3'],
  },
  {
    hostUnit: 'rutan-purbalingga',
    startsAt: '2025-11-05T09:00:00+07:00',
    endsAt: '2025-11-05T11:00:00+07:00',
    programs: ['akselerasi-2'],
  },
];

const party = [
  { name: 'Sari Dewi', email: 'sari@contoh.test' },
  { name: 'Tono', office: 'Staf' },
];

const body = (change: object = {}) => ({
  kind: 'study-visit' as const,
  title: 'WBK dua Rutan',
  purpose: 'Melihat kebun',
  topics: ['ketahanan pangan'],
  legs,
  party,
  ...change,
});

const made = async (change: object = {}): Promise<Trip> =>
  (
    await api(app)
      .post('/api/trips', { as: people.guest, body: body(change) })
      .expect(201)
  ).body;

const read = async (id: string, as: Header = people.guest): Promise<Trip> =>
  (await api(app).get('/api/trips/{id}', { as, path: { id } }).expect(200)).body;

const visit = async (id: string | undefined, as: Header = people.guest): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;

const namesIn = async (id: string | undefined): Promise<string[]> =>
  (await visit(id)).participants.map(({ name }) => name).sort();

describe('A trip', () => {
  test('has a visit for each leg, with one party, and the way between them', async () => {
    const trip = await made({ legs: [...legs].reverse() });
    expect(trip.legs.map(({ hostUnit, state }) => [hostUnit, state])).toEqual([
      ['rutan-banjarnegara', 'requested'],
      ['rutan-purbalingga', 'requested'],
    ]);
    expect(trip.legs[0]?.way).toBeNull();
    expect(trip.legs[1]?.way?.kilometres).toBeGreaterThan(5);
    expect(trip.legs[1]?.way?.minutes).toBeGreaterThan(10);
    for (const leg of trip.legs) expect(await namesIn(leg.visit)).toEqual(['Sari Dewi', 'Tono']);
    expect(trip.party.map(({ name, role }) => [name, role])).toEqual([
      ['Sari Dewi', 'leader'],
      ['Tono', 'member'],
    ]);
  });

  test.each([
    [
      'whose legs overlap',
      { ...legs[1], startsAt: '2025-11-04T10:00:00+07:00', endsAt: '2025-11-04T12:00:00+07:00' },
      409,
      'trip-legs-overlap',
    ],
    [
      'that nobody could make in time',
      {
        ...legs[1],
        hostUnit: 'lapas-abepura',
        startsAt: '2025-11-04T13:30:00+09:00',
        endsAt: '2025-11-04T15:00:00+09:00',
      },
      409,
      'trip-leg-unreachable',
    ],
    ['to a unit that is not there', { ...legs[1], hostUnit: 'tidak-ada' }, 422, 'unknown-unit'],
    ['to the own unit', { ...legs[1], hostUnit: 'bapas-purwokerto' }, 422, 'host-equals-guest'],
  ] as const)('%s is refused with the reason, and leaves nothing', async (_, other, status, code) => {
    const answer = await api(app)
      .post('/api/trips', { as: people.guest, body: body({ legs: [legs[0], other] }) })
      .expect(status);
    expect(answer.body).toMatchObject({ code });
    expect(await app.database.query('SELECT 1 FROM visit')).toHaveLength(0);
    expect(await app.database.query('SELECT 1 FROM trip')).toHaveLength(0);
  });

  test('is shown to whoever may see a leg, with that leg alone and without addresses', async () => {
    const trip = await made({ draft: true });
    await api(app)
      .get('/api/trips/{id}', { as: people.host, path: { id: trip.id } })
      .expect(404);
    await api(app)
      .post('/api/trips/{id}/submit', {
        as: people.guest,
        path: { id: trip.id },
        body: { version: trip.version },
      })
      .expect(200);
    const shown = await read(trip.id, people.host);
    expect(shown.legs.map(({ hostUnit }) => hostUnit)).toEqual(['rutan-banjarnegara']);
    expect(shown.party.map(({ email }) => email)).toEqual([null, null]);
    const listed = await api(app).get('/api/trips', { as: second }).expect(200);
    expect(listed.body.items.map(({ hostNames }) => hostNames)).toEqual([['Rutan Kelas IIB Purbalingga']]);
  });
});

describe('The party', () => {
  test('is written once, and stands in every leg that can still be changed', async () => {
    const trip = await made();
    const changed = await api(app)
      .put('/api/trips/{id}/party', {
        as: people.guest,
        path: { id: trip.id },
        body: {
          version: trip.version,
          party: [{ name: 'Sari Dewi', email: 'sari@contoh.test', office: 'Kepala' }, { name: 'Budi' }],
        },
      })
      .expect(200);
    expect(changed.body.party.map(({ name }) => name)).toEqual(['Sari Dewi', 'Budi']);
    for (const leg of trip.legs) {
      expect(await namesIn(leg.visit)).toEqual(['Budi', 'Sari Dewi']);
      const { participants } = await visit(leg.visit);
      expect(participants.find(({ name }) => name === 'Sari Dewi')?.office).toBe('Kepala');
    }
    const stale = { version: trip.version, party };
    const answer = await api(app)
      .put('/api/trips/{id}/party', { as: people.guest, path: { id: trip.id }, body: stale })
      .expect(409);
    expect(answer.body).toMatchObject({ code: 'trip-changed' });
    const foreign = { version: changed.body.version, party };
    await api(app)
      .put('/api/trips/{id}/party', { as: people.host, path: { id: trip.id }, body: foreign })
      .expect(403);
  });
});

describe('A leg', () => {
  test('is answered by its own host, and falls out without the others', async () => {
    const trip = await made();
    const [one, two] = await Promise.all(trip.legs.map((leg) => visit(leg.visit)));
    if (!one || !two) throw new Error('no legs');
    await step(app, people.host, one, 'accept');
    await step(app, second, two, 'decline', { reason: 'Ada pemeriksaan.' });
    const now = await read(trip.id);
    expect(now.legs.map(({ state, out }) => [state, out])).toEqual([
      ['confirmed', false],
      ['declined', true],
    ]);
    const page = await request(app.server)
      .get(`/kunjungan/${one.id}`)
      .set(people.guest)
      .set('accept', 'text/html')
      .expect(200);
    expect(page.text).toContain('Perjalanan WBK dua Rutan, singgah 1 dari 1');
  });

  test('does not move over another one, whoever proposes; what fell out stands in nobody’s way', async () => {
    const trip = await made();
    const [one, two] = await Promise.all(trip.legs.map((leg) => visit(leg.visit)));
    if (!one || !two) throw new Error('no legs');
    const times = { startsAt: '2025-11-05T10:00:00+07:00', endsAt: '2025-11-05T12:00:00+07:00' };
    const refused = await step<{ code: string }>(app, people.host, one, 'propose', times, 409);
    expect(refused.code).toBe('trip-legs-overlap');
    expect((await visit(one.id)).state).toBe('requested');
    await step(app, second, two, 'decline', { reason: 'Penuh.' });
    await step(app, people.host, await visit(one.id), 'propose', times);
    const accepted = await step(app, people.guest, await visit(one.id), 'accept');
    expect(accepted.startsAt).toBe(times.startsAt);
  });

  test('is added later, says what the first says, has the whole party, and is held against the others', async () => {
    const trip = await made();
    const path = { id: trip.id };
    const third = {
      hostUnit: 'lapas-cilacap',
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T11:00:00+07:00',
    };
    const add = (given: object, as = people.guest) =>
      api(app).post('/api/trips/{id}/legs', {
        as,
        path,
        body: { version: trip.version, ...third, ...given },
      });
    expect((await add({}, people.host)).status).toBe(403);
    const over = await add({ startsAt: legs[1]?.startsAt, endsAt: legs[1]?.endsAt }).expect(409);
    expect(over.body).toMatchObject({ code: 'trip-legs-overlap' });
    const added = await add({}).expect(201);
    expect(added.body.legs.map(({ hostUnit, state }) => [hostUnit, state])).toEqual([
      ['rutan-banjarnegara', 'requested'],
      ['rutan-purbalingga', 'requested'],
      ['lapas-cilacap', 'requested'],
    ]);
    const leg = added.body.legs.at(-1)?.visit;
    expect(await namesIn(leg)).toEqual(['Sari Dewi', 'Tono']);
    expect(await visit(leg)).toMatchObject({ title: 'WBK dua Rutan', topics: ['ketahanan pangan'] });
    expect((await add({}).expect(409)).body).toMatchObject({ code: 'trip-changed' });
    const fourth = { version: added.body.version, hostUnit: 'lapas-abepura' };
    expect((await add(fourth).expect(422)).body).toMatchObject({ code: 'trip-too-many-legs' });
  });

  test('never takes the same time as another, even past the rules', async () => {
    const trip = await made();
    const clash = app.database.query('UPDATE visit SET starts_at = $1, ends_at = $2 WHERE id = $3', [
      new Date('2025-11-05T09:30:00+07:00'),
      new Date('2025-11-05T10:30:00+07:00'),
      trip.legs[0]?.visit,
    ]);
    await expect(clash).rejects.toThrow('trip_leg_no_overlap');
  });

  test('ends when the trip is called off for it, and the others go on', async () => {
    const trip = await made();
    const path = { id: trip.id };
    const ending = { version: trip.version, visits: [trip.legs[1]?.visit ?? ''], reason: 'Waktu terbatas.' };
    const outcome = await api(app)
      .post('/api/trips/{id}/call-off', { as: people.guest, path, body: ending })
      .expect(200);
    expect(outcome.body.items).toMatchObject([{ visit: trip.legs[1]?.visit, done: true }]);
    const now = await read(trip.id);
    expect(now.legs.map(({ state }) => state)).toEqual(['requested', 'withdrawn']);
    const again = await api(app)
      .post('/api/trips/{id}/call-off', { as: people.guest, path, body: { ...ending, version: now.version } })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'trip-leg-fixed' });
  });
});

describe('Elsewhere', () => {
  const page = (path: string, as: Header = people.guest) =>
    request(app.server).get(path).set(as).set('accept', 'text/html').expect(200);

  test('a trip is found, is on the start page, and its stops are named in lists and calendars', async () => {
    const trip = await made();
    const one = await visit(trip.legs[0]?.visit);
    await step(app, people.host, one, 'accept');
    expect((await page('/cari?q=WBK')).text).toContain(`/perjalanan/${trip.id}`);
    expect((await page('/')).text).toContain('Perjalanan berikutnya');
    expect((await page('/kunjungan?tab=semua')).text).toContain('Perjalanan WBK dua Rutan, singgah 1 dari 2');
    const ics = await request(app.server)
      .get(`/api/visits/${one.id}/invite.ics`)
      .set(people.guest)
      .expect(200);
    expect(ics.text.replaceAll('\r\n ', '')).toContain(
      'Bagian dari: Perjalanan WBK dua Rutan\\, singgah 1 dari 2',
    );
  });

  test('the hosts stand side by side, with what both were seen for', async () => {
    const trip = await made();
    const shown = await page(`/perjalanan/${trip.id}`);
    expect(shown.text).toContain('Tuan rumah berdampingan');
    expect(shown.text).toMatch(/ketahanan pangan\*/);
    const alone = await create(app, people.guest);
    expect((await page(`/kunjungan/${alone.id}`)).text).not.toContain('Bagian dari perjalanan');
  });
});
