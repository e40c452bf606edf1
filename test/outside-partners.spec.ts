import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api, wrong } from './support/api-client.js';
import { BOOKING, filledBooking } from './support/booking.js';
import { signedIn, usualPeople } from './support/people.js';
import { create, requested, type Header } from './support/visits.js';

let app: TestApp;
let guest: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.settle();
  await app.database.query('DELETE FROM visit');
});

const bring = (visit: { id: string }, partnerName: string) =>
  api(app).post('/api/visits/{id}/guests', { as: guest, path: { id: visit.id }, body: { partnerName } });
const guestsOf = async ({ id }: { id: string }): Promise<string[]> => {
  const { body } = await api(app).get('/api/visits/{id}', { as: guest, path: { id } }).expect(200);
  return body.guests.filter(({ leading }) => !leading).map(({ organisation }) => organisation);
};
const page = (path: string, by: Header = administrator) =>
  request(app.server).get(path).set(by).set('accept', 'text/html');
const post = (path: string, fields: object, by: Header = administrator) =>
  request(app.server).post(path).set(by).set('accept', 'text/html').type('form').send(fields);
const SOEDIRMAN = 'partner-universitas-jenderal-soedirman';

describe('An outside partner', () => {
  test('is typed while a visit is asked for, stays typed while it is looked at, and comes along', async () => {
    const known = await create(app, guest);
    await bring(known, 'Universitas Jenderal Soedirman').expect(201);
    const mitra = 'univ. jenderal soedirman\nRadio Serayu\n\nRadio Serayu';
    const send = (fields: object) => post(BOOKING, filledBooking({ tempel: '', luar: '', ...fields }), guest);
    const looked = await send({ mitra, langkah: 'periksa' }).expect(200);
    expect(looked.text).toContain('Radio Serayu');
    const nameless = await send({ mitra: '???' }).expect(422);
    expect(nameless.text).toContain('id="mitra-fault"');
    const office = await send({ mitra: 'Rutan Banjarnegara' });
    expect(office.status).toBe(409);
    expect(office.text).toContain('id="mitra-fault"');
    const sent = await send({ mitra }).expect(303);
    const [, id = ''] = /kunjungan\/([\w-]+)\?/.exec(String(sent.headers['location'])) ?? [];
    expect((await guestsOf({ id })).sort()).toEqual(['partner-radio-serayu', SOEDIRMAN]);
  });

  test('is closed, comes along to nothing new and is said to be closed', async () => {
    const visit = await requested(app, guest);
    const later = await create(app, guest, { title: 'Lain' });
    await bring(visit, 'Yayasan Lentera').expect(201);
    const code = 'partner-yayasan-lentera';
    const path = `/pengelolaan/organisasi/${code}`;
    const changes = '/pengelolaan/perubahan-upt/baru';
    const shown = await page(path).expect(200);
    expect(shown.text).toContain(`${changes}?macam=closed&amp;upt=${code}`);
    expect((await page(`${changes}?macam=closed&upt=${code}`).expect(200)).text).toContain('Yayasan Lentera');
    const closing = { kind: 'closed', unit: 'Yayasan Lentera', effectiveOn: '20 okt 2025', reason: 'Bubar.' };
    const made = await post(changes, closing);
    expect(made.status).toBe(200);
    expect(made.text).toContain(visit.title);
    await post(changes, { ...closing, seen: visit.id }).expect(303);
    expect((await page(path)).text).toContain('Ditutup mulai Senin, 20 Oktober 2025');
    expect((await page('/pengelolaan/organisasi?jenis=partner')).text).toContain(
      'ditutup Senin, 20 Oktober 2025',
    );
    // The request to which it only came along goes on.
    const standing = await api(app)
      .get('/api/visits/{id}', { as: guest, path: { id: visit.id } })
      .expect(200);
    expect(standing.body.state).toBe('requested');
    const refused = await bring(later, 'yayasan lentera');
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'unit-not-there', unit: code }]);
    const searched = await page(`/kunjungan/${later.id}/tamu?cari=lentera`, guest).expect(200);
    expect(searched.text).not.toContain(`value="${code}"`);
    const kanwil = await signedIn(app, {
      email: 'k@jateng.test',
      role: 'regional',
      regionalOffice: 'jawa-tengah',
    });
    const foreign = await api(app).post('/api/unit-changes', {
      as: kanwil,
      body: wrong({ kind: 'closed', unit: 'pusat-bpsdm', effectiveOn: '2025-11-01', reason: 'x' }),
    });
    expect(foreign.status).toBe(403);
    // What is put together with another was not closed.
    const versionNow = async (): Promise<number> =>
      (await app.database.query<{ version: number }>('SELECT version FROM unit WHERE code = $1', [code]))[0]
        ?.version ?? 0;
    await bring(later, 'Lentera Hati').expect(201);
    await api(app)
      .post('/api/organisations/{code}/merge', {
        as: administrator,
        path: { code },
        body: { into: 'partner-lentera-hati', version: await versionNow() },
      })
      .expect(200);
    await bring(await create(app, guest, { title: 'Nanti' }), 'yayasan lentera').expect(201);
  });
});
