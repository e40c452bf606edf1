import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { ReceiveMail } from '../src/replies/index.js';
import { startApp, type TestApp } from './support/app.js';
import { api, wrong } from './support/api-client.js';
import { noteBody } from './support/example-bodies.js';
import { events, readFeed, subscribeTo } from './support/feeds.js';
import { publishedNote } from './support/notes.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { clientReplies } from './support/replies.js';
import { sweep } from './support/sweep-scenes.js';
import { confirmed, requested, step, visitBody, type Header, type ShownVisit } from './support/visits.js';

const OLD = 'rutan-purbalingga';
const NEW = 'rutan-banjarnegara';
const PROGRAM = 'akselerasi-2';
const TOPIC = 'hidroponik';

let app: TestApp;
let people: UsualPeople;
/** Of the unit that goes on, and of the region's office. */
let successor: Header;
let kanwil: Header;
/** Held at the old unit; agreed there; asked of it; recorded there by its guest; to which it was asked along. */
let held: ShownVisit;
let agreed: ShownVisit;
let asked: ShownVisit;
let recorded: ShownVisit;
let joint: ShownVisit;
let note: string;

const at = (day: string) => ({
  startsAt: `${day}T09:00:00+07:00`,
  endsAt: `${day}T11:00:00+07:00`,
});
const show = async (id: string, as: Header): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
const pageOf = async (path: string, as: Header): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(as).expect(200)).text;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  ({ host: successor, kanwil } = people);
  const other = await signedIn(app, { email: 'p@kebumen.test', role: 'officer', unit: 'rutan-kebumen' });
  const about = { programs: [PROGRAM], topics: [TOPIC], hostUnit: OLD };
  held = await confirmed(app, people.guest, people.stranger, {
    ...about,
    ...at('2025-10-23'),
    title: 'Dilihat',
  });
  agreed = await confirmed(app, people.guest, people.stranger, {
    ...{ ...about, ...at('2025-11-20'), title: 'Disepakati' },
    participants: [{ name: 'Tono', email: 'tono@contoh.test', side: 'host', role: 'member' }],
  });
  asked = await requested(app, people.guest, { ...about, ...at('2025-11-25'), title: 'Diminta' });
  joint = await requested(app, people.guest, {
    ...at('2025-11-27'),
    hostUnit: 'rutan-kebumen',
    title: 'Bersama',
  });
  await api(app)
    .post('/api/visits/{id}/guests', {
      as: people.guest,
      path: { id: joint.id },
      body: wrong({ organisation: OLD }),
    })
    .expect(201);
  note = await publishedNote(app, people.stranger, kanwil, {
    ...{ ...noteBody, unit: OLD, title: 'Hidroponik di atap', programs: [PROGRAM], topics: [TOPIC] },
  });
  app.clock.set(new Date('2025-10-24T09:00:00+07:00'));
  held = await step(app, people.guest, await show(held.id, people.guest), 'complete');
  const entered = await api(app)
    .post('/api/recorded-visits', {
      as: people.guest,
      body: wrong({ ...visitBody, ...at('2025-10-02'), hostUnit: OLD, title: 'Dicatat' }),
    })
    .expect(201);
  recorded = entered.body as ShownVisit;
  await app.settle();
  await api(app)
    .post('/api/unit-changes', {
      as: await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' }),
      body: wrong({
        ...{ kind: 'merged', unit: OLD, successor: NEW, effectiveOn: '2025-10-26', movesPeople: false },
        ...{ reason: 'Penataan.', seen: [agreed.id, asked.id] },
      }),
    })
    .expect(201);
  app.clock.set(new Date('2025-10-26T00:20:00+07:00'));
  expect(await sweep(app, 'units.turn')).toEqual([]);
  // Nobody of the old unit has an account any more.
  await app.database.query(`UPDATE person SET suspended_at = now() WHERE unit = $1`, [OLD]);
  void other;
}, 120_000);
afterAll(() => app.close());

describe('What was a merged unit’s counts for its successor', () => {
  test('as what a unit is strong in, and among its visits and notes', async () => {
    const page = await pageOf(`/upt/${NEW}`, people.guest);
    expect(page).toMatch(/1 kunjungan diterima/);
    expect(page).toMatch(/1 praktik baik/);
    expect(page).toContain('Hidroponik di atap');
    const visits = await api(app).get('/api/visits', { as: successor, query: wrong({ unit: NEW }) });
    const ids = (visits.body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([held.id, agreed.id, asked.id, recorded.id]));
    const notes = await api(app).get('/api/notes', { as: people.guest, query: wrong({ unit: NEW }) });
    expect((notes.body as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(note);
    expect(await pageOf(`/praktik-baik/${note}`, people.guest)).toContain(`tuan=${NEW}`);
  });

  test('as a host worth visiting, side by side with others, and in booking; the old one is offered nowhere', async () => {
    const found = await api(app).get('/api/hosts', { as: people.guest, query: { topic: TOPIC } });
    const hosts = (found.body as { items: { unit: string; notes: number; hosted: number }[] }).items;
    expect(hosts.map(({ unit }) => unit)).toContain(NEW);
    expect(hosts.map(({ unit }) => unit)).not.toContain(OLD);
    expect(hosts.find(({ unit }) => unit === NEW)).toMatchObject({ notes: 1, hosted: 1 });
    const compared = await pageOf(
      `/upt/bandingkan?topik=${TOPIC}&upt=${NEW}&upt=rutan-kebumen`,
      people.guest,
    );
    expect(compared).toContain('Hidroponik di atap');
    const booking = await pageOf(`/kunjungan/baru?cari=banjarnegara&topik=${TOPIC}`, people.guest);
    expect(booking).toContain('Hidroponik di atap');
    expect(booking).not.toContain(`value="${OLD}"`);
  });

  test('as what waits for its people: visits to check, invitations, mails, requests', async () => {
    const start = await pageOf('/', successor);
    expect(start).toContain('Periksa kunjungan yang dicatat');
    expect(start).toContain('Jawab ajakan Bapas Kelas II Purwokerto');
    expect(start).toContain('Jawab permintaan Bapas Kelas II Purwokerto');
    expect(await pageOf('/kunjungan?tab=dicatat', successor)).toContain('Dicatat');
    const mail = clientReplies.Gmail({
      ...{ name: 'Tono', email: 'tono@contoh.test', uid: agreed.id },
      ...{ sequence: 0, status: 'DECLINED', stamp: '20251025T010000Z' },
    });
    await app.app.get(ReceiveMail).execute(Buffer.from(mail));
    const path = `/api/visits/${agreed.id}/reply-questions`;
    const { body } = await request(app.server).get(path).set(successor).expect(200);
    const [question] = (body as { items: { mail: string }[] }).items;
    expect(await pageOf('/', successor)).toContain('Pastikan 1 surat dari peserta');
    await request(app.server).post(`${path}/${question?.mail}/accept`).set(successor).send({}).expect(204);
    const tono = (await show(agreed.id, successor)).participants.find(({ name }) => name === 'Tono');
    expect(tono?.answer).toBe('declined');
  });

  test('it answers itself, so that no link is mailed and the Kanwil does not stand in', async () => {
    expect((await show(asked.id, kanwil)).allowedActions).not.toContain('accept');
    expect(await pageOf('/', kanwil)).not.toContain('Jawab atas nama');
    expect(await pageOf(`/kunjungan/${asked.id}`, people.guest)).not.toContain(
      'Tuan rumah belum memakai Sambang',
    );
    await app.settle();
    await app.database.query('DELETE FROM mail');
    await step(app, people.guest, await show(asked.id, people.guest), 'withdraw');
    await app.settle();
    const told = await app.database.query<{ email: string }>(
      `SELECT recipient_email AS email FROM mail WHERE subject LIKE 'Permintaan kunjungan ditarik%' OR subject LIKE '%ditarik%'`,
    );
    expect(told.map(({ email }) => email)).toContain('petugas@tuan.test');
  });

  test('it joins where the old one was asked, brings its people, and leaves again', async () => {
    const join = await api(app).post('/api/visits/{id}/guests/join', {
      as: successor,
      path: { id: joint.id },
      body: wrong({ partySize: 2 }),
    });
    expect([join.status, join.body]).toMatchObject([200, {}]);
    const added = await api(app).post('/api/visits/{id}/participants', {
      as: successor,
      path: { id: joint.id },
      body: wrong({ name: 'Wati', side: 'guest', role: 'member' }),
    });
    expect(added.status).toBe(201);
    expect(await pageOf(`/kunjungan/${joint.id}/peserta`, successor)).toContain('Wati');
    await api(app)
      .post('/api/visits/{id}/guests/leave', {
        as: successor,
        path: { id: joint.id },
        body: wrong({ reason: 'Berhalangan.' }),
      })
      .expect(204);
    expect((await show(joint.id, people.guest)).participants.map(({ name }) => name)).not.toContain('Wati');
  });

  test('its calendar and the feed of the unit have the visits, under the old name', async () => {
    const { path } = await subscribeTo(app, successor, 'unit');
    const feed = events(await readFeed(app, path)).map((event) =>
      String(event.getFirstPropertyValue('summary')),
    );
    expect(feed.some((summary) => summary.includes('Disepakati'))).toBe(true);
    const month = await pageOf(`/kalender?upt=${NEW}&bulan=2025-11`, successor);
    expect(month).toContain('Disepakati');
  });
});
