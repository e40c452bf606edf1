import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { events } from './support/feeds.js';
import { BUDI, contact, pageOf, SARI } from './support/participant-links.js';
import { usualPeople } from './support/people.js';
import { confirmed, type Header, type ShownVisit } from './support/visits.js';

let app: TestApp;
let guest: Header;
let host: Header;
let visit: ShownVisit;
let path: string;

const get = (address: string) => request(app.server).get(address).set('accept', 'text/html');
const page = async (beside = '') => (await get(`${path}${beside}`).expect(200)).text;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  visit = await confirmed(app, guest, host, {
    participants: [SARI, BUDI],
    purpose: 'Mempelajari kebun pangan.',
    topics: ['ketahanan pangan'],
    ...contact,
  });
  await app.settle();
  path = await pageOf(app, SARI.email);
  await publishAgenda('Sambutan kepala');
});
afterAll(() => app.close());

async function publishAgenda(title: string): Promise<void> {
  const items = [
    { startsAt: '2025-10-30T09:00:00+07:00', endsAt: '2025-10-30T09:30:00+07:00', title, kind: 'welcome' },
    {
      startsAt: '2025-10-30T10:00:00+07:00',
      endsAt: '2025-10-30T11:00:00+07:00',
      title: 'Peninjauan kebun',
      kind: 'field-tour',
      place: 'Kebun',
      persons: ['Pak Tani'],
    },
  ];
  const address = `/api/visits/${visit.id}/agenda`;
  const { body } = await request(app.server).get(address).set(guest).expect(200);
  const { version } = body as { version: number };
  const saved = await request(app.server).put(address).set(guest).send({ version, items }).expect(200);
  const sent = saved.body as { version: number };
  await request(app.server).post(`${address}/publish`).set(guest).send({ version: sent.version }).expect(200);
  await app.settle();
}

describe('the calendar', () => {
  const feedUrl = async (of = path) => {
    const { text } = await get(`${of}/kalender`).expect(200);
    return new URL(/value="(http[^"]*\/feeds\/[\w-]{43}\.ics)"/.exec(text)?.[1] ?? '');
  };
  const read = async (url: URL) => request(app.server).get(url.pathname);

  test('is added by Google, Outlook, Apple, a camera or any program', async () => {
    const url = await feedUrl();
    const text = (await page('/kalender')).replaceAll('&amp;', '&');
    const webcal = url.href.replace(/^http/, 'webcal');
    expect(text).toContain(`href="${webcal}"`);
    expect(text).toContain(`https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`);
    expect(text).toContain(
      `https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(url.href)}`,
    );
    expect(text).toContain(
      `https://outlook.office.com/calendar/0/addfromweb?url=${encodeURIComponent(url.href)}`,
    );
    expect(text).toContain('src="data:image/svg+xml,');
  });

  test('holds this visit alone, with no address, number or page that needs an account', async () => {
    await confirmed(app, guest, host, {
      title: 'Kunjungan lain',
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T12:00:00+07:00',
      participants: [SARI],
    });
    const { text, headers } = await read(await feedUrl());
    expect(events(text).map((event) => event.getFirstPropertyValue('uid'))).toEqual([visit.id]);
    const flat = text.replaceAll('\r\n ', '');
    expect(flat).toContain('Sambutan kepala');
    expect(flat).not.toMatch(/\+62|@|ATTENDEE|ORGANIZER|METHOD|\/kunjungan\/|\/jawab\//);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
    expect(headers['content-disposition']).toBeUndefined();
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  test('has stable bytes with validators, and follows the visit', async () => {
    const url = await feedUrl();
    const first = await read(url);
    app.clock.advance(60_000);
    const again = await request(app.server)
      .get(url.pathname)
      .set('if-none-match', String(first.headers['etag']))
      .expect(304);
    expect(again.headers['last-modified']).toBe(first.headers['last-modified']);
    await publishAgenda('Sambutan bersama');
    const { text, headers } = await read(url);
    expect(text.replaceAll('\r\n ', '')).toContain('Sambutan bersama');
    expect(headers['etag']).not.toBe(first.headers['etag']);
  });

  test('is as secret as its page, and neither gives the other away', async () => {
    const url = await feedUrl();
    const secret = path.split('/').at(-1) ?? '';
    expect(url.href).not.toContain(secret);
    const feedSecret = url.pathname.slice('/feeds/'.length, -'.ics'.length);
    await get(`/jawab/${feedSecret}`).expect(404);
    const stored = JSON.stringify(await app.database.query('SELECT * FROM participant_link'));
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(feedSecret);
    await request(app.server).get(`/feeds/${secret}.ics`).expect(404);
  });

  test('comes to a link of older mails by one tap', async () => {
    const of = await pageOf(app, BUDI.email);
    await app.database.query('UPDATE participant_link SET feed_hash = NULL');
    expect((await get(`${of}/kalender`)).text).toContain('Buat alamat kalender');
    await request(app.server).post(`${of}/kalender`).expect(303);
    await request(app.server)
      .get((await feedUrl(of)).pathname)
      .expect(200);
    await request(app.server).post(`${path}/kalender`).expect(303);
  });

  test('is a file, too, which asks nobody for an answer', async () => {
    const { text, headers } = await get(`${path}/kunjungan.ics`).expect(200);
    expect(headers['content-disposition']).toContain(`${visit.reference}.ics`);
    expect(events(text)).toHaveLength(1);
    expect(text).not.toMatch(/METHOD|ATTENDEE/);
    expect(text.replaceAll('\r\n ', '')).not.toContain('/kunjungan/');
  });

  test('of who does not come is empty', async () => {
    const of = await pageOf(app, BUDI.email);
    const answer = (given: string) =>
      request(app.server).post(of).type('form').send({ answer: given }).expect(303);
    await answer('declined');
    expect(events((await read(await feedUrl(of))).text)).toHaveLength(0);
    await answer('accepted');
    expect(events((await read(await feedUrl(of))).text)).toHaveLength(1);
  });
});
