import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api, wrong } from './support/api-client.js';
import { START, startApp, type TestApp } from './support/app.js';
import { BOOKING, filledBooking } from './support/booking.js';
import { occurrences, readFeed, subscribeTo } from './support/feeds.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { confirmed, create, requested, step, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

const at = (day: number, clock: string): string => `2025-11-0${day}T${clock}:00+07:00`;
const on = (day: number, from: string, to: string) => ({ startsAt: at(day, from), endsAt: at(day, to) });
/** Monday 13.00–16.00, no Tuesday, Wednesday 09.00–15.00, Thursday 08.00–11.30. */
const ownHours = [on(3, '13:00', '16:00'), on(5, '09:00', '15:00'), on(6, '08:00', '11:30')];
const days = { startsAt: at(3, '13:00'), endsAt: at(6, '11:30'), ownHours };
const WORDS =
  'Senin, 3 November 2025, pukul 13.00–16.00 WIB; Rabu, 5 November 2025, pukul 09.00–15.00 WIB; ' +
  'Kamis, 6 November 2025, pukul 08.00–11.30 WIB';
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

const agreed = (body: object = {}): Promise<ShownVisit> =>
  confirmed(app, people.guest, people.host, { ...days, ...body });
const read = async (id: string, as: Header = people.guest): Promise<ShownVisit> =>
  (await api(app).get('/api/visits/{id}', { as, path: { id } }).expect(200)).body;
const page = async (path: string, by: Header): Promise<string> =>
  (await request(app.server).get(path).set('accept', 'text/html').set(by).expect(200)).text;
const held = async (id: string) =>
  (
    await app.database.query<{ from: Date; to: Date }>(
      `SELECT lower(during) AS from, upper(during) AS to FROM host_time WHERE visit_id = $1 ORDER BY during`,
      [id],
    )
  ).map(({ from, to }) => [from.toISOString(), to.toISOString()]);
const instants = (list: readonly { startsAt: string; endsAt: string }[]) =>
  list.map(({ startsAt, endsAt }) => [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()]);

const mails = (id: string, method: string) =>
  app.database.query<{ text: string; content: string }>(
    `SELECT body_text AS text, calendar_content AS content FROM mail
     WHERE stream = $1 AND calendar_method = $2 ORDER BY position`,
    [id, method],
  );

describe('A visit whose days have hours of their own', () => {
  test('is told with them, and takes its host’s place at these hours alone', async () => {
    const visit = await agreed();
    expect(visit).toMatchObject(days);
    expect(await held(visit.id)).toEqual(instants(ownHours));
    const free = [
      on(4, '09:00', '15:00'),
      on(3, '09:00', '12:00'),
      on(5, '15:00', '16:00'),
      on(6, '13:00', '15:00'),
    ];
    for (const time of free) await confirmed(app, people.guest, people.host, time);
    for (const time of [on(3, '15:00', '16:00'), on(5, '14:00', '16:00'), on(6, '08:00', '09:00')]) {
      const asked = await requested(app, people.guest, time);
      const refused = await step<{ code: string }>(app, people.host, asked, 'accept', {}, 409);
      expect(refused.code).toBe('host-time-taken');
    }
    expect(await page(`/kunjungan/${visit.id}`, people.host)).toContain(WORDS);
    const list = await api(app).get('/api/visits', { as: people.guest }).expect(200);
    expect(list.body.items.find(({ id }) => id === visit.id)?.ownHours).toEqual(ownHours);
  });

  test('is one and the same where all days have the same hours', async () => {
    const same = [on(3, '09:00', '15:00'), on(4, '09:00', '15:00')];
    const visit = await create(app, people.guest, {
      startsAt: at(3, '09:00'),
      endsAt: at(4, '15:00'),
      ownHours: same,
    });
    expect(visit.ownHours).toBeNull();
  });

  test.each([
    ['that begin later than it', [on(3, '14:00', '16:00'), ...ownHours.slice(1)]],
    ['that end earlier', ownHours.slice(0, 2)],
    ['that overlap', [on(3, '13:00', '16:00'), on(3, '15:00', '17:00'), on(6, '08:00', '11:30')]],
    ['twice on a day', [on(3, '13:00', '14:00'), on(3, '15:00', '17:00'), on(6, '08:00', '11:30')]],
    ['over a night', [{ startsAt: at(3, '13:00'), endsAt: at(4, '11:00') }, on(6, '08:00', '11:30')]],
    [
      'with seconds',
      [{ startsAt: at(3, '13:00'), endsAt: '2025-11-03T16:00:30+07:00' }, on(6, '08:00', '11:30')],
    ],
    ['of none', []],
  ])('is refused with hours %s', async (_, hours) => {
    const body = {
      guestUnit: 'bapas-purwokerto',
      hostUnit: 'rutan-banjarnegara',
      kind: 'study-visit',
      title: 'Jam',
    };
    const answer = await api(app).post('/api/visits', {
      as: people.guest,
      body: wrong({ ...body, ...days, ownHours: hours }),
    });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('own-hours-unfit')]);
  });

  test('whose days go by its host’s zone, not by anybody else’s', async () => {
    const times = (offset: string) => [
      { startsAt: `2025-11-03T20:00:00${offset}`, endsAt: `2025-11-03T22:30:00${offset}` },
      { startsAt: `2025-11-04T08:00:00${offset}`, endsAt: `2025-11-04T09:00:00${offset}` },
    ];
    const body = (hours: { startsAt: string; endsAt: string }[]) => ({
      hostUnit: 'lapas-abepura',
      startsAt: hours[0]?.startsAt,
      endsAt: hours[1]?.endsAt,
      ownHours: hours,
    });
    expect((await create(app, people.guest, body(times('+09:00')))).ownHours).toHaveLength(2);
    const refused = await api(app).post('/api/visits', {
      as: people.guest,
      body: wrong({
        ...{ guestUnit: 'bapas-purwokerto', kind: 'study-visit', title: 'Malam' },
        ...body(times('+07:00')),
      }),
    });
    expect(refused.status).toBe(422);
  });

  test('is held against its host’s hours day by day, and not on a day that it leaves out', async () => {
    const free = [on(3, '13:00', '16:00'), on(5, '09:00', '15:00'), on(6, '07:00', '11:30')];
    const draft = await create(app, people.guest, { ...days, ownHours: free });
    const refused = await step<{ code: string; date: string }>(app, people.guest, draft, 'submit', {}, 422);
    expect([refused.code, refused.date]).toEqual(['outside-hosting-hours', '2025-11-06']);
    await app.database.query(
      `INSERT INTO closed_day (unit, date, reason) VALUES ('rutan-banjarnegara', '2025-11-04', 'Apel')`,
    );
    await requested(app, people.guest, days);
    await app.database.query('DELETE FROM closed_day');
  });

  test('takes its people at its hours alone', async () => {
    await agreed({ participants: [sari] });
    const other = (time: object) =>
      requested(app, people.guest, { hostUnit: 'rutan-purbalingga', ...time, participants: [sari] });
    expect((await other(on(4, '09:00', '15:00'))).warnings).toEqual([]);
    expect((await other(on(3, '09:00', '12:00'))).warnings).toEqual([]);
    expect((await other(on(6, '11:00', '12:00'))).warnings).toMatchObject([{ name: 'Sari' }]);
  });

  test('is one event in calendars, with its days, told in one line, and is cancelled as a whole', async () => {
    const visit = await agreed({ participants: [sari] });
    await app.settle();
    const [invited] = await mails(visit.id, 'REQUEST');
    expect(invited?.text).toContain(WORDS);
    expect(occurrences(invited?.content ?? '')).toEqual(instants(ownHours));
    const feed = await subscribeTo(app, people.guest, 'unit');
    expect(occurrences(await readFeed(app, feed.path))).toEqual(instants(ownHours));
    const moved = [on(3, '13:00', '16:00'), on(4, '09:00', '12:00'), on(6, '08:00', '11:30')];
    const asked = await step(app, people.host, visit, 'reschedule', {
      ...days,
      ownHours: moved,
      reason: 'Apel',
    });
    expect(asked.proposal?.ownHours).toEqual(moved);
    expect(await held(visit.id)).toHaveLength(6);
    const taken = await step(app, people.guest, asked, 'accept');
    expect([taken.ownHours, taken.sequence, taken.proposal]).toEqual([moved, visit.sequence + 1, null]);
    expect(await held(visit.id)).toEqual(instants(moved));
    await app.settle();
    const changed = (await mails(visit.id, 'REQUEST')).at(-1);
    expect(changed?.text).toContain('semula Senin, 3 November 2025, pukul 13.00–16.00 WIB; Rabu');
    expect(changed?.content).toContain('SEQUENCE:1');
    expect(occurrences(changed?.content ?? '')).toEqual(instants(moved));
    const history = await api(app)
      .get('/api/visits/{id}/history', { as: people.guest, path: { id: visit.id } })
      .expect(200);
    expect(history.body.items.flatMap(({ changes }) => changes.map(({ field }) => field))).toContain(
      'ownHours',
    );
    expect(await page(`/kunjungan/${visit.id}`, people.host)).toContain('Jam tiap hari');
    await step(app, people.host, taken, 'cancel', { reason: 'Banjir' });
    await app.settle();
    const off = (await mails(visit.id, 'CANCEL')).at(-1)?.content ?? '';
    expect(occurrences(off)).toEqual(instants(moved));
    expect(off.match(/STATUS:CANCELLED/g)).toHaveLength(off.match(/BEGIN:VEVENT/g)?.length ?? 0);
  });

  test('moves with its hours where nothing is said of them, and has the same on each day where that is said', async () => {
    const draft = await create(app, people.guest, days);
    const later = { startsAt: '2025-11-10T13:00:00+07:00', endsAt: '2025-11-13T11:30:00+07:00' };
    const change = (version: number, body: object) =>
      api(app).patch('/api/visits/{id}', {
        as: people.guest,
        path: { id: draft.id },
        body: wrong({ version, ...body }),
      });
    const moved = (await change(draft.version, later).expect(200)).body;
    expect(moved.ownHours?.[1]?.startsAt).toBe('2025-11-12T09:00:00+07:00');
    const same = { startsAt: at(3, '09:00'), endsAt: at(6, '11:30'), ownHours: null };
    expect((await change(moved.version, same).expect(200)).body.ownHours).toBeNull();
  });

  test('has sessions inside the hours of their day, and a template for all days or for one', async () => {
    const { id } = await agreed();
    const path = { id };
    const lay = (body: object) =>
      api(app).post('/api/visits/{id}/agenda/from-template', { as: people.host, path, body: wrong(body) });
    const agenda = (await lay({ template: 'half-day', version: 0 }).expect(200)).body;
    const dates = (items: typeof agenda.items) => [
      ...new Set(items.map(({ startsAt }) => startsAt.slice(0, 10))),
    ];
    expect(dates(agenda.items)).toEqual(['2025-11-03', '2025-11-05', '2025-11-06']);
    for (const { startsAt, endsAt } of agenda.items) {
      expect(ownHours.some((day) => day.startsAt <= startsAt && endsAt <= day.endsAt)).toBe(true);
    }
    const one = (await lay({ template: 'full-day', version: agenda.version, date: '2025-11-05' }).expect(200))
      .body;
    const of = (items: typeof agenda.items, date: string) =>
      items.filter(({ startsAt }) => startsAt.startsWith(date));
    expect(of(one.items, '2025-11-03')).toEqual(of(agenda.items, '2025-11-03'));
    expect(of(one.items, '2025-11-05').map(({ title }) => title)).toContain(
      'Istirahat, salat, dan makan siang',
    );
    await lay({ template: 'half-day', version: one.version, date: '2025-11-04' }).expect(422);
    const put = (startsAt: string, endsAt: string) =>
      api(app).put('/api/visits/{id}/agenda', {
        as: people.host,
        path,
        body: { version: one.version, items: [{ startsAt, endsAt, title: 'Kebun', kind: 'discussion' }] },
      });
    const refused = await put(at(4, '09:00'), at(4, '10:00'));
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(WORDS)]);
    await put(at(6, '10:30'), at(6, '11:30')).expect(200);
    await expect(
      app.database.query(`UPDATE agenda_item SET starts_at = $2, ends_at = $3 WHERE visit_id = $1`, [
        ...[id, at(4, '09:00'), at(4, '10:00')],
      ]),
    ).rejects.toThrow('lies outside of the visit');
  });

  test('is kept sound by the database', async () => {
    const { id } = await agreed();
    for (const hours of ['{}', '{[0,180)}', '{[0,180),[1140,1200)}', '{[5,180),[2580,4230)}', '{(,)}']) {
      await expect(
        app.database.query('UPDATE visit SET own_hours = $2 WHERE id = $1', [id, hours]),
      ).rejects.toThrow('visit_own_hours_check');
    }
    await expect(
      app.database.query(`UPDATE visit SET proposed_own_hours = own_hours WHERE id = $1`, [id]),
    ).rejects.toThrow('visit_proposed_own_hours_check');
  });

  test('is asked for, shown again and moved by forms without script', async () => {
    const lines = '3 November 2025 13.00–16.00\n4 November libur\nKamis, 6 Nov 2025 08.00-11.30';
    const form = (jamLain: string) =>
      filledBooking({
        ...{ waktu: 'sendiri', tanggal: '2025-11-03', tanggalAkhir: '2025-11-06' },
        ...{ dari: '09.00', sampai: '15.00', jamLain },
      });
    const book = (jamLain: string) =>
      request(app.server)
        .post(BOOKING)
        .set('accept', 'text/html')
        .set(people.guest)
        .type('form')
        .send(form(jamLain));
    const refused = await book('8 November 2025 13.00–16.00');
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining('bukan hari kunjungan ini'),
    ]);
    expect(refused.text).toContain('8 November 2025 13.00–16.00');
    const sent = await book(lines).expect(303);
    const id = /[0-9a-f-]{36}/.exec(sent.headers['location'] ?? '')?.[0] ?? '';
    const visit = await read(id);
    expect(visit).toMatchObject(days);
    const shown = await page(`/kunjungan/${id}`, people.host);
    expect(shown).toContain('4 November 2025 tanpa pertemuan\n5 November 2025 09.00–15.00');
    const propose = (ownHours: string) =>
      request(app.server)
        .post(`/kunjungan/${id}/langkah/propose`)
        .set('accept', 'text/html')
        .set(people.host)
        .type('form')
        .send({
          version: visit.version,
          day: '2025-11-10',
          lastDay: '2025-11-11',
          from: '10.00',
          to: '12.00',
          ownHours,
        });
    const wrongDay = await propose('12 November 2025 08.00–09.00');
    expect([wrongDay.status, wrongDay.text]).toEqual([
      422,
      expect.stringContaining('bukan hari kunjungan ini'),
    ]);
    await propose('11 November 2025 08.00–11.00').expect(303);
    expect((await read(id)).proposal).toMatchObject({
      ownHours: [
        { startsAt: '2025-11-10T10:00:00+07:00', endsAt: '2025-11-10T12:00:00+07:00' },
        { startsAt: '2025-11-11T08:00:00+07:00', endsAt: '2025-11-11T11:00:00+07:00' },
      ],
    });
  });
});
