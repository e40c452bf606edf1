import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { formsOf } from './support/page-forms.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, requested, step, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;
let count = 0;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
});
afterAll(() => app.close());

const budi = { name: 'Budi Santoso', phone: '0812 3456 7890', side: 'guest', role: 'leader' };
const ani = { name: 'Ani', email: 'ani@contoh.test', side: 'guest', role: 'member' };
/** Each on a day of its own, as the host receives one at a time. */
const settled = async (participants: object[] = [budi, ani]): Promise<ShownVisit> => {
  const date = `2025-11-${String([3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 17, 18, 19, 20][count]).padStart(2, '0')}`;
  count += 1;
  const times = { startsAt: `${date}T09:00:00+07:00`, endsAt: `${date}T11:00:00+07:00` };
  const visit = await confirmed(app, people.guest, people.host, { ...times, participants });
  await app.settle();
  return visit;
};

const unreached = async (visit: { id: string }, by: Header = people.guest) =>
  (
    await api(app)
      .get('/api/visits/{id}/unreached', { as: by, path: { id: visit.id } })
      .expect(200)
  ).body;
const idOf = (visit: ShownVisit, name: string): string =>
  visit.participants.find((participant) => participant.name === name)?.id ?? '';
const at = (visit: ShownVisit, name: string) => ({ id: visit.id, participantId: idOf(visit, name) });
const mark = (visit: ShownVisit, name: string, by: Header = people.guest) =>
  api(app).post('/api/visits/{id}/participants/{participantId}/reached', { as: by, path: at(visit, name) });
const current = async ({ id }: { id: string }) =>
  (await api(app).get('/api/visits/{id}', { as: people.guest, path: { id } }).expect(200)).body;
const historyOf = async ({ id }: { id: string }) =>
  (await api(app).get('/api/visits/{id}/history', { as: people.guest, path: { id } }).expect(200)).body.items;
const page = async ({ id }: { id: string }, by: Header = people.guest): Promise<string> =>
  (await request(app.server).get(`/kunjungan/${id}`).set('accept', 'text/html').set(by).expect(200)).text;
const links = async () =>
  (await app.database.query<{ n: number }>('SELECT count(*)::int AS n FROM participant_link'))[0]?.n ?? 0;

describe('Those who may not have heard', () => {
  test('are named with the reason: without mail, mail that comes back, silent', async () => {
    const visit = await settled([budi, ani, { ...ani, name: 'Cici', email: 'cici@contoh.test' }]);
    await app.database.query(
      `INSERT INTO address_fault (email, status, noticed_at) VALUES ('cici@contoh.test', '5.1.1', $1)`,
      [app.clock.now()],
    );
    expect(await unreached(visit)).toMatchObject({
      urgent: false,
      items: [
        {
          name: 'Budi Santoso',
          because: 'no-mail',
          phone: '+6281234567890',
          reachedAt: null,
          reachedBy: null,
        },
        { name: 'Ani', because: 'not-answered' },
        { name: 'Cici', because: 'bounced' },
      ],
    });
  });

  test('are those, too, whose account is suspended, so that nothing is mailed to them', async () => {
    await signedIn(app, { email: 'tutup@contoh.test', unit: 'bapas-purwokerto', role: 'officer' });
    await app.database.query(`UPDATE person SET suspended_at = $1 WHERE email = 'tutup@contoh.test'`, [
      app.clock.now(),
    ]);
    const visit = await settled([{ ...budi, name: 'Tutup', email: 'tutup@contoh.test' }]);
    expect((await unreached(visit)).items).toMatchObject([{ name: 'Tutup', because: 'no-mail' }]);
  });

  test('are nobody’s before the visit is agreed upon, nor after it', async () => {
    const asked = await requested(app, people.guest, { participants: [budi] });
    expect((await unreached(asked)).items).toEqual([]);
    await mark(asked, 'Budi Santoso').expect(403);
  });

  test('leave the list when somebody writes down their answer', async () => {
    const visit = await settled([budi]);
    await api(app)
      .patch('/api/visits/{id}/participants/{participantId}', {
        as: people.guest,
        path: at(visit, 'Budi Santoso'),
        body: { answer: 'accepted' },
      })
      .expect(200);
    expect((await unreached(visit)).items).toEqual([]);
  });
});

describe('A tick', () => {
  test('says who told them and when, stands in the history once, and is taken back', async () => {
    const visit = await settled();
    await mark(visit, 'Budi Santoso').expect(204);
    await mark(visit, 'Budi Santoso', people.host).expect(204);
    const [first, second] = (await unreached(visit, people.host)).items;
    expect(first).toMatchObject({ name: 'Ani', reachedAt: null });
    expect(second).toMatchObject({ name: 'Budi Santoso', reachedBy: 'Petugas petugas@tamu.test' });
    expect(second?.reachedAt).not.toBeNull();
    const told = (await historyOf(visit)).filter(({ action }) => action === 'reach-participant');
    expect(told).toMatchObject([{ actor: 'Petugas petugas@tamu.test', reason: 'Budi Santoso' }]);
    await api(app)
      .delete('/api/visits/{id}/participants/{participantId}/reached', {
        as: people.host,
        path: at(visit, 'Budi Santoso'),
      })
      .expect(204);
    expect((await unreached(visit)).items.every(({ reachedAt }) => reachedAt === null)).toBe(true);
    expect((await historyOf(visit)).at(-1)?.action).toBe('unreach-participant');
  });

  test('changes nothing in calendars, and mails nobody', async () => {
    const visit = await settled();
    const mails = async () =>
      (await app.database.query<{ n: number }>('SELECT count(*)::int AS n FROM mail'))[0]?.n;
    const before = await mails();
    await mark(visit, 'Budi Santoso').expect(204);
    await app.settle();
    expect(await mails()).toBe(before);
    expect((await current(visit)).sequence).toBe(visit.sequence);
  });

  test('is for the units in the visit alone', async () => {
    const visit = await settled();
    const other = await signedIn(app, {
      email: 'petugas@purbalingga.test',
      unit: 'rutan-purbalingga',
      role: 'officer',
    });
    await mark(visit, 'Budi Santoso', other).expect(404);
    await mark(visit, 'Budi Santoso', people.kanwil).expect(403);
    await api(app)
      .get('/api/visits/{id}/unreached', { as: people.kanwil, path: { id: visit.id } })
      .expect(403);
    expect(await page(visit, people.kanwil)).not.toContain('Belum terjangkau');
  });
});

describe('When the visit moves or is off', () => {
  test('the ticks begin anew, and the list comes to the top', async () => {
    const visit = await settled();
    await mark(visit, 'Budi Santoso').expect(204);
    const calm = await page(visit);
    expect(calm.indexOf('id="terjangkau"')).toBeGreaterThan(calm.indexOf('Peserta (2)'));
    const times = { startsAt: '2025-11-24T09:00:00+07:00', endsAt: '2025-11-24T11:00:00+07:00' };
    const asked = await step(app, people.guest, await current(visit), 'reschedule', {
      ...times,
      reason: 'Apel.',
    });
    await step(app, people.host, asked, 'accept');
    const moved = await unreached(visit);
    expect(moved.urgent).toBe(true);
    expect(moved.items).toMatchObject([
      { name: 'Budi Santoso', reachedAt: null },
      { name: 'Ani', because: 'not-answered', reachedAt: null },
    ]);
    const urgent = await page(visit);
    expect(urgent.indexOf('id="terjangkau"')).toBeLessThan(urgent.indexOf('Peserta (2)'));
    expect(urgent).toContain('Waktu atau tempat berubah');
    await mark(visit, 'Budi Santoso').expect(204);
    await step(app, people.host, await current(visit), 'cancel', { reason: 'Apel.' });
    const off = await unreached(visit);
    expect([off.urgent, off.items[0]]).toMatchObject([true, { name: 'Budi Santoso', reachedAt: null }]);
    expect(await page(visit)).toContain('Kunjungan batal');
    await mark(visit, 'Budi Santoso').expect(204);
    expect((await unreached(visit)).items.at(-1)).toMatchObject({ name: 'Budi Santoso' });
    expect((await unreached(visit)).items.at(-1)?.reachedAt).not.toBeNull();
  });
});

describe('A message of one’s own', () => {
  const write = (visit: ShownVisit, name: string, by: Header = people.guest) =>
    api(app).post('/api/visits/{id}/participants/{participantId}/message', { as: by, path: at(visit, name) });

  test('carries a link that opens that person’s page, and is made by a press alone', async () => {
    const visit = await settled();
    const before = await links();
    await page(visit);
    const path = `/kunjungan/${visit.id}/jangkau/${idOf(visit, 'Budi Santoso')}/pesan`;
    const led = await request(app.server).get(path).set('accept', 'text/html').set(people.guest).expect(303);
    expect(led.headers['location']).toBe(`/kunjungan/${visit.id}#terjangkau`);
    expect(await links()).toBe(before);
    const { text } = await request(app.server)
      .post(path)
      .set('accept', 'text/html')
      .set(people.guest)
      .type('form')
      .expect(200);
    expect(await links()).toBe(before + 1);
    const link = /https?:\/\/[^/\s]+(\/jawab\/[\w-]+)/.exec(text)?.[1] ?? '';
    expect(text).toContain('href="https://wa.me/6281234567890?text=');
    const [tick] = formsOf(text, path).filter(({ action }) => action.includes('/sudah'));
    expect(tick && Object.fromEntries(tick.hidden)).toHaveProperty('form-person');
    const opened = await request(app.server).get(link).set('accept', 'text/html').expect(200);
    expect(opened.text).toContain('Budi Santoso');
  });

  test('says what became of the visit, and nobody’s number or address', async () => {
    const visit = await settled();
    const { body } = await write(visit, 'Budi Santoso').expect(200);
    expect(body.text).toContain('Yth. Budi Santoso,\nAnda diundang');
    expect(body.text).not.toMatch(/@|0812/);
    await step(app, people.host, await current(visit), 'cancel', { reason: 'Apel.' });
    expect((await write(visit, 'Budi Santoso').expect(200)).body.text).toContain('BATAL');
  });

  test('stands in the history each time, with whose it is and never the link', async () => {
    const visit = await settled();
    const { body } = await write(visit, 'Budi Santoso', people.host).expect(200);
    const [secret = ''] = /(?<=\/jawab\/)[\w-]+/.exec(body.text) ?? [];
    expect(secret).not.toBe('');
    await write(visit, 'Budi Santoso', people.host).expect(200);
    const all = await historyOf(visit);
    const told = all.filter(({ action }) => action === 'make-link');
    const line = { actor: 'Petugas petugas@tuan.test', reason: 'Untuk Budi Santoso.' };
    expect(told).toMatchObject([line, line]);
    expect(JSON.stringify(all)).not.toContain(secret);
    expect(await page(visit)).toContain('membuat tautan WhatsApp pribadi');
    await write(visit, 'Budi Santoso', people.kanwil).expect(403);
    await write(visit, 'Ani').expect(403);
    expect(await historyOf(visit)).toEqual(all);
  });

  test('needs a mobile number that the reader may know', async () => {
    const visit = await settled();
    await write(visit, 'Ani').expect(403);
    await write(visit, 'Budi Santoso', people.kanwil).expect(403);
  });
});
