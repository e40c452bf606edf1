import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { FirstAdministratorLink } from '../src/people/index.js';
import { startApp, type TestApp } from './support/app.js';
import { PASSWORD, signedIn } from './support/people.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const UNIT = 'rutan-banjarnegara';
const NEW_PASSWORD = 'kata-sandi-yang-baru';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const get = (path: string, cookie = '') =>
  request(app.server).get(path).set('accept', BROWSER).set('cookie', cookie);
const send = (path: string, fields: Record<string, string>, cookie = '') =>
  request(app.server).post(path).set('accept', BROWSER).set('cookie', cookie).type('form').send(fields);
const cookieOf = (answer: { headers: unknown }): string =>
  String((answer.headers as Record<string, string[]>)['set-cookie']?.[0]).replace(/;.*/s, '');
const signInPage = async (email: string) =>
  cookieOf(await send('/masuk', { email, password: PASSWORD }).expect(303));
/** The input of a name as it stands in a page. */
const input = (page: string, name: string): string =>
  new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(page)?.[0] ?? '';

describe('Every page', () => {
  test('is Indonesian, loads from here only, and runs nothing that stands in it', async () => {
    const answer = await get('/').expect(200).expect('content-type', 'text/html; charset=utf-8');
    expect(answer.text).toMatch(/^<!doctype html><html lang="id">/);
    expect(answer.text).toContain('href="#isi"');
    expect(answer.text).not.toMatch(
      /<script(?![^>]* src="\/aset\/)|<style|\sstyle=|\son\w+=|(?:href|src)="https?:/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    const policy = answer.headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https:|\*/);
  });

  test('has style sheets that may be kept for good, compressed, with a dark side', async () => {
    const { text } = await get('/');
    const paths = [...text.matchAll(/href="(\/aset\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.map((path) => path.replace(/.*\//, ''))).toEqual(
      expect.arrayContaining(['icon.svg', 'tabler.css', 'tabler-dark.css', 'sambang.css']),
    );
    for (const path of paths) {
      const answer = await request(app.server).get(path).set('accept-encoding', 'gzip, br').expect(200);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers['content-encoding']).toBe('br');
    }
    const dark = paths.find((path) => path.endsWith('tabler-dark.css')) ?? '';
    const plain = await request(app.server).get(dark).set('accept-encoding', 'identity').expect(200);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.text).toMatch(/:root\{[^}]*color-scheme:dark/);
    expect(plain.text).not.toContain('data-bs-theme');
    const older = await request(app.server).get('/aset/older/sambang.css').expect(200);
    expect(older.headers['cache-control']).toBe('no-cache');
    await request(app.server).get('/aset/x/..%2Fassets.ts').expect(404);
    await request(app.server).get('/aset/x/toString').expect(404);
  });
});

describe('An error', () => {
  test('is a page to a browser, and problem+json to a program or under /api', async () => {
    const page = await get('/tidak-ada').expect(404).expect('content-type', 'text/html; charset=utf-8');
    expect(page.text).toContain('Tidak ditemukan');
    expect(page.headers['vary']).toContain('accept');
    for (const answer of [await get('/api/tidak-ada'), await request(app.server).get('/tidak-ada')]) {
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  test('from another site is a page as well, and nobody gets signed in or out', async () => {
    const answer = await send('/masuk', { email: 'a@uji.test', password: PASSWORD })
      .set('origin', 'https://jahat.test')
      .expect(403);
    expect(answer.text).toContain('Asal permintaan tidak dikenal');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('in a form body is told, not a 500', async () => {
    await send('/masuk', { __proto__x: 'a' }).expect(422);
    await request(app.server)
      .post('/masuk')
      .set('accept', BROWSER)
      .type('form')
      .send('__proto__=a')
      .expect(400);
    await request(app.server).post('/masuk').set('accept', BROWSER).expect(422);
    await request(app.server)
      .post('/masuk')
      .set('accept', BROWSER)
      .type('form')
      .send(`email=${'x'.repeat(2_000_000)}`)
      .expect(413)
      .expect('content-type', 'text/html; charset=utf-8');
  });
});

describe('Signing in', () => {
  const email = 'masuk@uji.test';
  beforeAll(() => signedIn(app, { email, role: 'officer', unit: UNIT }));

  test('takes one to the page that was wanted, and signing out ends the session', async () => {
    expect((await get('/masuk?lanjut=/surat%3Fstate%3Dfailed')).text).toContain(
      'name="lanjut" value="/surat?state=failed"',
    );
    const fields = { email: ' Masuk@uji.test ', password: PASSWORD, lanjut: '/surat?state=failed' };
    const answer = await send('/masuk', fields).expect(303).expect('location', '/surat?state=failed');
    const cookie = cookieOf(answer);
    const start = await get('/', cookie).expect(200);
    expect(start.text).toContain(`Petugas ${email}`);
    expect(start.text).toContain('· Petugas');
    expect(start.text).toContain('Rutan Kelas IIB Banjarnegara');
    expect(start.text).not.toContain('href="/surat"');
    await get('/masuk', cookie).expect(303).expect('location', '/');
    await send('/keluar', {}, cookie).expect(303).expect('location', '/masuk?info=keluar');
    expect((await get('/', cookie)).text).not.toContain(email);
    expect((await get('/masuk?info=keluar')).text).toContain('Anda sudah keluar.');
  });

  test.each(['https://jahat.test', '//jahat.test', '/\\jahat.test', '/.//jahat.test', 'javascript:alert(1)'])(
    'does not send anybody to %s',
    async (lanjut) => {
      const fields = { email, password: PASSWORD, lanjut };
      await send('/masuk', fields).expect(303).expect('location', '/');
      expect((await get(`/masuk?${new URLSearchParams({ lanjut }).toString()}`)).text).not.toContain('jahat');
    },
  );

  test('with a wrong password says so and keeps the address, not the password', async () => {
    const answer = await send('/masuk', { email, password: '"><b>salah', lanjut: '/surat' }).expect(422);
    expect(answer.text).toContain('role="alert"');
    expect(answer.text).toContain('tidak cocok');
    expect(input(answer.text, 'email')).toContain(`value="${email}"`);
    expect(input(answer.text, 'lanjut')).toContain('value="/surat"');
    expect(answer.text).not.toContain('salah');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('with an empty field says so beside it, and puts the cursor there', async () => {
    const answer = await send('/masuk', { email: '<i>"', password: '' }).expect(422);
    expect(answer.text).toContain('id="password-fault">Wajib diisi.');
    expect(input(answer.text, 'password')).toMatch(/autofocus.*aria-invalid="true"/);
    expect(input(answer.text, 'email')).not.toContain('autofocus');
    expect(answer.text).not.toContain('<i>');
  });

  test('is offered where a page needs it', async () => {
    await get('/masuk?info=toString').expect(200);
    await get('/masuk?lanjut=/a&lanjut=/b').expect(200);
  });
});

describe('A link for setting a password', () => {
  const linkOf = async (email: string): Promise<string> => {
    const [mail] = await app.database.query<{ text: string }>(
      'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC LIMIT 1',
      [email],
    );
    return /\/sandi\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? 'no link';
  };

  test('is mailed on request, shows whose it is, and works once', async () => {
    const email = 'lupa@uji.test';
    await signedIn(app, { email, role: 'officer', unit: UNIT });
    await send('/lupa-sandi', { email }).expect(303).expect('location', '/lupa-sandi?terkirim');
    expect((await get('/lupa-sandi?terkirim').expect(200)).text).toContain('Periksa kotak surel');
    await app.settle();
    const link = await linkOf(email);

    const page = await get(link).expect(200);
    expect(page.text).toContain(email);
    const short = await send(link, { password: 'pendek', repeat: 'pendek' }).expect(422);
    expect(short.text).toContain('id="password-fault">Kata sandi paling sedikit 10 karakter.');
    const other = await send(link, { password: NEW_PASSWORD, repeat: 'lain' }).expect(422);
    expect(other.text).toContain('id="repeat-fault">Tidak sama');
    await send(link, { password: NEW_PASSWORD, repeat: NEW_PASSWORD })
      .expect(303)
      .expect('location', '/masuk?info=sandi');
    await send('/masuk', { email, password: NEW_PASSWORD }).expect(303);

    for (const answer of [await get(link), await send(link, { password: 'x', repeat: 'x' })]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain('href="/lupa-sandi"');
    }
  });

  test('does not tell which addresses have an account', async () => {
    await send('/lupa-sandi', { email: 'tak.dikenal@uji.test' })
      .expect(303)
      .expect('location', '/lupa-sandi?terkirim');
    const wrong = await send('/lupa-sandi', { email: 'bukan surel' }).expect(422);
    expect(input(wrong.text, 'email')).toContain('value="bukan surel"');
    await get('/sandi/bukan-tautan').expect(410);
  });

  test('makes the first administrator, who sees the mails', async () => {
    const url = await app.app.get(FirstAdministratorLink).issueIfNeeded();
    const link = new URL(url ?? '').pathname;
    const page = await get(link).expect(200);
    expect(input(page.text, 'name')).toContain('required');
    const fields = { name: '', email: 'pertama@uji.test', password: PASSWORD, repeat: PASSWORD };
    const refused = await send(link, fields).expect(422);
    expect(refused.text).toContain('id="name-fault">Wajib diisi.');
    expect(input(refused.text, 'email')).toContain('value="pertama@uji.test"');
    await send(link, { ...fields, name: 'Ayu' }).expect(303);
    const cookie = await signInPage('pertama@uji.test');
    expect((await get('/', cookie)).text).toMatch(/href="\/surat".*Selamat \w+, Ayu/s);
  });
});
