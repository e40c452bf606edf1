import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api, wrong } from './support/api-client.js';
import { formsOf } from './support/page-forms.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { sweep } from './support/sweep-scenes.js';
import { confirmed, requested, type Header, type ShownVisit } from './support/visits.js';

const HOST = 'rutan-banjarnegara';
const PATH = '/pengelolaan/perubahan-upt';

let app: TestApp;
let people: UsualPeople;
let administrator: Header;
let otherKanwil: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
  otherKanwil = await signedIn(app, {
    email: 'kanwil@jabar.test',
    role: 'regional',
    regionalOffice: 'jawa-barat',
  });
});
afterAll(() => app.close());

const unitOf = async (code: string) =>
  (await api(app).get('/api/units/{code}', { as: administrator, path: { code } }).expect(200)).body;
const make = (body: object, as: Header = administrator) =>
  api(app).post('/api/unit-changes', { as, body: wrong({ reason: 'Penataan organisasi.', ...body }) });
const read = async (id: string, as: Header = administrator) =>
  (await api(app).get('/api/unit-changes/{id}', { as, path: { id } }).expect(200)).body;
const decide = (id: string, body: object, as: Header = administrator) =>
  api(app).post('/api/unit-changes/{id}/decision', { as, path: { id }, body: wrong(body) });
const withdraw = (id: string, body: object, as: Header = administrator) =>
  api(app).post('/api/unit-changes/{id}/withdrawal', { as, path: { id }, body: wrong(body) });
const visitOf = async (id: string, as: Header = people.guest): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
const page = (path: string, as: Header) => request(app.server).get(path).set('accept', 'text/html').set(as);
const mailsAbout = (words: string) =>
  app.database.query<{ email: string; text: string }>(
    `SELECT recipient_email AS email, body_text AS text FROM mail WHERE subject ILIKE $1 OR body_text ILIKE $1
     ORDER BY position`,
    [`%${words}%`],
  );
const asked = (code: string, startsAt: string, endsAt: string) =>
  api(app).post('/api/visits', {
    as: people.guest,
    body: wrong({
      guestUnit: 'bapas-purwokerto',
      hostUnit: code,
      kind: 'study-visit',
      title: 'Belajar kebun',
      startsAt,
      endsAt,
    }),
  });

describe('a name, type or class', () => {
  test('changes on its day, and each day keeps its own', async () => {
    const code = 'rutan-purbalingga';
    const before = await unitOf(code);
    const made = await make({
      ...{ kind: 'renamed', unit: code, effectiveOn: '2025-10-24' },
      ...{ name: 'Lapas Kelas IIB Purbalingga', type: 'lapas', decree: 'M.IP-1 Tahun 2025' },
    }).expect(201);
    expect(made.body).toMatchObject({ state: 'decided', unitName: before.name, class: before.class });
    expect(await unitOf(code)).toMatchObject({ name: before.name, type: 'rutan' });
    app.clock.set(new Date('2025-10-24T00:10:00+07:00'));
    expect(await sweep(app, 'units.turn')).toEqual([]);
    expect(await unitOf(code)).toMatchObject({ name: 'Lapas Kelas IIB Purbalingga', type: 'lapas' });
    expect((await read(made.body.id)).state).toBe('done');
    expect((await page(`/upt/${code}`, people.guest).expect(200)).text).toContain(
      `${before.name} (sampai Jumat, 24 Oktober 2025)`,
    );
    app.clock.set(new Date('2025-10-20T09:00:00+07:00'));
  });

  test('that is so already is refused, and so is an unknown unit, with the fault at its field', async () => {
    const { name } = await unitOf(HOST);
    const idle = await make({ kind: 'renamed', unit: HOST, effectiveOn: '2025-11-01', name }).expect(422);
    expect(idle.body).toMatchObject({ code: 'unit-change-unfit', errors: [{ field: 'name' }] });
    const unknown = await make({ kind: 'closed', unit: 'tidak-ada', effectiveOn: '2025-11-01' }).expect(422);
    expect(unknown.body).toMatchObject({ errors: [{ field: 'unit' }] });
  });

  test('that was to come is taken back by an administrator', async () => {
    const code = 'rutan-wonosobo';
    const made = await make({
      kind: 'renamed',
      unit: code,
      effectiveOn: '2025-12-01',
      name: 'Lapas Wonosobo',
    }).expect(201);
    await make({ kind: 'renamed', unit: code, effectiveOn: '2025-10-27', name: 'Lain' }).expect(409);
    await withdraw(made.body.id, { version: made.body.version }).expect(422);
    await withdraw(made.body.id, { version: made.body.version, reason: 'Ditunda.' }).expect(200);
    app.clock.set(new Date('2025-10-26T09:00:00+07:00'));
    await sweep(app, 'units.turn');
    expect((await unitOf(code)).name).not.toBe('Lapas Wonosobo');
    app.clock.set(new Date('2025-10-20T09:00:00+07:00'));
  });
});

describe('a unit that closes', () => {
  let agreed: ShownVisit;
  let open: ShownVisit;
  let early: ShownVisit;
  let id: string;

  test('names the visits it touches before it is saved, and tells both sides', async () => {
    const at = (day: string) => ({ startsAt: `${day}T09:00:00+07:00`, endsAt: `${day}T11:00:00+07:00` });
    early = await confirmed(app, people.guest, people.host, at('2025-10-29'));
    agreed = await confirmed(app, people.guest, people.host, at('2025-11-11'));
    open = await requested(app, people.guest, at('2025-11-12'));
    const body = { kind: 'closed', unit: HOST, effectiveOn: '2025-10-31' };
    const unseen = await make(body).expect(409);
    expect(unseen.body).toMatchObject({ code: 'unit-change-unseen' });
    const seen = [agreed.id, open.id];
    const made = await make({ ...body, seen }).expect(201);
    id = made.body.id;
    expect(made.body).toMatchObject({ state: 'decided' });
    await app.settle();
    expect((await visitOf(agreed.id)).state).toBe('confirmed');
    expect((await visitOf(open.id)).state).toBe('expired');
    expect((await visitOf(early.id)).version).toBe(early.version);
    const told = (await mailsAbout('ditutup mulai Jumat, 31 Oktober 2025')).map(({ email }) => email);
    expect(told).toEqual(expect.arrayContaining(['petugas@tamu.test', 'petugas@tuan.test']));
    expect((await mailsAbout('Perubahan UPT ditetapkan')).map(({ email }) => email)).toEqual(
      expect.arrayContaining(['petugas@tuan.test', 'kanwil@jateng.test']),
    );
  });

  test('takes no request from its date on, and still those before', async () => {
    const late = await asked(HOST, '2025-11-13T09:00:00+07:00', '2025-11-13T11:00:00+07:00').expect(409);
    expect(late.body).toMatchObject({ code: 'unit-not-there', unit: HOST });
    await asked(HOST, '2025-10-28T09:00:00+07:00', '2025-10-28T11:00:00+07:00').expect(201);
    const week = await page(`/upt/${HOST}?minggu=2025-11-10`, people.guest).expect(200);
    expect(week.text).toContain('UPT ini tidak ada lagi');
    expect(week.text).toContain('Ditutup mulai Jumat, 31 Oktober 2025');
  });

  test('is no more on its day: not in lists and choices, found by its name, and says so', async () => {
    app.clock.set(new Date('2025-10-31T00:20:00+07:00'));
    expect(await sweep(app, 'units.turn')).toEqual([]);
    expect((await read(id)).state).toBe('done');
    const list = (query: object) =>
      api(app).get('/api/units', { as: people.guest, query: wrong({ query: 'Banjarnegara', ...query }) });
    const codes = async (query: object) => (await list(query).expect(200)).body.items.map(({ code }) => code);
    expect(await codes({})).not.toContain(HOST);
    expect(await codes({ closed: true })).toContain(HOST);
    const shown = await page(`/upt/${HOST}`, people.guest).expect(200);
    expect(shown.text).toContain('Ditutup sejak Jumat, 31 Oktober 2025');
    expect(shown.text).not.toContain('Ajukan kunjungan ke sini');
    const booking = await page(`/kunjungan/baru?cari=banjarnegara`, people.guest).expect(200);
    expect(booking.text).not.toContain(`value="${HOST}"`);
    const again = await make({ kind: 'closed', unit: HOST, effectiveOn: '2025-11-12' }).expect(422);
    expect(again.body).toMatchObject({ errors: [{ field: 'unit' }] });
    expect((await visitOf(early.id)).hostUnitName).toBe('Rutan Kelas IIB Banjarnegara');
    app.clock.set(new Date('2025-10-20T09:00:00+07:00'));
  });

  test('calls off what was agreed where that is chosen', async () => {
    const host = await signedIn(app, {
      email: 'petugas@cilacap.test',
      role: 'officer',
      unit: 'bapas-nusakambangan',
    });
    const visit = await confirmed(app, people.guest, host, {
      hostUnit: 'bapas-nusakambangan',
      startsAt: '2025-11-20T09:00:00+07:00',
      endsAt: '2025-11-20T11:00:00+07:00',
    });
    await make({
      ...{ kind: 'closed', unit: 'bapas-nusakambangan', effectiveOn: '2025-11-15' },
      ...{ callsOff: true, seen: [visit.id] },
    }).expect(201);
    expect((await visitOf(visit.id)).state).toBe('cancelled');
  });
});

describe('a new unit', () => {
  const unit = {
    code: 'rutan-bobotsari',
    name: 'Rutan Kelas IIB Bobotsari',
    type: 'rutan',
    class: 'IIB',
    place: 'Purbalingga',
    regionalOffice: 'jawa-tengah',
    timeZone: 'Asia/Jakarta',
  };

  test('opens at once where its day has come, and receives guests', async () => {
    const made = await make({ kind: 'opened', effectiveOn: '2025-10-15', opens: [unit] });
    expect(made.body).toMatchObject({ state: 'done', unit: null });
    expect(await unitOf(unit.code)).toMatchObject({ ...unit, openedOn: '2025-10-15', closedOn: null });
    await asked(unit.code, '2025-11-05T09:00:00+07:00', '2025-11-05T11:00:00+07:00').expect(201);
    const twice = await make({ kind: 'opened', effectiveOn: '2025-10-15', opens: [unit] }).expect(422);
    expect(twice.body).toMatchObject({ errors: [{ field: 'opens.0.code' }] });
  });

  test('comes of a split, which may close where it came from', async () => {
    const parts = ['utara', 'selatan'].map((part) => ({
      ...unit,
      code: `rutan-bobotsari-${part}`,
      name: `Rutan Bobotsari ${part}`,
    }));
    const body = {
      kind: 'split',
      unit: unit.code,
      effectiveOn: '2025-10-18',
      opens: parts,
      endsOrigin: true,
    };
    const made = await make({ ...body, seen: [] });
    const { visits } = made.body as { visits?: { id: string }[] };
    const done =
      made.status === 201 ? made : await make({ ...body, seen: (visits ?? []).map(({ id }) => id) });
    expect(done.body).toMatchObject({ state: 'done' });
    expect(await unitOf(unit.code)).toMatchObject({ closedOn: '2025-10-18' });
    expect((await unitOf('rutan-bobotsari-utara')).openedOn).toBe('2025-10-18');
  });
});

describe('what a Kanwil proposes', () => {
  const body = { kind: 'closed', unit: 'rutan-kebumen', effectiveOn: '2026-02-01', decree: 'W.13-1' };
  let id: string;

  test('waits for an administrator, who is told; other regions and units see nothing of it', async () => {
    const made = await make(body, people.kanwil).expect(201);
    ({ id } = made.body);
    expect(made.body).toMatchObject({
      state: 'proposed',
      allowedActions: ['withdraw'],
      regionalOffice: 'jawa-tengah',
    });
    expect((await unitOf('rutan-kebumen')).closedOn).toBeNull();
    expect((await mailsAbout('Usulan perubahan UPT')).map(({ email }) => email)).toEqual([
      'admin@pusat.test',
    ]);
    await api(app).get('/api/unit-changes/{id}', { as: otherKanwil, path: { id } }).expect(404);
    await api(app).get('/api/unit-changes', { as: people.guest }).expect(403);
    await make({ ...body, unit: 'rutan-garut' }, people.kanwil).expect(403);
    const start = await page('/', administrator).expect(200);
    expect(start.text).toContain(`${PATH}/${id}`);
  });

  test('is refused with a reason, or with what was typed shown again where it was decided meanwhile', async () => {
    const path = `${PATH}/${id}`;
    const form = formsOf((await page(path, administrator).expect(200)).text, path).find(
      ({ action }) => action === path,
    );
    const send = (fields: object) =>
      request(app.server).post(path).set(administrator).set('accept', 'text/html').type('form').send(fields);
    const hidden = Object.fromEntries(form?.hidden ?? []);
    await decide(id, { version: 1, accept: false }).expect(422);
    const own = await decide(id, { version: 1, accept: false, reason: 'x' }, people.kanwil);
    expect(own.status).toBe(403);
    await withdraw(id, { version: 1, reason: 'Keliru.' }, people.kanwil).expect(200);
    const late = await send({ ...hidden, verb: 'refuse', reason: 'Belum ada keputusan menteri.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Belum ada keputusan menteri.');
    const late2 = await decide(id, { version: 1, accept: true }).expect(409);
    expect(late2.body).toMatchObject({ code: 'unit-change-decided', current: { state: 'withdrawn' } });
  });

  test('is accepted on its page, once the visits that came meanwhile were shown', async () => {
    const made = await make(
      { ...body, unit: HOST.replace('banjarnegara', 'wonosobo') },
      people.kanwil,
    ).expect(201);
    const host = await signedIn(app, {
      email: 'petugas@wonosobo.test',
      role: 'officer',
      unit: 'rutan-wonosobo',
    });
    const path = `${PATH}/${made.body.id}`;
    const before = formsOf((await page(path, administrator)).text, path).find(
      ({ action }) => action === path,
    );
    const visit = await confirmed(app, people.guest, host, {
      hostUnit: 'rutan-wonosobo',
      startsAt: '2025-11-24T09:00:00+07:00',
      endsAt: '2025-11-24T11:00:00+07:00',
    });
    await app.database.query(
      `UPDATE visit SET starts_at = '2026-02-03T02:00:00Z', ends_at = '2026-02-03T04:00:00Z' WHERE id = $1`,
      [visit.id],
    );
    const send = (fields: object) =>
      request(app.server).post(path).set(administrator).set('accept', 'text/html').type('form').send(fields);
    const first = await send({ ...Object.fromEntries(before?.hidden ?? []), verb: 'accept' });
    expect([first.status, first.text.includes('Belum ada yang disimpan')]).toEqual([200, true]);
    const again = formsOf(first.text, path).find(({ action }) => action === path);
    await send({ ...Object.fromEntries(again?.hidden ?? []), verb: 'accept' }).expect(303);
    expect(await unitOf('rutan-wonosobo')).toMatchObject({ closedOn: '2026-02-01' });
    expect((await mailsAbout('Perubahan UPT ditetapkan')).map(({ email }) => email)).toContain(
      'petugas@wonosobo.test',
    );
  });
});
