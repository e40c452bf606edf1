import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api, wrong } from './support/api-client.js';
import { signedIn, usualPeople } from './support/people.js';
import { formsOf } from './support/page-forms.js';
import { confirmed, create, step, type Header } from './support/visits.js';

const HOST = 'rutan-banjarnegara';
let app: TestApp;
let guest: Header;
let host: Header;
let head: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: HOST });
});
afterAll(() => app.close());
beforeEach(() => change({ kinds: [], hostingPolicy: { largestParty: null } }).then(() => undefined));

const unit = async () =>
  (
    await api(app)
      .get('/api/units/{code}', { as: guest, path: { code: HOST } })
      .expect(200)
  ).body;
const change = async (body: object) =>
  api(app).patch('/api/units/{code}', {
    as: head,
    path: { code: HOST },
    body: wrong({ version: (await unit()).version, ...body }),
  });
const rule = (some: object) => change({ kinds: [{ kind: 'coordination', ...some }] });
const times = (date: string, from = '09:00', until = '11:00') => ({
  startsAt: `${date}T${from}:00+07:00`,
  endsAt: `${date}T${until}:00+07:00`,
});
const ask = async (body: object, status = 422) => {
  const visit = await create(app, guest, { ...times('2025-11-06'), ...body });
  return step<{ code: string }>(app, guest, visit, 'submit', {}, status);
};

test.each([
  ['not received', { receives: false }, {}, 'kind-not-received'],
  [
    'hours of its own',
    { windows: [{ weekday: 4, startsAt: '13:00', endsAt: '16:00' }] },
    {},
    'outside-hosting-hours',
  ],
  ['a smaller party', { largestParty: 3 }, { partySize: 4 }, 'party-too-large'],
  ['a longer notice', { shortestNoticeDays: 20 }, {}, 'notice-too-short'],
  ['a length', { longestMinutes: 90 }, {}, 'longer-than-received'],
])('%s: refuses that kind of visit and no other', async (_, some, body, code) => {
  expect((await rule(some)).status).toBe(200);
  expect((await ask({ kind: 'coordination', ...body })).code).toBe(code);
  expect(await ask({ kind: 'study-visit', ...body }, 200)).toMatchObject({ state: 'requested' });
});

test('free times of a kind are those of its rules', async () => {
  await rule({ windows: [{ weekday: 4, startsAt: '13:00', endsAt: '16:00' }] });
  const free = async (query: object) =>
    (
      await api(app)
        .get('/api/units/{code}/availability', {
          as: guest,
          path: { code: HOST },
          query: { from: '2025-11-13', to: '2025-11-14', ...query },
        })
        .expect(200)
    ).body.items.map(({ startsAt }) => startsAt.slice(8, 16));
  expect(await free({ kind: 'coordination' })).toEqual(['13T13:00']);
  expect(await free({})).toEqual(['13T08:00', '13T13:00', '14T08:00', '14T13:30']);
});

test('rules are shown, kept only where they say something, and refused where they cannot be', async () => {
  await change({ kinds: [{ kind: 'coordination', receives: false }, { kind: 'study-visit' }] });
  expect((await unit()).kinds).toMatchObject([{ kind: 'coordination', receives: false }]);
  const page = await request(app.server)
    .get(`/upt/${HOST}`)
    .set('accept', 'text/html')
    .set(guest)
    .expect(200);
  expect(page.text).toMatch(/Koordinasi.*Tidak diterima/s);
  const refused = await rule({ largestParty: 0, shortestMinutes: 90, longestMinutes: 60 });
  expect(refused.body).toMatchObject({
    code: 'hosting-policy-unsound',
    errors: [{ field: 'kinds.coordination.largestParty' }],
  });
});

test('a rule that no longer fits an agreed visit of its kind is asked about, on the page as by the API', async () => {
  const coordination = await confirmed(app, guest, host, {
    ...times('2025-11-18'),
    kind: 'coordination',
    title: 'Rapat',
  });
  await confirmed(app, guest, host, { ...times('2025-11-19'), kind: 'study-visit' });
  for (const some of [
    { receives: false },
    { longestMinutes: 60 },
    { windows: [{ weekday: 4, startsAt: '08:00', endsAt: '12:00' }] },
  ]) {
    const asked = await rule(some);
    expect(asked.status).toBe(409);
    const { displaced } = asked.body as unknown as { displaced: { id: string }[] };
    expect(displaced.map(({ id }) => id)).toEqual([coordination.id]);
  }
  const path = `/upt/${HOST}/ubah`;
  const { text } = await request(app.server).get(path).set('accept', 'text/html').set(head).expect(200);
  const form = formsOf(text, path).find(({ action }) => action === path);
  const fields = (form?.fields ?? []).filter(({ kind, isTicked }) => kind !== 'checkbox' || isTicked);
  const sent = {
    ...Object.fromEntries([
      ...(form?.hidden ?? []),
      ...fields.map(({ name, value }) => [name, value] as const),
    ]),
    'coordination-windows': 'Kamis 08.00–12.00',
  };
  const post = (more: object) =>
    request(app.server)
      .post(path)
      .set('accept', 'text/html')
      .set(head)
      .type('form')
      .send({ ...sent, ...more });
  const asked = await post({}).expect(200);
  expect(asked.text).toMatch(/1 kunjungan yang sudah disepakati.*Rapat/s);
  const wrongDay = await post({ 'coordination-windows': 'Kemarin' }).expect(422);
  expect(wrongDay.text).toContain('contoh: Selasa 09.00–11.30');
  await post({ displaced: coordination.id }).expect(303);
  expect((await unit()).kinds).toMatchObject([
    { kind: 'coordination', windows: [{ weekday: 4, startsAt: '08:00', endsAt: '12:00' }] },
  ]);
  await change({ kinds: [], displaced: [] });
});

test('a party is counted from people at each later change, by the limit of its kind', async () => {
  await change({
    hostingPolicy: { largestParty: 50 },
    kinds: [{ kind: 'coordination', largestParty: 2 }],
  });
  const visit = await create(app, guest, { ...times('2025-11-20'), kind: 'coordination', partySize: 2 });
  const sent = await step(app, guest, visit, 'submit');
  expect(sent.party).toMatchObject({ count: 2, limit: 2 });
  const add = (name: string, status: number) =>
    api(app)
      .post('/api/visits/{id}/participants', {
        as: guest,
        path: { id: visit.id },
        body: { name, side: 'guest', role: 'member' },
      })
      .expect(status as 201);
  await add('Satu', 201);
  await add('Dua', 201);
  const refused = await add('Tiga', 422);
  expect(refused.body).toMatchObject({ code: 'party-too-large', party: 3, largestParty: 2 });
  await api(app)
    .post('/api/visits/{id}/party-request', { as: guest, path: { id: visit.id }, body: { partySize: 3 } })
    .expect(200);
  await api(app)
    .post('/api/visits/{id}/party-answer', { as: host, path: { id: visit.id }, body: { agreed: true } })
    .expect(200);
  await add('Tiga', 201);
});
