import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { START, startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, create, requested, step, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let guest: Header;
let host: Header;
/** An officer of a unit of the same region, and one of another region. */
let joining: Header;
let faraway: Header;
let kanwil: Header;
let bali: Header;
const JOINING = 'rutan-purbalingga';
const FARAWAY = 'lapas-kerobokan';

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger: joining, kanwil } = await usualPeople(app));
  faraway = await signedIn(app, { email: 'petugas@jauh.test', role: 'officer', unit: FARAWAY });
  bali = await signedIn(app, { email: 'kanwil@bali.test', role: 'regional', regionalOffice: 'bali' });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.settle();
  await app.database.query('DELETE FROM mail');
  // Each test has the reference case's time for itself.
  await app.database.query('DELETE FROM visit');
});

/** Recipient and kind of each mail, since the last call. */
async function told(): Promise<string[]> {
  await app.settle();
  const rows = await app.database.query<{ line: string }>(
    `SELECT recipient_email || ': ' || split_part(subject, ':', 1) AS line FROM mail
     WHERE key LIKE 'guest%' ORDER BY recipient_email, position`,
  );
  await app.database.query('DELETE FROM mail');
  return rows.map(({ line }) => line);
}

const ask = (by: Header, { id }: { id: string }, organisation: string, more: object = {}) =>
  api(app).post('/api/visits/{id}/guests', { as: by, path: { id }, body: { organisation, ...more } });
const join = (by: Header, { id }: { id: string }, partySize = 4) =>
  api(app).post('/api/visits/{id}/guests/join', { as: by, path: { id }, body: { partySize } });
const leave = (by: Header, { id }: { id: string }) =>
  api(app).post('/api/visits/{id}/guests/leave', { as: by, path: { id }, body: { reason: 'Ada apel.' } });
const decline = (by: Header, { id }: { id: string }, reason = 'Ada apel.') =>
  api(app).post('/api/visits/{id}/guests/decline', { as: by, path: { id }, body: { reason } });
const takeBack = (by: Header, { id }: { id: string }, organisation: string) =>
  api(app).post('/api/visits/{id}/guests/{organisation}/take-back', {
    as: by,
    path: { id, organisation },
    body: {},
  });
const bring = (by: Header, { id }: { id: string }, body: object = {}) =>
  api(app).post('/api/visits/{id}/participants', {
    as: by,
    path: { id },
    body: { name: 'Dewi', side: 'guest', role: 'member', ...body },
  });
const show = (by: Header, { id }: { id: string }) =>
  api(app).get('/api/visits/{id}', { as: by, path: { id } });

async function shown(by: Header, visit: { id: string }): Promise<ShownVisit> {
  return (await show(by, visit).expect(200)).body;
}
const guestsOf = ({ guests }: ShownVisit) =>
  guests.map(({ organisation, answer }) => `${organisation}: ${answer}`);

test('a visit has its leading guest from the first on', async () => {
  const visit = await create(app, guest, { partySize: 6 });
  expect(visit.guests).toEqual([
    {
      ...{ organisation: 'bapas-purwokerto', leading: true, answer: 'joined', dueOn: null, partySize: 6 },
      name: expect.stringContaining('Purwokerto'),
    },
  ]);
});

test('a unit is asked, decides by the facts alone, joins with its people, and sees everything', async () => {
  const visit = await confirmed(app, guest, host, { partySize: 6, contactPhone: '081200000000' });
  await bring(guest, visit, { name: 'Sari', email: 'sari@tamu.test' }).expect(201);
  await show(joining, visit).expect(404);
  await ask(guest, visit, JOINING, { message: 'Ikut bersama kami?' }).expect(201);
  expect(await told()).toEqual(['petugas@lain.test: Ajakan kunjungan bersama']);

  const facts = await shown(joining, visit);
  expect(facts.participants).toEqual([]);
  expect(facts.contact.phone).toBeNull();
  expect(guestsOf(facts)).toEqual(['bapas-purwokerto: joined', `${JOINING}: asked`]);
  const { body: listed } = await api(app).get('/api/visits', { as: joining }).expect(200);
  expect(listed.items.map(({ id }) => id)).toEqual([visit.id]);
  for (const part of ['participants', 'history', 'agenda', 'files'] as const)
    await api(app)
      .get(`/api/visits/{id}/${part}`, { as: joining, path: { id: visit.id } })
      .expect(404);
  await bring(joining, visit).expect(403);

  await join(joining, visit, 4).expect(200);
  expect(await told()).toEqual([
    'kanwil@jateng.test: Tamu bertambah',
    'petugas@tamu.test: Tamu bertambah',
    'petugas@tuan.test: Tamu bertambah',
  ]);
  const whole = await shown(joining, visit);
  expect(whole.participants.map(({ name, email }) => `${name} ${email ?? ''}`)).toEqual([
    'Sari sari@tamu.test',
  ]);
  expect(whole.party.count).toBe(10);
  for (const part of ['participants', 'history', 'files'] as const)
    await api(app)
      .get(`/api/visits/{id}/${part}`, { as: joining, path: { id: visit.id } })
      .expect(200);
  await join(joining, visit, 4).expect(409);
});

test('a joined guest brings and changes its own people only', async () => {
  const visit = await confirmed(app, guest, host, { partySize: 2 });
  await bring(guest, visit, { name: 'Sari' }).expect(201);
  await ask(guest, visit, JOINING).expect(201);
  await join(joining, visit, 1).expect(200);
  await bring(joining, visit, { name: 'Dewi' }).expect(201);
  await bring(joining, visit, { name: 'Eka', broughtBy: JOINING }).expect(201);
  await bring(joining, visit, { name: 'Tuan', side: 'host' }).expect(403);
  await bring(guest, visit, { name: 'Lain', broughtBy: FARAWAY }).expect(403);
  const { participants, party } = await shown(guest, visit);
  expect(participants.map(({ name, broughtBy }) => [name, broughtBy])).toEqual([
    ['Sari', null],
    ['Dewi', JOINING],
    ['Eka', JOINING],
  ]);
  // Two of the leading guest as was said, and the two who came by name.
  expect(party.count).toBe(4);
  const [sari, dewi] = participants;
  const change = (by: Header, participantId = '') =>
    api(app).patch('/api/visits/{id}/participants/{participantId}', {
      as: by,
      path: { id: visit.id, participantId },
      body: { office: 'Kasubsi' },
    });
  await change(joining, sari?.id).expect(403);
  await change(joining, dewi?.id).expect(200);
  await change(guest, dewi?.id).expect(200);
  await api(app)
    .patch('/api/visits/{id}', {
      as: joining,
      path: { id: visit.id },
      body: { version: (await shown(guest, visit)).version, purpose: 'Lain' },
    })
    .expect(403);
});

test('the host is asked where those who join outgrow what it receives', async () => {
  await app.database.query(`UPDATE hosting_policy SET largest_party = 10 WHERE unit = 'rutan-banjarnegara'`);
  const visit = await confirmed(app, guest, host, { partySize: 8 });
  await ask(guest, visit, JOINING).expect(201);
  await join(joining, visit, 5).expect(200);
  expect((await shown(host, visit)).party).toEqual({ count: 13, limit: 10, asked: 13 });
  await app.settle();
  const notices = await app.database.query<{ to: string }>(
    `SELECT recipient_email AS to FROM mail WHERE subject LIKE 'Izin tambahan peserta diminta%'`,
  );
  expect(notices).toEqual([{ to: 'petugas@tuan.test' }]);
  await api(app)
    .post('/api/visits/{id}/party-answer', { as: host, path: { id: visit.id }, body: { agreed: true } })
    .expect(200);
  expect((await shown(host, visit)).party).toEqual({ count: 13, limit: 13, asked: null });
  await app.database.query(
    `UPDATE hosting_policy SET largest_party = NULL WHERE unit = 'rutan-banjarnegara'`,
  );
});

test('who declines says why, may be asked again, and leaves again with its people', async () => {
  const visit = await confirmed(app, guest, host);
  await ask(guest, visit, JOINING).expect(201);
  await ask(guest, visit, JOINING).expect(409);
  await decline(joining, visit, ' ').expect(422);
  await decline(joining, visit).expect(204);
  await show(joining, visit).expect(404);
  await told();
  await ask(guest, visit, JOINING).expect(201);
  await join(joining, visit).expect(200);
  await bring(joining, visit, { name: 'Dewi' }).expect(201);
  await told();
  await leave(joining, visit).expect(204);
  expect(await told()).toEqual([
    'kanwil@jateng.test: Tamu mengundurkan diri',
    'petugas@tamu.test: Tamu mengundurkan diri',
    'petugas@tuan.test: Tamu mengundurkan diri',
  ]);
  const left = await shown(guest, visit);
  expect([guestsOf(left)[1], left.participants]).toEqual([`${JOINING}: left`, []]);
  await show(joining, visit).expect(404);
});

test('the leading guest and its Kanwil ask and take back; nobody else does', async () => {
  const visit = await requested(app, guest);
  for (const by of [host, joining, faraway]) {
    const { status } = await ask(by, visit, FARAWAY);
    expect([403, 404]).toContain(status);
  }
  await ask(kanwil, visit, FARAWAY).expect(201);
  await join(joining, visit).expect(404);
  await join(faraway, visit).expect(200);
  // The Kanwil of who joined reads the visit, as that of the leading guest does.
  expect(guestsOf(await shown(bali, visit))[1]).toBe(`${FARAWAY}: joined`);
  await takeBack(faraway, visit, FARAWAY).expect(403);
  await takeBack(bali, visit, FARAWAY).expect(403);
  await told();
  await takeBack(guest, visit, FARAWAY).expect(200);
  expect(await told()).toEqual(['petugas@jauh.test: Ajakan ditarik kembali']);
  await show(bali, visit).expect(404);
});

test('the host, the leading guest and what does not exist cannot be asked, nor too late a day be set', async () => {
  const visit = await requested(app, guest);
  await ask(guest, visit, 'rutan-banjarnegara').expect(422);
  await ask(guest, visit, 'bapas-purwokerto').expect(409);
  await ask(guest, visit, 'upt-entah').expect(422);
  await ask(guest, visit, JOINING, { dueOn: '2025-10-30' }).expect(422);
  await ask(guest, visit, JOINING, { dueOn: '2025-10-29' }).expect(201);
});

test('who was asked with the draft is told when it is sent', async () => {
  const visit = await create(app, guest);
  await ask(guest, visit, JOINING).expect(201);
  expect(await told()).toEqual([]);
  await show(joining, visit).expect(404);
  await step(app, guest, await shown(guest, visit), 'submit');
  expect(await told()).toEqual(['petugas@lain.test: Ajakan kunjungan bersama']);
});

test('who does not answer is reminded once before the last day, and let go of after it', async () => {
  const visit = await confirmed(app, guest, host);
  await ask(guest, visit, JOINING, { dueOn: '2025-10-28' }).expect(201);
  await told();
  const at = async (instant: string): Promise<string[]> => {
    app.clock.set(new Date(instant));
    return told();
  };
  expect(await at('2025-10-24T09:00:00+07:00')).toEqual([]);
  expect(await at('2025-10-27T09:00:00+07:00')).toEqual([
    'petugas@lain.test: Ajakan kunjungan menunggu jawaban',
  ]);
  expect(await at('2025-10-27T11:00:00+07:00')).toEqual([]);
  expect(await at('2025-10-28T23:00:00+07:00')).toEqual([]);
  expect(await at('2025-10-29T00:10:00+07:00')).toEqual(['petugas@tamu.test: Ajakan tidak dijawab']);
  expect(guestsOf(await shown(guest, visit))[1]).toBe(`${JOINING}: lapsed`);
  await join(joining, visit).expect(404);
});

test('a visit that is called off ends what waits for an answer, and tells who joined', async () => {
  const visit = await confirmed(app, guest, host);
  await ask(guest, visit, JOINING).expect(201);
  await ask(guest, visit, FARAWAY).expect(201);
  await join(joining, visit).expect(200);
  await told();
  await step(app, host, await shown(host, visit), 'cancel', { reason: 'Aula rusak' });
  await app.settle();
  const [{ to } = { to: [] }] = await app.database.query<{ to: string[] }>(
    `SELECT array_agg(recipient_email || ': ' || split_part(subject, ':', 1) ORDER BY recipient_email) AS to FROM mail
     WHERE subject LIKE 'Kunjungan dibatalkan%' OR subject LIKE 'Ajakan tidak berlaku lagi%'`,
  );
  expect(to).toEqual([
    'kanwil@jateng.test: Kunjungan dibatalkan',
    'petugas@jauh.test: Ajakan tidak berlaku lagi',
    'petugas@lain.test: Kunjungan dibatalkan',
    'petugas@tamu.test: Kunjungan dibatalkan',
  ]);
  expect(
    guestsOf(await shown(guest, visit))
      .slice(1)
      .sort(),
  ).toEqual([`${FARAWAY}: ended`, `${JOINING}: joined`]);
});
