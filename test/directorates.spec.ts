import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { signedIn, usualPeople } from './support/people.js';
import { requested, type Header } from './support/visits.js';

/** Directorates of the centre take part in visits, and a visit is found by each of its guests. */

let app: TestApp;
let guest: Header;
let host: Header;
let administrator: Header;

beforeAll(async () => {
  app = await startApp();
  ({ guest, host } = await usualPeople(app));
  administrator = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());
beforeEach(() => app.database.query('DELETE FROM visit'));

const page = (path: string, by: Header) => request(app.server).get(path).set(by).set('accept', 'text/html');

describe('A directorate', () => {
  const DITJENPAS = 'pusat-ditjenpas';
  let head: Header;

  beforeAll(async () => {
    await app.database.query('UPDATE regional_office SET approves_inside = true, approves_across = true');
    const place = { role: 'unit-head', unit: DITJENPAS } as const;
    await api(app)
      .post('/api/people', {
        as: administrator,
        body: { ...place, name: 'Kepala pusat', email: 'kepala@pusat.test' },
      })
      .expect(201);
    head = await signedIn(app, { ...place, email: 'kepala2@pusat.test' });
  });

  test('stands in the reference data, and is found by its other name', async () => {
    const { body } = await api(app)
      .get('/api/organisations', { as: guest, query: { kind: 'directorate', query: 'ditjenpas' } })
      .expect(200);
    expect(body.items).toMatchObject([{ code: DITJENPAS, name: 'Direktorat Jenderal Pemasyarakatan' }]);
    expect((await page('/cari?q=direktorat%20jenderal%20pemasyarakatan', guest).expect(200)).text).toContain(
      `href="/upt/${DITJENPAS}"`,
    );
  });

  test('asks for a visit, of which the region of the host approves', async () => {
    const sent = await requested(app, head, { guestUnit: DITJENPAS });
    expect(sent.approvals).toMatchObject([{ regionalOffice: 'jawa-tengah', approved: false }]);
    await app.settle();
    const told = await app.database.query<{ email: string }>(
      `SELECT DISTINCT recipient_email AS email FROM mail WHERE stream = $1 ORDER BY 1`,
      [sent.id],
    );
    expect(told.map(({ email }) => email)).toEqual(['kanwil@jateng.test', 'petugas@tuan.test']);
  });

  test('receives a visit, comes along to one, and says by which rules it receives', async () => {
    const path = { code: DITJENPAS };
    const { body: unit } = await api(app).get('/api/units/{code}', { as: head, path }).expect(200);
    const change = { version: unit.version, hostingPolicy: { largestParty: 40 } };
    await api(app).patch('/api/units/{code}', { as: head, path, body: change }).expect(200);
    const sent = await requested(app, guest, { hostUnit: DITJENPAS });
    expect(sent.approvals).toMatchObject([{ regionalOffice: 'jawa-tengah' }]);
    expect((await page('/', head).expect(200)).text).toContain('Jawab permintaan Bapas Kelas II Purwokerto');
    await api(app)
      .post('/api/visits/{id}/guests', {
        as: guest,
        path: { id: sent.id },
        body: { organisation: 'pusat-bpsdm' },
      })
      .expect(201);
  });
});

test('a visit is found by the name of whoever came along, in lists and their files', async () => {
  const visit = await requested(app, guest);
  await api(app)
    .post('/api/visits/{id}/guests', {
      as: guest,
      path: { id: visit.id },
      body: { partnerName: 'Universitas Jenderal Soedirman' },
    })
    .expect(201);
  await requested(app, guest, {
    startsAt: '2025-11-06T09:00:00+07:00',
    endsAt: '2025-11-06T12:00:00+07:00',
  });
  const found = async (query: string) => {
    const { body } = await api(app).get('/api/visits', { as: host, query: { query } }).expect(200);
    return body.items.map(({ id }) => id);
  };
  for (const words of ['soedirman', 'UNIV. JENDERAL', 'universitas jenderal']) {
    expect(await found(words)).toEqual([visit.id]);
  }
  expect(await found('universitas lain')).toEqual([]);
  const list = await page('/kunjungan?tab=semua&query=univ.%20jenderal', host).expect(200);
  expect(list.text).toContain(`/kunjungan/${visit.id}`);
  const file = await page('/kunjungan/unduh?query=soedirman&format=csv', host).expect(200);
  expect(file.text).toContain('Universitas Jenderal Soedirman');
});
