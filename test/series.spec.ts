import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { madeSeries, readSeries, recurrence, seriesBody, takeOn, type Series } from './support/series.js';
import { usualPeople, type UsualPeople } from './support/people.js';
import { create, step, type Header } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
}, 60_000);
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.query('DELETE FROM series');
  await app.database.query('DELETE FROM visit');
  await app.database.query('DELETE FROM closed_day');
});

const body = seriesBody;
const made = (change: object = {}): Promise<Series> => madeSeries(app, people.guest, change);
const read = (id: string, as: Header = people.guest): Promise<Series> => readSeries(app, as, id);
const take = (series: Series, as: Header, name: string, input: object = {}) =>
  takeOn(app, as, series, name, input);

const closed = (date: string, reason: string) =>
  app.database.query('INSERT INTO closed_day (unit, date, reason) VALUES ($1, $2, $3)', [
    'rutan-banjarnegara',
    date,
    reason,
  ]);

const datesOf = ({ dates }: Series) => dates.map(({ date, state, skipped }) => [date, state ?? skipped]);

const mailsTo = async (email: string): Promise<string[]> =>
  (
    await app.database.query<{ subject: string }>(
      'SELECT subject FROM mail WHERE recipient_email = $1 ORDER BY position',
      [email],
    )
  ).map(({ subject }) => subject);

describe('A series', () => {
  test('is one request, each date a visit of its own, further ahead than its host else allows', async () => {
    const series = await made();
    expect(datesOf(series)).toEqual([
      ['2025-11-04', 'requested'],
      ['2025-12-02', 'requested'],
      ['2026-01-06', 'requested'],
      ['2026-02-03', 'requested'],
      ['2026-03-03', 'requested'],
    ]);
    expect(series.recurrence).toMatchObject({
      rule: 'FREQ=MONTHLY;BYDAY=1TU;UNTIL=20260331',
      words: 'Setiap Selasa pertama, 4 November 2025 sampai 31 Maret 2026',
    });
    await app.settle();
    const mails = (await mailsTo('petugas@tuan.test')).filter((subject) => subject.includes(series.title));
    expect(mails).toEqual([`Permintaan rangkaian pertemuan: ${series.title} (5 tanggal)`]);
    const alone = await create(app, people.guest, {
      kind: 'coordination',
      startsAt: '2026-03-03T13:00:00+07:00',
      endsAt: '2026-03-03T15:00:00+07:00',
    });
    await step(app, people.guest, alone, 'submit', {}, 422);
  });

  test('skips holidays and closed days with a word, before and after it is made', async () => {
    await closed('2025-12-02', 'Kebersihan blok');
    await app.database.query(
      `INSERT INTO holiday (date, name, kind) VALUES ('2026-02-03', 'Libur contoh', 'public-holiday') ON CONFLICT DO NOTHING`,
    );
    const { title: _, purpose: __, participants: ___, ...plan } = body();
    const preview = await api(app)
      .post('/api/series/preview', { as: people.guest, body: { ...plan, partySize: 4 } })
      .expect(200);
    const skipped = preview.body.dates.flatMap((date) => (date.skipped ? [[date.date, date.skipped]] : []));
    expect(skipped).toEqual([
      ['2025-12-02', 'Kebersihan blok'],
      ['2026-02-03', 'Libur contoh'],
    ]);
    const series = await made();
    expect(datesOf(series).filter(([, what]) => what !== 'requested')).toEqual(skipped);
    const visits = await app.database.query('SELECT 1 FROM visit');
    expect(visits).toHaveLength(3);
    await app.database.query(`DELETE FROM holiday WHERE date = '2026-02-03'`);
  });

  test('is made once for one key', async () => {
    const asked = body();
    const send = async () =>
      (
        await api(app)
          .post('/api/series', { as: people.guest, body: asked })
          .set('idempotency-key', 'sekali')
          .expect(201)
      ).body.id;
    expect(await send()).toBe(await send());
    expect(await app.database.query('SELECT 1 FROM visit')).toHaveLength(5);
  });

  test.each([
    ['that is longer than a year', { recurrence: { ...recurrence, until: '2026-11-05' } }, 'series-too-long'],
    ['of one date', { recurrence: { ...recurrence, until: '2025-11-30' } }, 'series-too-short'],
    [
      'on an ordinal that its first date has not',
      { recurrence: { ...recurrence, ordinal: 3 } },
      'series-rule-misfits',
    ],
    ['that ends before it begins', { endsAt: '2025-11-04T08:00:00+07:00' }, 'ends-before-start'],
    ['at a unit that is not there', { hostUnit: 'tidak-ada' }, 'unknown-unit'],
  ])('%s is refused, and leaves nothing', async (_, change, code) => {
    const answer = await api(app)
      .post('/api/series', { as: people.guest, body: body(change) })
      .expect(422);
    expect(answer.body).toMatchObject({ code });
    expect(await app.database.query('SELECT 1 FROM visit')).toHaveLength(0);
  });

  test('is shown to both units and the Kanwil, and to nobody else; a draft to its own unit alone', async () => {
    const series = await made();
    await read(series.id, people.host);
    await read(series.id, people.kanwil);
    await api(app)
      .get('/api/series/{id}', { as: people.stranger, path: { id: series.id } })
      .expect(404);
    const draft = await made({ draft: true });
    expect(datesOf(draft)[0]).toEqual(['2025-11-04', 'draft']);
    await api(app)
      .get('/api/series/{id}', { as: people.host, path: { id: draft.id } })
      .expect(404);
    const outcomes = await take(draft, people.guest, 'submit');
    expect(outcomes.map(({ done }) => done)).toEqual([true, true, true, true, true]);
    await read(draft.id, people.host);
  });
});

describe('The host', () => {
  test('answers for single dates, then for all, with one mail each', async () => {
    const series = await made();
    await take(series, people.host, 'decline', { dates: ['2026-01-06'], reason: 'Ada pemeriksaan.' });
    await take(series, people.host, 'accept');
    expect(datesOf(await read(series.id)).map(([, state]) => state)).toEqual([
      'confirmed',
      'confirmed',
      'declined',
      'confirmed',
      'confirmed',
    ]);
    await app.settle();
    const about = (subject: string) => subject.includes(series.title) && !subject.startsWith('Undangan');
    const mails = (await mailsTo('petugas@tamu.test')).filter(about);
    expect(mails).toEqual([
      `Tanggal rangkaian ditolak: ${series.title} (1 tanggal)`,
      `Rangkaian pertemuan dikonfirmasi: ${series.title} (4 tanggal)`,
    ]);
  });

  test('accepts what can be; a date whose time is taken stays, with the reason', async () => {
    const series = await made();
    const other = await create(app, people.stranger, {
      guestUnit: 'rutan-purbalingga',
      startsAt: '2025-12-02T09:00:00+07:00',
      endsAt: '2025-12-02T10:00:00+07:00',
    });
    await step(app, people.host, await step(app, people.stranger, other, 'submit'), 'accept');
    const outcomes = await take(series, people.host, 'accept');
    expect(outcomes.filter(({ done }) => !done)).toMatchObject([
      { date: '2025-12-02', code: 'host-time-taken', detail: expect.stringContaining('waktu itu') },
    ]);
    const states = datesOf(await read(series.id)).map(([, state]) => state);
    expect(states).toEqual(['confirmed', 'requested', 'confirmed', 'confirmed', 'confirmed']);
  });

  test('may not answer for what somebody else changed meanwhile, nor may a mere reader', async () => {
    const series = await made();
    const late = { as: people.host, path: { id: series.id, step: 'accept' }, body: { version: 7 } };
    const answer = await api(app).post('/api/series/{id}/{step}', late).expect(409);
    expect(answer.body).toMatchObject({ code: 'series-changed' });
    const guests = { ...late, as: people.guest, body: { version: series.version } };
    const own = await api(app).post('/api/series/{id}/{step}', guests).expect(409);
    expect(own.body).toMatchObject({ code: 'series-step-for-nobody' });
  });
});

describe('A change', () => {
  const day = (series: Series, date: string) => series.dates.find((each) => each.date === date);

  test('of one date moves it alone', async () => {
    const series = await made();
    await take(series, people.host, 'accept');
    await take(series, people.guest, 'move', {
      dates: ['2026-02-03'],
      startsAt: '2026-02-05T10:00:00+07:00',
      endsAt: '2026-02-05T12:00:00+07:00',
      reason: 'Ada apel.',
    });
    await take(series, people.host, 'accept', { dates: ['2026-02-03'] });
    const now = await read(series.id);
    expect(day(now, '2026-02-03')).toMatchObject({
      startsAt: '2026-02-05T10:00:00+07:00',
      state: 'confirmed',
    });
    expect(day(now, '2026-03-03')).toMatchObject({ startsAt: '2026-03-03T09:00:00+07:00' });
  });

  test('of one and those after it keeps to the pattern, and a closed day stays with a word', async () => {
    const series = await made();
    await closed('2026-03-04', 'Kerja bakti');
    const outcomes = await take(series, people.guest, 'move', {
      from: '2026-01-06',
      startsAt: '2026-01-07T13:00:00+07:00',
      endsAt: '2026-01-07T15:00:00+07:00',
      reason: 'Ruang dipakai.',
    });
    expect(outcomes.map(({ date, code }) => [date, code])).toEqual([
      ['2026-01-06', null],
      ['2026-02-03', null],
      ['2026-03-03', 'host-closed'],
    ]);
    await take(series, people.host, 'accept', { from: '2026-01-06' });
    const now = await read(series.id);
    expect(now.dates.map(({ startsAt }) => startsAt)).toEqual([
      '2025-11-04T09:00:00+07:00',
      '2025-12-02T09:00:00+07:00',
      '2026-01-07T13:00:00+07:00',
      '2026-02-04T13:00:00+07:00',
      '2026-03-03T09:00:00+07:00',
    ]);
  });

  test('drops one date, or it and those after it', async () => {
    const series = await made();
    await take(series, people.host, 'accept', { dates: ['2025-11-04', '2026-02-03'] });
    await take(series, people.guest, 'call-off', { dates: ['2025-11-04'], reason: 'Berhalangan.' });
    await take(series, people.guest, 'call-off', { from: '2026-01-06', reason: 'Selesai lebih awal.' });
    expect(datesOf(await read(series.id)).map(([, state]) => state)).toEqual([
      'cancelled',
      'requested',
      'withdrawn',
      'cancelled',
      'withdrawn',
    ]);
    const answer = await api(app)
      .post('/api/series/{id}/{step}', {
        as: people.guest,
        path: { id: series.id, step: 'call-off' },
        body: { version: 4, dates: ['2025-12-02'] },
      })
      .expect(422);
    expect(answer.body).toMatchObject({ code: 'reason-needed' });
  });
});
