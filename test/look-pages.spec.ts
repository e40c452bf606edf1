import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { PASSWORD, signedIn } from './support/people.js';

const BROWSER = 'text/html,*/*;q=0.8';
const email = 'tampilan@uji.test';

let app: TestApp;
let session: string;

beforeAll(async () => {
  app = await startApp();
  await signedIn(app, { email, role: 'officer', unit: 'rutan-banjarnegara' });
  session = cookieOf(await send('/masuk', { email, password: PASSWORD }).expect(303));
});
afterAll(() => app.close());

const get = (path: string, cookie = '') =>
  request(app.server).get(path).set('accept', BROWSER).set('cookie', cookie);
const send = (path: string, fields: Record<string, string>, cookie = '') =>
  request(app.server).post(path).set('accept', BROWSER).set('cookie', cookie).type('form').send(fields);
const cookieOf = (answer: { headers: unknown }): string =>
  String((answer.headers as Record<string, string[]>)['set-cookie']?.[0]);
const pressed = (page: string): string | undefined => /value="(\w+)" aria-pressed="true"/.exec(page)?.[1];

describe('The look of pages', () => {
  test('is that of the device until somebody chooses', async () => {
    const { text } = await get('/akun', session).expect(200);
    expect(text).not.toContain('data-bs-theme');
    expect(text).toContain('media="(prefers-color-scheme: dark)"');
    expect(text).toContain('content="light dark"');
    expect(pressed(text)).toBe('device');
  });

  test('once chosen stays in the browser, and leads back to the page it was chosen on', async () => {
    const page = await get('/upt?cari=rutan', session);
    expect(page.text).toContain('name="kembali" value="/upt?cari=rutan"');
    const answer = await send('/tampilan', { tampilan: 'dark', kembali: '/upt?cari=rutan' }, session)
      .expect(303)
      .expect('location', '/upt?cari=rutan');
    const cookie = cookieOf(answer);
    expect(cookie).toMatch(/^sambang_tampilan=dark; Max-Age=\d{8}; Path=\/; HttpOnly; SameSite=Lax/);
    const dark = await get('/upt', `${session}; ${cookie}`);
    expect(dark.text).toContain('<html lang="id" data-bs-theme="dark">');
    expect(dark.text).not.toContain('prefers-color-scheme');
    expect(pressed(dark.text)).toBe('dark');
    expect((await get('/tidak-ada', cookie)).text).toContain('data-bs-theme="dark"');
  });

  test('chosen light loads nothing of the dark', async () => {
    const { text } = await get('/masuk', 'sambang_tampilan=light').expect(200);
    expect(text).toContain('data-bs-theme="light"');
    expect(text).not.toContain('-dark.css');
  });

  test('goes back to that of the device', async () => {
    const answer = await send('/tampilan', { tampilan: 'device', kembali: '/' }, session).expect(303);
    expect(cookieOf(answer)).toMatch(/^sambang_tampilan=; .*Expires=Thu, 01 Jan 1970/);
  });

  test('is one of ours, leads nowhere else, and is not chosen by another site', async () => {
    await send('/tampilan', { tampilan: 'neon' }).expect(422);
    await send('/tampilan', { tampilan: 'dark', kembali: '//jahat.test' }).expect('location', '/');
    await send('/tampilan', { tampilan: 'dark' }, session).set('origin', 'https://jahat.test').expect(403);
  });
});
