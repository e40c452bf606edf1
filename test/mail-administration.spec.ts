import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { MailOutages } from '../src/platform/mail/mail-outages.js';
import { Outbox } from '../src/platform/mail/outbox.js';
import { MailSamples } from '../src/platform/mail/mail-samples.js';
import { ReceiveMail } from '../src/replies/index.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople } from './support/people.js';
import type { Header } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let administrator: Header;
let guest: Header;

const page = (path: string, by = administrator) =>
  request(app.server).get(path).set(by).set('accept', 'text/html');

beforeAll(async () => {
  app = await startApp();
  ({ guest } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@uji.test', role: 'administrator' });
});
afterAll(() => app.close());

async function posted(key: string, failed: boolean): Promise<string> {
  await app.app.get(Outbox).post({
    key,
    stream: null,
    to: { name: 'Budi', email: 'budi@uji.test' },
    subject: key,
    text: 'Isi',
    html: '<p>Isi</p>',
  });
  await app.settle();
  if (failed) {
    await app.database.query(
      `UPDATE mail SET state = 'failed', sent_at = NULL, tries = 6, last_error = '550 penuh' WHERE key = $1`,
      [key],
    );
  }
  const [row] = await app.database.query<{ id: string }>('SELECT id FROM mail WHERE key = $1', [key]);
  return row?.id ?? '';
}

describe('a mail that was given up', () => {
  test('is sent again by the administrator alone, once', async () => {
    const id = await posted('gagal', true);
    const path = `/api/mails/${id}/resend`;
    await request(app.server).post(path).set(guest).expect(403);
    const { body } = await request(app.server).post(path).set(administrator).expect(200);
    expect(body).toMatchObject({ state: 'queued', tries: 0, lastError: '550 penuh' });
    const twice = await request(app.server).post(path).set(administrator).expect(409);
    expect(twice.body).toMatchObject({ code: 'mail-not-failed' });
    await app.settle();
    const shown = await api(app).get('/api/mails/{id}', { as: administrator, path: { id } }).expect(200);
    expect(shown.body).toMatchObject({ state: 'sent', lastError: null });
    await api(app)
      .post('/api/mails/{id}/resend', {
        as: administrator,
        path: { id: '0199a5b4-1111-7000-8000-000000000009' },
      })
      .expect(404);
  });

  test('has a button on its page, no other mail has', async () => {
    const id = await posted('gagal-lagi', true);
    expect((await page(`/surat/${id}`).expect(200)).text).toContain(`action="/surat/${id}/kirim-ulang"`);
    await request(app.server)
      .post(`/surat/${id}/kirim-ulang`)
      .set(administrator)
      .expect(303)
      .expect('location', `/surat/${id}`);
    await app.settle();
    expect((await page(`/surat/${id}`).expect(200)).text).not.toContain('kirim-ulang');
  });
});

describe('A server that cannot be used', () => {
  const posted3 = async (): Promise<void> => {
    for (const name of ['satu', 'dua', 'tiga']) await posted(`putus:${name}`, false);
    // Read back by hand: what stands in for the server here is a folder that cannot break by itself.
    await app.database.query(`UPDATE mail SET state = 'queued', sent_at = NULL WHERE key LIKE 'putus:%'`);
    await app.app.get(MailOutages).beginOfServer('fault', 1, '535 5.7.8 <kata sandi> salah');
  };

  test('is told on the administrator’s start page and the mails’ page, with its words and since when', async () => {
    await posted3();
    const start = await page('/').expect(200);
    expect(start.text).toContain('Periksa server surel: 3 surat menunggu');
    expect(start.text).toContain('535 5.7.8 &lt;kata sandi> salah');
    const mails = await page('/surat').expect(200);
    expect(mails.text).toContain('Server surel tidak dapat dipakai');
    expect(mails.text).toContain('20 Oktober 2025, pukul 08.00');
    expect((await page('/', guest).expect(200)).text).not.toContain('server surel');
    const { body } = await api(app).get('/api/mails/trouble', { as: administrator }).expect(200);
    expect(body).toMatchObject({
      waiting: 3,
      outages: [{ domain: null, since: '2025-10-20T01:00:00.000Z', words: '535 5.7.8 <kata sandi> salah' }],
    });
    await api(app).get('/api/mails/trouble', { as: guest }).expect(403);
  });

  test('has all sent again by one button, save what is known to be dead or was given up long ago', async () => {
    await app.database.query(
      `UPDATE mail SET state = 'failed', last_error = '421', last_fate = 'server-fault' WHERE key LIKE 'putus:%'`,
    );
    await app.database.query(`UPDATE mail SET recipient_email = 'mati@uji.test' WHERE key = 'putus:tiga'`);
    await app.database.query(
      `INSERT INTO address_fault (email, status, noticed_at) VALUES ('mati@uji.test', '5.1.1', now())`,
    );
    const old = await posted('gagal-dulu', true);
    await app.database.query(`UPDATE mail SET next_try_at = '2025-09-01T00:00:00Z' WHERE id = $1`, [old]);
    expect((await page('/').expect(200)).text).toContain(
      'Kirim ulang 2 surat yang gagal karena server surel',
    );
    expect((await page('/surat').expect(200)).text).toContain('Kirim ulang 2 surat yang gagal');
    await request(app.server).post('/surat/kirim-ulang').set(guest).expect(403);
    await api(app).post('/api/mails/resend', { as: guest }).expect(403);
    await request(app.server)
      .post('/surat/kirim-ulang')
      .set(administrator)
      .expect(303)
      .expect('location', '/surat');
    await app.settle();
    const rows = await app.database.query(
      `SELECT key, state FROM mail WHERE key LIKE 'putus:%' OR key = 'gagal-dulu' ORDER BY position`,
    );
    expect(rows).toEqual([
      { key: 'putus:satu', state: 'sent' },
      { key: 'putus:dua', state: 'sent' },
      { key: 'putus:tiga', state: 'failed' },
      { key: 'gagal-dulu', state: 'failed' },
    ]);
    const { body } = await api(app).post('/api/mails/resend', { as: administrator }).expect(200);
    expect(body).toEqual({ again: 0, waiting: 0, givenUp: 0, outages: [] });
    expect((await page('/surat').expect(200)).text).not.toContain('kirim-ulang');
  });
});

test('mails that came in are listed with what was made of them', async () => {
  expect((await page('/surat/masuk').expect(200)).text).toContain('Belum ada surat masuk.');
  const mail = 'From: Orang <orang@luar.test>\r\nSubject: Halo <b>\r\n\r\nBukan jawaban.\r\n';
  await app.app.get(ReceiveMail).execute(Buffer.from(mail));
  const { text } = await page('/surat/masuk').expect(200);
  expect(text).toContain('Halo &lt;b>');
  expect(text).toContain('orang@luar.test');
  expect(text).toContain('bukan jawaban undangan');
  const [, source] = /href="(\/api\/received-mails\/[^"]+)"/.exec(text) ?? [];
  await page(source ?? 'none').expect(200);
  await page('/surat/masuk', guest).expect(403);
});

describe('samples', () => {
  test('show every kind of mail that the code posts', async () => {
    const sources = await sourcesUnder('src');
    const kinds = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/(?:key: |key = |return |=> ?|=>\n *)`([a-z-]+):\$\{/g)].map(([, kind]) => kind),
      ),
    );
    expect([...kinds].sort()).toEqual([
      'address-asked',
      'address-changed',
      'address-new',
      'agenda',
      'answers',
      'digest',
      'feedback',
      'feedback-results',
      'follow-up-done',
      'follow-up-reminder',
      'handover',
      'import',
      'invitation',
      'learning',
      'note-answer',
      'note-question',
      'note-review',
      'own-address',
      'own-address-left',
      'participant-link',
      'password-link',
      'press-quote',
      'reminder',
      'series',
      'sinergi-report',
      'summary',
      'summary-reminder',
      'unit-change',
      'visit-notice',
    ]);
    const names = app.app
      .get(MailSamples, { strict: false })
      .all()
      .map(({ name }) => name);
    for (const kind of kinds)
      expect(names.some((name) => name === kind || name.startsWith(`${kind}-`))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  test('are pages of their own, with the mail caged and the plain text whole', async () => {
    const samples = app.app.get(MailSamples, { strict: false }).all();
    expect(samples.length).toBeGreaterThan(20);
    const list = await page('/surat/contoh').expect(200);
    for (const { name, text } of samples) {
      expect(list.text).toContain(`href="/surat/contoh/${name}"`);
      const shown = await page(`/surat/contoh/${name}`).expect(200);
      expect(shown.text).toMatch(new RegExp(`<iframe[^>]* src="/surat/contoh/${name}/html"[^>]* sandbox`));
      const body = await page(`/surat/contoh/${name}/html`).expect(200);
      expect(body.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
      // Whatever link the HTML has, the plain part has too.
      for (const [, href] of body.text.matchAll(/href="([^"]+)"/g))
        expect(text).toContain(href?.replaceAll('&amp;', '&'));
      expect(`${name} ${text}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
    await page('/surat/contoh/tiada').expect(404);
    await page('/surat/contoh', guest).expect(403);
  });
});

async function sourcesUnder(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const wanted = files.filter((file) => file.isFile() && file.name.endsWith('.ts'));
  return Promise.all(wanted.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
}
