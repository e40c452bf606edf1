import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import { api } from './support/api-client.js';
import { START, startApp, type TestApp } from './support/app.js';
import { BOOKING, filledBooking } from './support/booking.js';
import { events } from './support/feeds.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, requested, step, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

/** Monday to Wednesday, 09.00–15.00 WIB. */
const days = { startsAt: '2025-11-03T09:00:00+07:00', endsAt: '2025-11-05T15:00:00+07:00' };
const WORDS = 'Senin–Rabu, 3–5 November 2025, pukul 09.00–15.00 WIB tiap hari';
const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(START);
  await app.database.query('DELETE FROM visit');
});

const at = (day: number, clock: string): string => `2025-11-0${day}T${clock}:00+07:00`;
const agreed = (body: object = {}): Promise<ShownVisit> =>
  confirmed(app, people.guest, people.host, { ...days, ...body });
const read = async (id: string, as: Header = people.guest): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
const page = async (path: string, by: Header): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(by).expect(200)).text;

describe('A visit of several days', () => {
  test('takes its host’s place by day: each day its hours, and no night', async () => {
    const visit = await agreed();
    const held = await app.database.query<{ from: Date; to: Date }>(
      `SELECT lower(during) AS from, upper(during) AS to FROM host_time WHERE visit_id = $1 ORDER BY during`,
      [visit.id],
    );
    expect(held.map(({ from, to }) => [from.toISOString(), to.toISOString()])).toEqual(
      [3, 4, 5].map((day) => [`2025-11-0${day}T02:00:00.000Z`, `2025-11-0${day}T08:00:00.000Z`]),
    );
    const early = { startsAt: at(4, '08:00'), endsAt: at(4, '09:00') };
    await confirmed(app, people.guest, people.host, early);
    const inside = await requested(app, people.guest, { startsAt: at(4, '08:30'), endsAt: at(4, '10:00') });
    const refused = await step<{ code: string; startsAt: string }>(
      app,
      people.host,
      inside,
      'accept',
      {},
      409,
    );
    expect(refused.code).toBe('host-time-taken');
    const both = await requested(app, people.guest, { startsAt: at(5, '14:00'), endsAt: at(6, '16:00') });
    await step(app, people.host, both, 'accept', {}, 409);
    await expect(
      app.database.query(
        `INSERT INTO host_time (visit_id, kind, host_unit, place, during)
         VALUES ($1, 'confirmed', 'rutan-banjarnegara', 1, tstzrange($2, $3))`,
        [both.id, at(5, '14:30'), at(5, '15:30')],
      ),
    ).rejects.toThrow('host_time_no_double_booking');
  });

  test('leaves its mornings and evenings to be found, and its hours not', async () => {
    await agreed();
    const call = api(app).get('/api/units/{code}/availability', {
      as: people.guest,
      path: { code: 'rutan-banjarnegara' },
      query: { from: '2025-11-03', to: '2025-11-05', minutes: 60 },
    });
    const { items } = (await call.expect(200)).body;
    expect(items.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(
      [3, 4, 5].flatMap((day) => [
        [at(day, '08:00'), at(day, '09:00')],
        [at(day, '15:00'), at(day, '16:00')],
      ]),
    );
  });

  test('is held against the hours of each day', async () => {
    const draft = await api(app).post('/api/visits', {
      as: people.guest,
      body: {
        guestUnit: 'bapas-purwokerto',
        hostUnit: 'rutan-banjarnegara',
        kind: 'study-visit',
        title: 'Lima hari',
        startsAt: at(3, '09:00'),
        endsAt: '2025-11-07T13:15:00+07:00',
      },
    });
    const refused = await step<{ code: string; date: string }>(
      app,
      people.guest,
      draft.body as ShownVisit,
      'submit',
      {},
      422,
    );
    expect([refused.code, refused.date]).toEqual(['outside-hosting-hours', '2025-11-07']);
  });

  test('takes its people at its hours alone', async () => {
    await agreed({ participants: [sari] });
    const other = (startsAt: string, endsAt: string) =>
      requested(app, people.guest, { hostUnit: 'rutan-purbalingga', startsAt, endsAt, participants: [sari] });
    expect((await other(at(4, '15:00'), at(4, '16:00'))).warnings).toEqual([]);
    expect((await other(at(4, '14:00'), at(4, '16:00'))).warnings).toMatchObject([{ name: 'Sari' }]);
  });

  test('is one event that repeats in calendars, with one answer, and told in one line', async () => {
    const visit = await agreed({ participants: [sari] });
    await app.settle();
    const [mail] = await app.database.query<{ text: string; content: string }>(
      `SELECT body_text AS text, calendar_content AS content FROM mail
       WHERE stream = $1 AND calendar_method = 'REQUEST'`,
      [visit.id],
    );
    expect(mail?.text).toContain(WORDS);
    const [event, ...more] = events(mail?.content ?? '');
    expect(more).toEqual([]);
    const read = new ICAL.Event(event as ICAL.Component);
    const iterator = read.iterator();
    const starts = [1, 2, 3, 4].map(() => iterator.next()?.toString() ?? null);
    expect(starts).toEqual(['2025-11-03T09:00:00', '2025-11-04T09:00:00', '2025-11-05T09:00:00', null]);
    expect(read.duration.toSeconds()).toBe(6 * 3600);
    expect(await page(`/kunjungan/${visit.id}`, people.host)).toContain(WORDS);
  });

  test('has sessions inside the hours of their day, and a template on each day', async () => {
    const { id } = await agreed();
    const path = { id };
    const laid = await api(app).post('/api/visits/{id}/agenda/from-template', {
      as: people.host,
      path,
      body: { template: 'half-day', version: 0 },
    });
    expect(laid.status).toBeLessThan(300);
    const agenda = (await api(app).get('/api/visits/{id}/agenda', { as: people.host, path }).expect(200))
      .body;
    const by = (kind: string) =>
      agenda.items.filter((item) => item.kind === kind).map(({ startsAt }) => startsAt.slice(0, 10));
    expect(by('presentation')).toEqual(['2025-11-03', '2025-11-04', '2025-11-05']);
    expect([by('welcome'), by('closing')]).toEqual([['2025-11-03'], ['2025-11-05']]);
    for (const { startsAt, endsAt } of agenda.items) {
      expect([startsAt.slice(11, 16) >= '09:00', endsAt.slice(11, 16) <= '15:00']).toEqual([true, true]);
    }
    const item = (from: string, to: string) => ({
      startsAt: from,
      endsAt: to,
      title: 'Malam',
      kind: 'discussion' as const,
    });
    const put = (items: object[]) =>
      api(app).put('/api/visits/{id}/agenda', {
        as: people.host,
        path,
        body: { version: agenda.version, items: items as [] },
      });
    const refused = await put([item(at(3, '19:00'), at(3, '20:00'))]);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('tiap hari')]);
    await put([item(at(4, '14:00'), at(4, '15:00'))]).expect(200);
  });

  test('is asked for and moved by forms without script, and keeps its days where a form says nothing of them', async () => {
    const form = filledBooking({
      waktu: 'sendiri',
      tanggal: '2025-11-03',
      tanggalAkhir: '2025-11-05',
      dari: '09.00',
      sampai: '15.00',
    });
    const sent = await request(app.server)
      .post(BOOKING)
      .set('accept', 'text/html')
      .set(people.guest)
      .type('form')
      .send(form)
      .expect(303);
    const id = /[0-9a-f-]{36}/.exec(sent.headers['location'] ?? '')?.[0] ?? '';
    const visit = await read(id);
    expect([visit.startsAt, visit.endsAt]).toEqual([days.startsAt, days.endsAt]);
    expect(await page(`/kunjungan/${id}`, people.host)).toContain('value="5 November 2025"');
    await request(app.server)
      .post(`/kunjungan/${id}/langkah/propose`)
      .set('accept', 'text/html')
      .set(people.host)
      .type('form')
      .send({ version: visit.version, day: '2025-11-10', lastDay: '2025-11-11', from: '10.00', to: '12.00' })
      .expect(303);
    expect((await read(id)).proposal).toMatchObject({
      startsAt: '2025-11-10T10:00:00+07:00',
      endsAt: '2025-11-11T12:00:00+07:00',
    });
  });
});

test('over a night it stays one stretch', async () => {
  const times = { startsAt: '2025-11-03T15:00:00+07:00', endsAt: '2025-11-04T09:00:00+07:00' };
  const visit = await confirmed(app, people.guest, people.host, times);
  expect(await app.database.query('SELECT 1 FROM host_time WHERE visit_id = $1', [visit.id])).toHaveLength(1);
});
