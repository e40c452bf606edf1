import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { formsOf } from './support/page-forms.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import { madeSeries, readSeries, recurrence, takeOn, type Series } from './support/series.js';
import type { ShownVisit } from './support/visits.js';

let app: TestApp;
let people: UsualPeople;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  await signedIn(app, {
    email: 'kepala@tuan.test',
    role: 'unit-head',
    unit: 'rutan-banjarnegara',
  });
  await signedIn(app, {
    email: 'lain@tuan.test',
    role: 'officer',
    unit: 'rutan-banjarnegara',
  });
}, 60_000);
afterAll(() => app.close());

const said = {
  place: 'Ruang rapat lantai 2',
  hostMessage: 'Kami tunggu di pintu utama.',
  conditions: 'Telepon genggam dititipkan.',
  replyLetterNumber: 'WP.13-77',
  replyLetterDate: '2025-10-21',
};
const idOf = async (email: string): Promise<string> =>
  (await app.database.query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]))[0]?.id ?? '';
const visitOn = async (id: string | null | undefined): Promise<ShownVisit> =>
  (
    await api(app)
      .get('/api/visits/{id}', { as: people.host, path: { id: id ?? '' } })
      .expect(200)
  ).body;
const visitsOf = async (series: Series): Promise<ShownVisit[]> => {
  const visits: ShownVisit[] = [];
  for (const { visit } of (await readSeries(app, people.host, series.id)).dates) {
    if (visit) visits.push(await visitOn(visit));
  }
  return visits;
};
const ofHost = ({ participants }: ShownVisit) =>
  participants
    .filter(({ side }) => side === 'host')
    .map(({ email }) => email)
    .sort();
/** Three dates at an hour; the host receives one at a time, so that what was accepted needs one of its own. */
const asked = (hour: '09' | '10' | '11'): Promise<Series> =>
  madeSeries(app, people.guest, {
    startsAt: `2025-11-04T${hour}:00:00+07:00`,
    endsAt: `2025-11-04T${hour}:45:00+07:00`,
    recurrence: { ...recurrence, until: '2026-01-31' },
    place: 'Aula',
  });
const told = {
  state: 'confirmed',
  place: said.place,
  hostMessage: said.hostMessage,
  conditions: said.conditions,
  letters: { reply: { number: 'WP.13-77', date: '2025-10-21' } },
};

describe('By the API', () => {
  test('who receives, and all that is said, goes with each date that is accepted', async () => {
    const series = await asked('09');
    const hosts = [await idOf('kepala@tuan.test'), await idOf('petugas@tuan.test')];
    const [first, ...others] = series.dates;
    await takeOn(app, people.host, series, 'accept', {
      dates: [first?.date],
      hosts,
      ...said,
    });
    const [one, ...rest] = await visitsOf(series);
    expect(one).toMatchObject(told);
    expect(ofHost(one as ShownVisit)).toEqual(['kepala@tuan.test', 'petugas@tuan.test']);
    expect(rest).toHaveLength(others.length);
    for (const visit of rest) {
      expect(visit).toMatchObject({
        state: 'requested',
        place: 'Aula',
        hostMessage: '',
      });
      expect(ofHost(visit)).toEqual([]);
    }
    await takeOn(app, people.host, series, 'accept', { hosts, ...said });
    for (const visit of await visitsOf(series)) expect(visit).toMatchObject(told);
  });

  test('somebody of another unit does not receive, and nothing is accepted', async () => {
    const series = await asked('10');
    const hosts = [await idOf('petugas@tamu.test')];
    const outcomes = await takeOn(app, people.host, series, 'accept', {
      hosts,
    });
    expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(['validation-failed']));
    expect((await visitsOf(series)).map(({ state }) => state)).toEqual(series.dates.map(() => 'requested'));
  });
});

describe('By the page', () => {
  const path = ({ id }: Series) => `/rangkaian/${id}`;
  const open = async (series: Series) => {
    const page = await request(app.server)
      .get(path(series))
      .set(people.host)
      .set('accept', 'text/html')
      .expect(200);
    const form = formsOf(page.text, path(series)).find(({ action }) => action.endsWith('/langkah/accept'));
    if (!form) throw new Error('there is no form to answer');
    return form;
  };
  const send = (series: Series, step: string, fields: object) =>
    request(app.server)
      .post(`${path(series)}/langkah/${step}`)
      .set(people.host)
      .set('accept', 'text/html')
      .type('form')
      .send(fields);

  test('the head and whoever answers are chosen already, and what is left empty stays as each date has it', async () => {
    const series = await asked('10');
    const form = await open(series);
    const ticked = form.fields.filter(({ name, isTicked }) => name === 'hosts' && isTicked);
    const chosen = [await idOf('kepala@tuan.test'), await idOf('petugas@tuan.test')];
    expect(ticked.map(({ value }) => value).sort()).toEqual(chosen.sort());
    const tanggal = form.fields.filter(({ name }) => name === 'tanggal').map(({ value }) => value);
    const fields = {
      ...Object.fromEntries(form.hidden),
      tanggal,
      hosts: chosen,
      place: '',
      conditions: 'Sepatu',
    };
    await send(series, 'accept', fields).expect(303);
    for (const visit of await visitsOf(series)) {
      expect(visit).toMatchObject({
        state: 'confirmed',
        place: 'Aula',
        conditions: 'Sepatu',
      });
      expect(ofHost(visit)).toEqual(['kepala@tuan.test', 'petugas@tuan.test']);
    }
  });

  test('what is refused keeps all that was chosen and typed', async () => {
    const series = await asked('11');
    const form = await open(series);
    const other = await idOf('lain@tuan.test');
    const [tanggal = ''] = form.fields.filter(({ name }) => name === 'tanggal').map(({ value }) => value);
    const fields = {
      ...Object.fromEntries(form.hidden),
      ...{ tanggal, hosts: other, reason: 'Catatan' },
      ...said,
      replyLetterDate: 'entah kapan',
    };
    const { text } = await send(series, 'accept', fields).expect(422);
    const again = formsOf(text, path(series)).find(({ action }) => action.endsWith('/langkah/accept'));
    const boxes = again?.fields.filter(({ kind, isTicked }) => kind === 'checkbox' && isTicked) ?? [];
    expect(boxes.map(({ name, value }) => [name, value])).toEqual([
      ['tanggal', tanggal],
      ['hosts', other],
    ]);
    const kept = Object.fromEntries(again?.fields.map(({ name, value }) => [name, value]) ?? []);
    expect(kept).toMatchObject({
      ...said,
      replyLetterDate: 'entah kapan',
      reason: 'Catatan',
    });
  });

  test('nobody receives what is declined', async () => {
    const series = await asked('11');
    const form = await open(series);
    const tanggal = form.fields.filter(({ name }) => name === 'tanggal').map(({ value }) => value);
    const hosts = [await idOf('kepala@tuan.test')];
    const fields = {
      ...Object.fromEntries(form.hidden),
      tanggal,
      hosts,
      reason: 'Penuh',
    };
    await send(series, 'decline', {
      ...fields,
      replyLetterNumber: 'WP.13-78',
    }).expect(303);
    for (const visit of await visitsOf(series)) {
      expect(visit).toMatchObject({
        state: 'declined',
        letters: { reply: { number: 'WP.13-78' } },
      });
      expect(ofHost(visit)).toEqual([]);
    }
  });
});
