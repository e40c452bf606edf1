import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';
import { api, wrong } from './support/api-client.js';
import { formsOf } from './support/page-forms.js';

const HOST = 'rutan-banjarnegara';
let app: TestApp;
let guest: Header;
let host: Header;
let head: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  head = await signedIn(app, { email: 'kepala@tuan.test', role: 'unit-head', unit: HOST });
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());
beforeEach(() => app.clock.set(START));

const times = (date: string) => ({ startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T11:00:00+07:00` });
const post = (as: Header, path: string, fields: object) =>
  request(app.server).post(path).set('accept', 'text/html').set(as).type('form').send(fields);

/** The form of a page as it comes, with what was typed instead. */
async function filled(as: Header, path: string, typed: object): Promise<Record<string, string>> {
  const { text } = await request(app.server).get(path).set('accept', 'text/html').set(as).expect(200);
  const form = formsOf(text, path).find(({ action }) => action === path);
  const fields = (form?.fields ?? [])
    .filter(({ kind, isTicked }) => kind !== 'checkbox' || isTicked)
    .map(({ name, value }) => [name, value] as const);
  return { ...Object.fromEntries([...(form?.hidden ?? []), ...fields]), ...typed };
}

const hidden = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

async function toldOf({ id }: ShownVisit): Promise<string[]> {
  await app.settle();
  const mails = await app.database.query<{ email: string }>(
    `SELECT DISTINCT recipient_email AS email FROM mail
     WHERE stream = $1 AND subject LIKE '% kunjungan perlu dipastikan%' ORDER BY 1`,
    [id],
  );
  return mails.map(({ email }) => email);
}

const both = ['kanwil@jateng.test', 'kepala@tuan.test', 'petugas@tamu.test', 'petugas@tuan.test'];

test('a day that is closed over a confirmed visit is named before it is saved, and both units are mailed', async () => {
  const visit = await confirmed(app, guest, host, { ...times('2025-10-28'), title: 'Yang terkena' });
  const path = `/upt/${HOST}/ubah`;
  const fields = await filled(head, path, { closedDays: '2025-10-28 Apel' });
  const asked = await post(head, path, fields).expect(200);
  expect(asked.text).toMatch(
    /1 kunjungan yang sudah disepakati.*Yang terkena.*Tutup pada Selasa, 28 Oktober 2025/s,
  );
  expect(await app.database.query('SELECT 1 FROM closed_day WHERE unit = $1', [HOST])).toEqual([]);
  expect(await toldOf(visit)).toEqual([]);
  await post(head, path, { ...fields, displaced: hidden(asked.text, 'displaced') }).expect(303);
  expect(await app.database.query('SELECT 1 FROM closed_day WHERE unit = $1', [HOST])).toHaveLength(1);
  expect(await toldOf(visit)).toEqual(both);
  // What stands already is not asked about again.
  await post(head, path, await filled(head, path, { identityRule: 'KTP' })).expect(303);
});

test('narrower hours by the API are asked about as on the page, and tell both units', async () => {
  const visit = await confirmed(app, guest, host, times('2025-10-29'));
  const { body: unit } = await api(app)
    .get('/api/units/{code}', { as: head, path: { code: HOST } })
    .expect(200);
  const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '13:00', endsAt: '15:00' }));
  const body = { version: unit.version, hostingPolicy: { windows } };
  const change = (displaced?: string[]) =>
    api(app).patch('/api/units/{code}', {
      as: head,
      path: { code: HOST },
      body: { ...body, ...(displaced && { displaced }) },
    });
  for (const seen of [undefined, [], ['0199a2f0-0000-7000-8000-000000000001']]) {
    const asked = (await change(seen).expect(409)).body as unknown as {
      code: string;
      displaced: object[];
    };
    expect(asked.code).toBe('visits-displaced');
    expect(asked.displaced).toContainEqual({
      id: visit.id,
      reference: visit.reference,
      title: visit.title,
      ...times('2025-10-29'),
      because: 'Di luar jam kunjungan tuan rumah.',
    });
  }
  expect(await toldOf(visit)).toEqual([]);
  const asked = (await change().expect(409)).body as unknown as { displaced: { id: string }[] };
  await change(asked.displaced.map(({ id }) => id)).expect(200);
  expect(await toldOf(visit)).toEqual(both);
  const { body: history } = await api(app)
    .get('/api/visits/{id}/history', { as: guest, path: { id: visit.id } })
    .expect(200);
  expect(history.items.at(-1)).toMatchObject({
    action: 'displace',
    reason: 'Di luar jam kunjungan tuan rumah.',
  });
  expect(visit.state).toBe('confirmed');
});

test('a holiday of the whole country names the visits on it before it is saved', async () => {
  const elsewhere = { ...times('2025-11-06'), hostUnit: 'rutan-purbalingga', title: 'Di Purbalingga' };
  const other = await app.signIn('petugas@lain.test', 'kata-sandi-uji-coba');
  const visit = await confirmed(app, guest, other, elsewhere);
  const typed = { daftar: '2025-11-06 Libur mendadak' };
  const checked = await post(administrator, '/pengelolaan/libur/periksa', typed).expect(200);
  expect(checked.text).toContain('Di Purbalingga');
  const unseen = await post(administrator, '/pengelolaan/libur', typed).expect(200);
  expect(unseen.text).toContain('Tetap simpan 1 hari');
  const shown = { ...typed, displaced: hidden(checked.text, 'displaced') };
  await post(administrator, '/pengelolaan/libur', shown).expect(303);
  expect(await toldOf(visit)).toEqual(['kanwil@jateng.test', 'petugas@lain.test', 'petugas@tamu.test']);
});

const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '08:00', endsAt: '16:00' }));
const OTHER = 'rutan-purbalingga';

/** Every change of how a host receives guests that can displace an agreed visit: as the API takes it, and as the page. */
const changes: readonly (readonly [name: string, api: object, page: Record<string, string>])[] = [
  [
    'a closed day',
    { closedDays: [{ date: '2025-11-11', reason: 'Apel' }] },
    { closedDays: '2025-11-11 Apel' },
  ],
  [
    'narrower hours',
    { hostingPolicy: { windows: windows.map((window) => ({ ...window, startsAt: '13:00' })) } },
    { selasa: '13.00–16.00' },
  ],
  ['no more guests', { hostingPolicy: { open: false } }, { open: '' }],
  ['a smaller largest party', { hostingPolicy: { largestParty: 5 } }, { largestParty: '5' }],
  ['fewer places', { hostingPolicy: { capacity: 1 } }, { capacity: '1' }],
];

describe('each change of how a host receives guests', () => {
  let otherHead: Header;
  let visits: ShownVisit[];
  const unit = async () =>
    (
      await api(app)
        .get('/api/units/{code}', { as: otherHead, path: { code: OTHER } })
        .expect(200)
    ).body;
  const change = async (body: object) =>
    api(app).patch('/api/units/{code}', {
      as: otherHead,
      path: { code: OTHER },
      body: wrong({ version: (await unit()).version, ...body }),
    });

  beforeAll(async () => {
    otherHead = await signedIn(app, { email: 'kepala@lain.test', role: 'unit-head', unit: OTHER });
    const officer = await app.signIn('petugas@lain.test', 'kata-sandi-uji-coba');
    const open = { windows, capacity: 2, open: true, largestParty: 20 };
    expect((await change({ hostingPolicy: open })).status).toBe(200);
    const asked = { ...times('2025-11-11'), hostUnit: OTHER, partySize: 12 };
    visits = [await confirmed(app, guest, officer, asked), await confirmed(app, guest, officer, asked)];
  });

  test.each(changes)(
    '%s: is asked about by the API and on the page, and nothing is saved before',
    async (name, body, fields) => {
      const before = await unit();
      const displaced = (name === 'fewer places' ? visits.slice(1) : visits).map(({ id }) => id).sort();
      const ours = (ids: string[]) => ids.filter((id) => visits.some((visit) => visit.id === id)).sort();
      const refused = await change(body);
      expect(refused.status).toBe(409);
      const named = (refused.body as unknown as { displaced: { id: string }[] }).displaced;
      expect(ours(named.map(({ id }) => id))).toEqual(displaced);
      const path = `/upt/${OTHER}/ubah`;
      const sent = await filled(otherHead, path, fields);
      if (fields['open'] === '') delete sent['open'];
      const page = await post(otherHead, path, sent).expect(200);
      expect(ours(hidden(page.text, 'displaced').split(' '))).toEqual(displaced);
      expect(await unit()).toEqual(before);
    },
  );

  test('a smaller largest party is told to both units as what it is, once it is saved', async () => {
    const seen = visits.map(({ id }) => id);
    expect((await change({ hostingPolicy: { largestParty: 5 }, displaced: seen })).status).toBe(200);
    for (const visit of visits) expect(await toldOf(visit)).toContain('petugas@tamu.test');
    const { body } = await api(app)
      .get('/api/visits/{id}/history', { as: guest, path: { id: visits[0]?.id } })
      .expect(200);
    expect(body.items.at(-1)).toMatchObject({
      action: 'displace-party',
      reason: 'Rombongan 12 orang; tuan rumah menerima paling banyak 5 orang.',
    });
    expect((await change({ hostingPolicy: { largestParty: 4 } })).status).toBe(200);
  });
});

/** Within the hours that an earlier test left to the host. */
const afternoon = (date: string) => ({
  startsAt: `${date}T13:00:00+07:00`,
  endsAt: `${date}T14:00:00+07:00`,
});

test('a program that ends names the agreed visits about it before it is saved, and tells both units', async () => {
  const visit = await confirmed(app, guest, host, {
    ...afternoon('2025-11-12'),
    title: 'Tentang program',
    programs: ['akselerasi-2'],
  });
  const path = '/pengelolaan/program/akselerasi-2/akhiri';
  const asked = await post(administrator, path, {}).expect(200);
  expect(asked.text).toMatch(/1 kunjungan yang sudah disepakati.*Tentang program/s);
  const retired = () =>
    app.database.query("SELECT 1 FROM program WHERE code = 'akselerasi-2' AND retired_on IS NOT NULL");
  expect([await retired(), await toldOf(visit)]).toEqual([[], []]);
  await post(administrator, path, { displaced: hidden(asked.text, 'displaced') }).expect(303);
  expect(await retired()).toHaveLength(1);
  expect(await toldOf(visit)).toEqual(both);
});

test('a holiday that is put back over a visit agreed in between is asked about', async () => {
  const typed = { daftar: '2025-11-13 Libur lagi' };
  await post(administrator, '/pengelolaan/libur', typed).expect(303);
  const gone = await post(administrator, '/pengelolaan/libur/2025-11-13/hapus', {}).expect(303);
  const visit = await confirmed(app, guest, host, { ...afternoon('2025-11-13'), title: 'Di antaranya' });
  const cookie = ([gone.headers['set-cookie']].flat()[0] ?? '').split(';')[0] ?? '';
  const asked = await request(app.server)
    .post('/pengelolaan/libur/urungkan')
    .set('accept', 'text/html')
    .set(administrator)
    .set('cookie', cookie)
    .expect(200);
  expect(asked.text).toContain('Di antaranya');
  expect(await app.database.query("SELECT 1 FROM holiday WHERE date = '2025-11-13'")).toEqual([]);
  const fields = {
    daftar: '2025-11-13; Libur lagi; libur nasional',
    displaced: hidden(asked.text, 'displaced'),
  };
  await post(administrator, '/pengelolaan/libur', fields).expect(303);
  expect(await toldOf(visit)).toEqual(both);
});

test('the API completes a visit before its planned end only when it says so', async () => {
  const visit = await confirmed(app, guest, host, afternoon('2025-11-14'));
  app.clock.set(new Date('2025-11-14T13:30:00+07:00'));
  const complete = (early?: boolean) =>
    api(app).post('/api/visits/{id}/{step}', {
      as: host,
      path: { id: visit.id, step: 'complete' },
      body: { version: visit.version, ...(early === undefined ? {} : { early }) },
    });
  for (const early of [undefined, false]) {
    const { body } = await complete(early).expect(422);
    expect(body).toMatchObject({ code: 'not-yet-over', endsAt: '2025-11-14T07:00:00.000Z' });
  }
  expect((await complete(true).expect(200)).body.state).toBe('held');
});
