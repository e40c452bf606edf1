import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { Environment } from '../config/environment.js';
import { Outbox } from '../src/platform/mail/outbox.js';
import type { OutgoingMail } from '../src/platform/mail/outgoing-mail.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import { create, requested, type Header } from './support/visits.js';
import { api } from './support/api-client.js';

interface ShownMail {
  id: string;
  to: { name: string; email: string };
  subject: string;
  state: string;
  tries: number;
  lastError: string | null;
  visit: string | null;
  sentAt: string | null;
  messageId: string | null;
  calendarMethod: string | null;
  text?: string | null;
  html?: string | null;
  calendar?: string | null;
}
interface ShownPage {
  items: ShownMail[];
  nextCursor: string | null;
}

const NOBODY = '0199a5b4-1111-7000-8000-000000000009';
const CALENDAR = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';

let app: TestApp;
let guest: Header;
let host: Header;
let stranger: Header;
let region: Header;
let otherRegion: Header;
let administrator: Header;
let visit: string;
let draft: string;

const get = (path: string, by: Header) => request(app.server).get(path).set(by);
const page = (path: string, by = administrator) => get(path, by).set('accept', 'text/html');
const list = async (query: string, by: Header): Promise<ShownPage> =>
  (await get(`/api/mails${query}`, by).expect(200)).body as ShownPage;
const subjects = async (query: string, by: Header): Promise<string[]> =>
  (await list(query, by)).items.map(({ subject }) => subject);
const idOf = async (subject: string): Promise<string> =>
  (await list('?limit=200', administrator)).items.find((mail) => mail.subject === subject)?.id ?? 'none';

const post = (subject: string, stream: string | null, more: Partial<OutgoingMail> = {}) =>
  app.app.get(Outbox).post({
    key: subject,
    stream,
    to: { name: 'Budi <b>', email: 'budi@uji.test' },
    subject,
    text: `Isi ${subject}`,
    html: `<p>Isi <b>${subject}</b></p>`,
    ...more,
  });

beforeAll(async () => {
  app = await startApp();
  guest = await signedIn(app, { email: 'tamu@uji.test', role: 'officer', unit: 'bapas-purwokerto' });
  host = await signedIn(app, { email: 'tuan@uji.test', role: 'officer', unit: 'rutan-banjarnegara' });
  stranger = await signedIn(app, { email: 'asing@uji.test', role: 'unit-head', unit: 'rutan-purbalingga' });
  region = await signedIn(app, { email: 'kanwil@uji.test', role: 'regional', regionalOffice: 'jawa-tengah' });
  otherRegion = await signedIn(app, {
    email: 'timur@uji.test',
    role: 'regional',
    regionalOffice: 'jawa-timur',
  });
  administrator = await signedIn(app, { email: 'admin@uji.test', role: 'administrator' });
  visit = (await requested(app, guest)).id;
  draft = (await create(app, guest)).id;
  await app.settle();
  await app.database.query('DELETE FROM mail');

  await post('Undangan', visit, { calendar: { method: 'REQUEST', content: CALENDAR } });
  await post('Rancangan', draft);
  await post('Aliran lain', 'bukan-kunjungan');
  await post('Kata sandi', null, { text: 'http://sambang.test/sandi/rahasia' });
  await post('Gagal <i>', visit);
  await app.database.query(
    `UPDATE mail SET state = 'failed', tries = 3, last_error = '550 tidak dikenal' WHERE key = 'Gagal <i>'`,
  );
});
afterAll(() => app.close());

test('the Message-ID, which proves that a mail came back, is told to administrators alone', async () => {
  const id = await idOf('Undangan');
  const { body } = await get(`/api/mails/${id}`, administrator).expect(200);
  const { messageId } = body as ShownMail;
  expect(messageId).toMatch(/^<[a-z2-7]{26}@/);
  expect((await page(`/surat/${id}`)).text).toContain('Message-ID');
  for (const reader of [guest, host, region]) {
    const read = await get(`/api/mails/${id}`, reader).expect(200);
    expect((read.body as ShownMail).messageId).toBeNull();
    expect(new Set((await list('', reader)).items.map((mail) => mail.messageId))).toEqual(new Set([null]));
    expect((await page(`/surat/${id}`, reader)).text).not.toContain('Message-ID');
  }
});

describe('GET /api/mails', () => {
  test('shows an administrator all of them, newest first', async () => {
    const { items } = await list('', administrator);
    expect(items.map(({ subject }) => subject)).toEqual([
      'Gagal <i>',
      'Kata sandi',
      'Aliran lain',
      'Rancangan',
      'Undangan',
    ]);
    expect(items[0]).toMatchObject({
      to: { name: 'Budi <b>', email: 'budi@uji.test' },
      state: 'failed',
      tries: 3,
      lastError: '550 tidak dikenal',
      visit,
      sentAt: null,
    });
    expect(items[1]).toMatchObject({ visit: null });
    expect(items[4]).toMatchObject({ state: 'queued', calendarMethod: 'REQUEST' });
    expect(JSON.stringify(items)).not.toContain('Isi ');
  });

  test('shows others the mails of the visits they may see', async () => {
    expect(await subjects('', guest)).toEqual(['Gagal <i>', 'Rancangan', 'Undangan']);
    expect(await subjects('', host)).toEqual(['Gagal <i>', 'Undangan']);
    expect(await subjects('', region)).toEqual(['Gagal <i>', 'Undangan']);
    expect(await subjects('', stranger)).toEqual([]);
    expect(await subjects('', otherRegion)).toEqual([]);
    await api(app).get('/api/mails').expect(401);
  });

  test('filters by state and visit', async () => {
    expect(await subjects('?state=failed', administrator)).toEqual(['Gagal <i>']);
    expect(await subjects(`?visit=${visit.toUpperCase()}`, guest)).toEqual(['Gagal <i>', 'Undangan']);
    expect(await subjects(`?visit=${draft}`, host)).toEqual([]);
    expect(await subjects(`?visit=${NOBODY}`, administrator)).toEqual([]);
  });

  test('pages, stable while new mails come in', async () => {
    const first = await list('?limit=2', administrator);
    await post('Menyusul', null);
    const second = await list(`?limit=2&cursor=${first.nextCursor}`, administrator);
    const third = await list(`?limit=2&cursor=${second.nextCursor}`, administrator);
    expect([first, second, third].flatMap(({ items }) => items.map(({ subject }) => subject))).toEqual([
      'Gagal <i>',
      'Kata sandi',
      'Aliran lain',
      'Rancangan',
      'Undangan',
    ]);
    expect(third.nextCursor).toBeNull();
    await app.database.query(`DELETE FROM mail WHERE key = 'Menyusul'`);
  });

  const cursor = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  test.each([
    ['?cursor=apa', 400],
    [`?cursor=${cursor(['-1'])}`, 400],
    [`?cursor=${cursor(['9'.repeat(30)])}`, 400],
    [`?cursor=${cursor([1])}`, 400],
    ['?state=lost', 422],
    ['?visit=1', 422],
    ['?limit=0', 422],
    ['?apa=1', 422],
  ])('refuses %s', async (query, status) => {
    await get(`/api/mails${query}`, administrator).expect(status);
  });
});

describe('GET /api/mails/:id', () => {
  test('shows what a mail says to who may see it', async () => {
    const id = await idOf('Undangan');
    const whole = { text: 'Isi Undangan', html: '<p>Isi <b>Undangan</b></p>', calendar: CALENDAR };
    for (const by of [guest, host, region, administrator]) {
      expect((await get(`/api/mails/${id}`, by).expect(200)).body).toMatchObject({ id, ...whole });
    }
    for (const by of [stranger, otherRegion]) await get(`/api/mails/${id}`, by).expect(404);
    await get(`/api/mails/${await idOf('Kata sandi')}`, guest).expect(404);
    await get(`/api/mails/${NOBODY}`, administrator).expect(404);
    expect((await get('/api/mails/1', administrator)).status).toBeLessThan(500);
  });
});

describe('/surat', () => {
  test('lists the mails with the reasons of those that failed', async () => {
    const { text } = await page('/surat').expect(200);
    expect(text).toContain('Gagal &lt;i>');
    expect(text).toContain('Budi &lt;b>');
    expect(text).toContain('server penerimanya belum dapat menerima surat ini (550 tidak dikenal)');
    const waiting = await page('/surat?state=queued').expect(200);
    expect(waiting.text).toContain('Undangan');
    expect(waiting.text).not.toContain('550 tidak dikenal');
    expect((await page('/surat?state=suppressed')).text).toContain('Tidak ada surat yang ditahan.');
  });

  test('pages', async () => {
    const first = await page('/surat?limit=2&state=queued').expect(200);
    const next = /href="(\/surat\?[^"]*cursor=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&');
    const second = await page(next ?? 'no next page').expect(200);
    expect(second.text).toContain('Undangan');
    expect(second.text).not.toContain('Kata sandi<');
    expect(second.text).toContain('href="/surat?state=queued"');
    await page('/surat?cursor=apa').expect(400).expect('content-type', /html/);
  });

  test('shows a mail of a visit to who may see the visit, with the way back there', async () => {
    const id = await idOf('Undangan');
    for (const by of [guest, host, region]) {
      const { text } = await page(`/surat/${id}`, by).expect(200);
      expect(text).toContain('Isi Undangan');
      expect(text).toMatch(/← Kunjungan ST-2025-\d+/);
      expect(text).not.toMatch(/href="\/surat"|href="\/surat\?|kirim-ulang/);
      await page(`/surat/${id}/html`, by).expect(200);
      await page(`/surat/${id}/undangan.ics`, by).expect(200);
    }
    const secret = await idOf('Kata sandi');
    for (const part of ['', '/html', '/undangan.ics']) {
      await page(`/surat/${id}${part}`, stranger).expect(404);
      await page(`/surat/${secret}${part}`, guest).expect(404);
    }
  });

  test('its list is the administrator’s alone, and nothing is a visitor’s', async () => {
    const id = await idOf('Undangan');
    expect((await page('/surat', guest).expect(403)).text).toContain('Tidak berwenang');
    for (const path of ['/surat', `/surat/${id}`, `/surat/${id}/html`, `/surat/${id}/undangan.ics`]) {
      const visitor = await request(app.server).get(path).set('accept', 'text/html').expect(401);
      expect(visitor.text).toMatch(/<form method="post" action="\/masuk"[^>]*>/);
      expect(visitor.text).toContain(`<input type="hidden" name="lanjut" value="${path}"/>`);
    }
  });

  test('shows a mail, its HTML caged, and its calendar part', async () => {
    const id = await idOf('Undangan');
    const { text } = await page(`/surat/${id}`).expect(200);
    expect(text).toMatch(new RegExp(`<iframe[^>]* src="/surat/${id}/html"[^>]* sandbox`));
    expect(text).toContain('Isi Undangan');
    const body = await page(`/surat/${id}/html`).expect(200);
    expect(body.text).toBe('<p>Isi <b>Undangan</b></p>');
    expect(body.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    expect(body.headers['cache-control']).toBe('no-store');
    const calendar = await page(`/surat/${id}/undangan.ics`)
      .expect(200)
      .expect('content-type', /^text\/calendar/);
    expect(calendar.headers['content-disposition']).toContain('attachment');
    expect(calendar.text).toBe(CALENDAR);
    await page(`/surat/${await idOf('Rancangan')}/undangan.ics`).expect(404);
    await page('/surat/1').expect((answer) => expect(answer.status).toBeLessThan(500));
  });
});

describe('A password mail', () => {
  test('is shown to the administrator while mails stay in the house', async () => {
    const id = await idOf('Kata sandi');
    const { body } = await get(`/api/mails/${id}`, administrator).expect(200);
    expect(body).toMatchObject({ text: 'http://sambang.test/sandi/rahasia' });
  });

  test('is the addressee’s alone once mails go out', async () => {
    const environment = app.app.get(Environment);
    environment.SMTP_URL = 'smtp://127.0.0.1:9';
    try {
      const id = await idOf('Kata sandi');
      const { body } = await get(`/api/mails/${id}`, administrator).expect(200);
      expect(body).toMatchObject({ subject: 'Kata sandi', text: null, html: null, calendar: null });
      const shown = await page(`/surat/${id}`).expect(200);
      expect(shown.text).toContain('hanya untuk penerimanya');
      expect(shown.text).not.toContain('/sandi/');
      await page(`/surat/${id}/html`).expect(404);
    } finally {
      delete environment.SMTP_URL;
    }
  });
});
