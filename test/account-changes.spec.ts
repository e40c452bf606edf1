import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { signedIn } from './support/people.js';
import type { Header } from './support/visits.js';
import { api } from './support/api-client.js';

let app: TestApp;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const get = (path: string, by: Header) => request(app.server).get(path).set('accept', 'text/html').set(by);
const send = (path: string, by: Header, body: object = {}) =>
  request(app.server).post(path).set('accept', 'text/html').set(by).type('form').send(body).redirects(0);

async function invited(body: object): Promise<string> {
  const all = { name: 'Orang Baru', role: 'officer', unit: 'rutan-purbalingga', ...body };
  const answer = await send('/pengelolaan/orang/undang', administrator, all).expect(303);
  return (answer.headers['location'] ?? '').replace(/\?.*/, '');
}

describe('An account', () => {
  test('that somebody else changed meanwhile are not overwritten unseen, and what was typed stays', async () => {
    const post = { role: 'officer', unit: 'rutan-purbalingga', regionalOffice: '' };
    const path = await invited({ email: 'dua@x.test', ...post });
    const body = { ...post, version: '1' };
    await send(path, administrator, { ...body, name: 'Yang Pertama' }).expect(303);
    const stale = await send(path, administrator, { ...body, name: 'Yang Kedua' }).expect(409);
    expect(stale.text).toMatch(/baru saja diubah orang lain.*<h1>|<h1>.*baru saja diubah orang lain/s);
    expect(stale.text).toMatch(/name="name"[^>]*value="Yang Kedua"|value="Yang Kedua"[^>]*name="name"/);
    expect(stale.text).toContain('name="version" value="2"');
    await send(path, administrator, { ...body, name: 'Yang Kedua', version: '2' }).expect(303);
    expect((await get(path, administrator)).text).toContain('<h1>Yang Kedua</h1>');
  });

  test('of ones own is not overwritten unseen either', async () => {
    const own = await signedIn(app, { email: 'diri@x.test', role: 'officer', unit: 'rutan-purbalingga' });
    await send('/akun', own, { name: 'Satu', version: '1' }).expect(303);
    const stale = await send('/akun', own, { name: 'Dua', version: '1' }).expect(409);
    expect(stale.text).toContain('baru saja diubah');
    expect(stale.text).toContain('value="Dua"');
    await send('/akun', own, { name: 'Dua', version: 'x' }).expect(422);
  });

  test('is changed by programs in all that its page can change', async () => {
    const path = await invited({ email: 'program@x.test' });
    const patch = (body: object) =>
      api(app).patch('/api/people/{id}', {
        as: administrator,
        path: { id: path.split('/').at(-1) },
        body: { version: 2, ...body },
      });
    const body = { name: 'Lewat Program', phone: '0812 3456 7890', position: 'Penjaga' };
    const moved = { role: 'regional', unit: null, regionalOffice: 'bali', version: 1 };
    const changed = await patch({ ...body, ...moved }).expect(200);
    expect(changed.body).toMatchObject({ ...body, ...moved, phone: '+6281234567890', version: 2 });
    const stale = await patch({ name: 'Lain', version: 1 }).expect(409);
    expect(stale.body).toMatchObject({ code: 'account-changed', current: { version: 2 } });
    await patch({ name: '' }).expect(422);
    await patch({ version: 0 }).expect(422);
    await patch({ position: null }).expect(200);
  });
});
