import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import request from 'supertest';
import { readEnvironment } from '../config/environment.js';
import { subscribeLinks } from '../src/calendars/domain/subscribe-links.js';
import { createServer } from '../src/server.js';
import { session, wib } from './support/agendas.js';
import { START, startApp, type TestApp } from './support/app.js';
import { events, readFeed, subscribeTo, uids } from './support/feeds.js';
import { signedIn, usualPeople } from './support/people.js';
import { confirmed, requested, step, type Header } from './support/visits.js';
import { api, wrong } from './support/api-client.js';

let app: TestApp;
let guest: Header;
let host: Header;
let stranger: Header;
let kanwil: Header;

const sari = { name: 'Sari', email: 'sari@contoh.test', side: 'guest', role: 'leader' };
const budi = { name: 'Budi', email: 'budi@contoh.test', phone: '08123456789', side: 'host', role: 'speaker' };

beforeAll(async () => {
  app = await startApp();
  ({ guest, host, stranger, kanwil } = await usualPeople(app));
});
afterAll(() => app.close());

const subscribe = (by: Header, wanted: string | object) => subscribeTo(app, by, wanted);
const read = (path: string) => readFeed(app, path);

describe('feeds', () => {
  test('unchanged, it costs a 304; changed, it has new bytes and another ETag', async () => {
    const { path } = await subscribe(guest, 'unit');
    const first = await request(app.server).get(path).set('accept-encoding', 'identity').expect(200);
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(first.headers['content-disposition']).toBeUndefined();
    const etag = first.headers['etag'] as string;
    expect(etag).toMatch(/^"[\w-]+"$/);
    app.clock.set(new Date(START.getTime() + 3_600_000));
    const second = await request(app.server).get(path).set('if-none-match', `"x", W/${etag}`).expect(304);
    expect(second.text).toBe('');
    expect(second.headers['etag']).toBe(etag);
    await request(app.server).head(path).expect(200);
    await requested(app, guest);
    const third = await request(app.server).get(path).set('if-none-match', etag).expect(200);
    expect(third.headers['etag']).not.toBe(etag);
    app.clock.set(START);
  });

  test('the time of the last change costs a 304 too, and the ETag wins over it', async () => {
    const { path } = await subscribe(guest, 'unit');
    app.clock.set(START);
    const first = await request(app.server).get(path).expect(200);
    const since = first.headers['last-modified'] as string;
    expect(since).toBe(START.toUTCString());
    app.clock.set(new Date(START.getTime() + 3_600_000));
    const read = (headers: Record<string, string>) => request(app.server).get(path).set(headers);
    const same = await read({ 'if-modified-since': since }).expect(304);
    expect(same.headers['last-modified']).toBe(since);
    await read({ 'if-modified-since': 'kemarin' }).expect(200);
    await read({ 'if-modified-since': since, 'if-none-match': '"x"' }).expect(200);
    await requested(app, guest, { startsAt: wib('13:00'), endsAt: wib('15:00') });
    const changed = await read({ 'if-modified-since': since }).expect(200);
    expect(changed.headers['last-modified']).toBe(new Date(START.getTime() + 3_600_000).toUTCString());
    app.clock.set(START);
  });

  test('a feed that is not personal names nobody who takes part, and no contact', async () => {
    const body = {
      participants: [sari, budi],
      contactPhone: '0812-3456-7890',
      hostUnit: 'rutan-purbalingga',
    };
    const other = await signedIn(app, {
      email: 'lain@tuan.test',
      role: 'officer',
      unit: 'rutan-purbalingga',
    });
    const visit = await confirmed(app, guest, other, body);
    for (const [by, scope] of [
      [guest, 'unit'],
      [kanwil, 'region'],
    ] as const) {
      const { text } = await request(app.server)
        .get((await subscribe(by, scope)).path)
        .expect(200);
      expect(events(text).map((event) => event.getFirstPropertyValue('uid'))).toContain(visit.id);
      const unfolded = text.replaceAll('\r\n ', '');
      expect(unfolded).not.toMatch(/ATTENDEE|ORGANIZER|METHOD|0812|\+62812|contoh\.test|tamu\.test/);
    }
  });

  test('a personal feed holds what one takes part in; what was cancelled stays 30 days', async () => {
    const times = { startsAt: '2025-11-04T09:00:00+07:00', endsAt: '2025-11-04T11:00:00+07:00' };
    const me = { name: 'Petugas', email: 'petugas@tamu.test', side: 'guest', role: 'leader' };
    const visit = await confirmed(app, guest, host, { ...times, participants: [me] });
    const { path } = await subscribe(guest, 'me');
    const read = async () => events((await request(app.server).get(path).expect(200)).text);
    expect((await read()).map((event) => event.getFirstPropertyValue('status'))).toEqual(['CONFIRMED']);
    await step(app, guest, visit, 'cancel', { reason: 'x' });
    expect((await read()).map((event) => event.getFirstPropertyValue('status'))).toEqual(['CANCELLED']);
    app.clock.set(new Date(START.getTime() + 31 * 86_400_000));
    expect(await read()).toEqual([]);
    app.clock.set(START);
  });

  test('an unknown, a revoked and a suspended address answer alike', async () => {
    const { id, path } = await subscribe(host, 'me');
    await api(app).delete('/api/feeds/{id}', { as: guest, path: { id } }).expect(404);
    await request(app.server).get(path).expect(200);
    await api(app).delete('/api/feeds/{id}', { as: host, path: { id } }).expect(204);
    const revoked = await request(app.server).get(path).expect(404);
    const unknown = await api(app)
      .get('/feeds/{file}', { path: { file: `${'a'.repeat(43)}.ics` } })
      .expect(404);
    expect(revoked.text.replace(path, '')).toBe(unknown.text.replace(`/feeds/${'a'.repeat(43)}.ics`, ''));
    await api(app)
      .get('/feeds/{file}', { path: { file: 'rahasia.ics' } })
      .expect(404);
  });

  test('nobody subscribes to a region or unit of others, and the secret is stored nowhere', async () => {
    await api(app)
      .post('/api/feeds', { as: guest, body: { scope: 'region' } })
      .expect(403);
    await api(app)
      .post('/api/feeds', { as: kanwil, body: { scope: 'unit' } })
      .expect(403);
    const { path } = await subscribe(kanwil, 'region');
    const secret = path.slice('/feeds/'.length, -'.ics'.length);
    const stored = await app.database.query<{ row: string }>('SELECT feed::text AS row FROM feed');
    expect(stored.some(({ row }) => row.includes(secret))).toBe(false);
    const list = await api(app).get('/api/feeds', { as: kanwil }).expect(200);
    expect(JSON.stringify(list.body)).not.toContain(secret);
  });
});

describe('what a feed holds is fixed when it is made', () => {
  const later = { startsAt: wib('09:00', '2025-11-11'), endsAt: wib('12:00', '2025-11-11') };

  test('programs and states filter it', async () => {
    const [program] = await app.database.query<{ code: string }>('SELECT code FROM program LIMIT 1');
    const programs = [program?.code];
    const plain = await requested(app, guest, later);
    const withProgram = await requested(app, guest, { ...later, programs });
    const both = await subscribe(guest, { scope: 'unit', programs, states: ['tentative'] });
    expect(uids(await read(both.path))).toEqual([withProgram.id]);
    const confirmedOnly = await subscribe(guest, { scope: 'unit', states: ['confirmed'] });
    expect(uids(await read(confirmedOnly.path))).not.toContain(plain.id);
    const unknown = { scope: 'unit', programs: ['tidak-ada'] };
    const refused = await api(app)
      .post('/api/feeds', { as: guest, body: wrong(unknown) })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'unknown-program', program: 'tidak-ada' });
  });

  test('sessions are events of their own, or stand in the description', async () => {
    const visit = await confirmed(app, guest, host, later);
    const place = { place: 'Kebun' };
    const day = (item: { startsAt: string; endsAt: string }) => ({
      ...item,
      startsAt: item.startsAt.replace('2025-10-30', '2025-11-11'),
      endsAt: item.endsAt.replace('2025-10-30', '2025-11-11'),
    });
    const items = [
      day(session('09:00', '10:00', 'Paparan')),
      day(session('10:00', '12:00', 'Tur kebun', { ...place, persons: ['Pak Budi 0812-3456-7890'] })),
    ];
    const agenda = `/api/visits/${visit.id}/agenda`;
    await request(app.server).put(agenda).set(host).send({ version: 0, items }).expect(200);
    const feed = await subscribe(host, { scope: 'visit', visit: visit.id, shows: 'sessions' });
    expect(uids(await read(feed.path))).toEqual([visit.id]);
    await request(app.server).post(`${agenda}/publish`).set(host).send({ version: 1 }).expect(200);
    const text = await read(feed.path);
    const [talk, tour] = events(text).map((vevent) => new ICAL.Event(vevent));
    expect(talk?.summary).toBe('Paparan – Studi tiru: Ketahanan pangan dan kehumasan');
    expect(tour?.startDate.toJSDate()).toEqual(new Date('2025-11-11T03:00:00Z'));
    expect(tour?.location).toMatch(/^Kebun, Rutan/);
    expect(tour?.description).toContain('Penanggung jawab: Pak Budi [telepon disembunyikan]');
    expect(tour?.description).toContain(visit.reference);
    expect(new Set(uids(text)).size).toBe(2);
    const whole = await subscribe(host, { scope: 'visit', visit: visit.id });
    const [event] = events(await read(whole.path)).map((vevent) => new ICAL.Event(vevent));
    expect(event?.description).toContain('Tur kebun (Kebun)');
    const current = await api(app)
      .get('/api/visits/{id}', { as: host, path: { id: visit.id } })
      .expect(200);
    await step(app, guest, current.body, 'cancel', { reason: 'x' });
    expect(uids(await read(feed.path))).toEqual([visit.id]);
  });

  test('one visit, for whoever may see it, and only while they may', async () => {
    const visit = await requested(app, guest, later);
    const wanted = { scope: 'visit', visit: visit.id } as const;
    await api(app).post('/api/feeds', { as: stranger, body: wanted }).expect(404);
    const { path, name } = await subscribe(host, wanted);
    expect(name).toBe(`Kunjungan ${visit.reference}`);
    expect(uids(await read(path))).toEqual([visit.id]);
    await app.database.query(
      `UPDATE person SET unit = 'rutan-purbalingga' WHERE email = 'petugas@tuan.test'`,
    );
    expect(uids(await read(path))).toEqual([]);
    await app.database.query(
      `UPDATE person SET unit = 'rutan-banjarnegara' WHERE email = 'petugas@tuan.test'`,
    );
    for (const body of [{ scope: 'visit' }, { scope: 'me', visit: visit.id }]) {
      const refused = await api(app)
        .post('/api/feeds', { as: guest, body: wrong(body) })
        .expect(422);
      expect(refused.body).toMatchObject({ code: 'feed-visit-missing' });
    }
  });
});

test('links add a feed to the calendars people use', async () => {
  const { url, webcal, add } = await subscribe(guest, 'unit');
  expect(webcal).toBe(url.replace('http:', 'webcal:'));
  expect(add['apple']).toBe(webcal);
  expect(new URL(add['google'] ?? '').searchParams.get('cid')).toBe(webcal);
  const overTls = subscribeLinks('https://sambang.test/feeds/x.ics', 'Sambang');
  expect(overTls.webcal).toBe('webcals://sambang.test/feeds/x.ics');
  expect(new URL(overTls.google).searchParams.get('cid')).toBe('webcal://sambang.test/feeds/x.ics');
  for (const outlook of [add['outlook'], add['outlookOffice']]) {
    expect(new URL(outlook ?? '').searchParams.get('url')).toBe(url);
    expect(new URL(outlook ?? '').searchParams.get('name')).toBe('Kunjungan Bapas Kelas II Purwokerto');
  }
});

describe('on the wire', () => {
  test('gzip and br give the same bytes, and the validator tells that they are encoded', async () => {
    const { path } = await subscribe(guest, 'unit');
    const plain = await request(app.server).get(path).set('accept-encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['vary']).toMatch(/accept-encoding/i);
    for (const [encoding, decode] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const answer = await app.app.inject({ url: path, headers: { 'accept-encoding': encoding } });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['etag']).toBe(`W/${plain.headers['etag']}`);
      expect(decode(answer.rawPayload).toString()).toBe(plain.text);
      await request(app.server).get(path).set('if-none-match', `W/${plain.headers['etag']}`).expect(304);
    }
  });

  test('HEAD tells what GET would, without a body', async () => {
    const { path } = await subscribe(guest, 'unit');
    const got = await request(app.server).get(path).set('accept-encoding', 'identity').expect(200);
    const told = await request(app.server).head(path).set('accept-encoding', 'identity').expect(200);
    expect(told.text).toBeFalsy();
    for (const name of ['etag', 'content-type', 'content-length', 'cache-control', 'vary']) {
      expect([name, told.headers[name]]).toEqual([name, got.headers[name]]);
    }
  });

  test('a restart and another day change no byte', async () => {
    const paths = [];
    for (const wanted of [
      { scope: 'unit' },
      { scope: 'unit', shows: 'sessions' },
      { scope: 'unit', shows: 'busy' },
    ])
      paths.push((await subscribe(guest, wanted)).path);
    const before = await Promise.all(paths.map((path) => request(app.server).get(path).expect(200)));
    app.clock.set(new Date(START.getTime() + 86_400_000));
    const environment = readEnvironment({
      DATA_DIR: app.dataFolder,
      LOG_LEVEL: 'warn',
      PUBLIC_URL: 'http://sambang.test',
    });
    const again = await createServer({ environment, databaseUrl: app.databaseUrl, clock: app.clock });
    await again.init();
    await again.getHttpAdapter().getInstance().ready();
    try {
      for (const [index, path] of paths.entries()) {
        const answer = await request(again.getHttpServer()).get(path).expect(200);
        expect(answer.text).toBe(before[index]?.text);
        expect(answer.headers['etag']).toBe(before[index]?.headers['etag']);
      }
    } finally {
      await again.close();
      app.clock.set(START);
    }
  });
});

test('a feed gets another address at once, and tells when it was last read', async () => {
  const first = await subscribe(guest, { scope: 'unit', states: ['confirmed'] });
  await read(first.path);
  const listed = async () => {
    const { body } = await api(app).get('/api/feeds', { as: guest }).expect(200);
    const { items } = body;
    return items.find(({ id }) => id === first.id);
  };
  expect((await listed())?.lastUsedAt).toBe(START.toISOString());
  await api(app)
    .post('/api/feeds/{id}/regenerate', { as: host, path: { id: first.id } })
    .expect(404);
  const { body } = await api(app)
    .post('/api/feeds/{id}/regenerate', { as: guest, path: { id: first.id } })
    .expect(200);
  const second = new URL(body.url).pathname;
  await request(app.server).get(first.path).expect(404);
  expect(await listed()).toMatchObject({ lastUsedAt: null, states: ['confirmed'] });
  await read(second);
});
