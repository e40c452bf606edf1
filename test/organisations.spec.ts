import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { START, startApp, type TestApp } from './support/app.js';
import { api } from './support/api-client.js';
import { countedAfresh, countsKept } from './support/fresh-figures.js';
import { signedIn, usualPeople } from './support/people.js';
import { create, requested, type Header } from './support/visits.js';

/** Outside partners are written once, found again and put together; directorates are kept by the administrator. */

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
beforeEach(async () => {
  app.clock.set(START);
  await app.settle();
  await app.database.query('DELETE FROM visit');
  await app.database.query('DELETE FROM merged_organisation');
  await app.database.query('DELETE FROM partner_name');
  await app.database.query(`DELETE FROM unit_name WHERE unit LIKE 'partner-%'`);
  await app.database.query(`DELETE FROM unit WHERE kind = 'partner'`);
});

const bring = (visit: { id: string }, partnerName: string, more: object = {}) =>
  api(app).post('/api/visits/{id}/guests', {
    as: guest,
    path: { id: visit.id },
    body: { partnerName, ...more },
  });

const guestsOf = async ({ id }: { id: string }): Promise<[string, string, number | null][]> => {
  const { body } = await api(app).get('/api/visits/{id}', { as: guest, path: { id } }).expect(200);
  return body.guests
    .filter(({ leading }) => !leading)
    .map(({ organisation, name, partySize }) => [organisation, name, partySize]);
};
const partners = async (): Promise<string[]> => {
  const { body } = await api(app)
    .get('/api/organisations', { as: guest, query: { kind: 'partner' } })
    .expect(200);
  return body.items.map(({ name }) => name);
};
const page = (path: string, by: Header = administrator) =>
  request(app.server).get(path).set(by).set('accept', 'text/html');
const post = (path: string, fields: object, by: Header = administrator) =>
  request(app.server).post(path).set(by).set('accept', 'text/html').type('form').send(fields);
const SOEDIRMAN = 'partner-universitas-jenderal-soedirman';

describe('An outside partner', () => {
  test('is written once and found again, whichever way it is written', async () => {
    const first = await create(app, guest);
    await bring(first, 'Universitas Jenderal Soedirman', { partySize: 3 }).expect(201);
    const second = await create(app, guest, {
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T12:00:00+07:00',
    });
    await bring(second, '  UNIV. Jenderal Soedirman ').expect(201);
    expect(await partners()).toEqual(['Universitas Jenderal Soedirman']);
    expect(await guestsOf(first)).toEqual([[SOEDIRMAN, 'Universitas Jenderal Soedirman', 3]]);
    expect(await guestsOf(second)).toEqual([[SOEDIRMAN, 'Universitas Jenderal Soedirman', null]]);
    await bring(second, 'univ jenderal soedirman').expect(409);
  });

  test('is not what stands in the list of offices, and has a name', async () => {
    const visit = await create(app, guest);
    const { body } = await bring(visit, 'Rutan Kelas IIB Purbalingga').expect(409);
    expect(body).toMatchObject({ code: 'partner-is-organisation', organisation: 'rutan-purbalingga' });
    const empty = await bring(visit, '…').expect(422);
    expect(empty.body).toMatchObject({
      code: 'partner-name-empty',
      errors: [{ field: 'partnerName' }],
    });
    await api(app)
      .post('/api/visits/{id}/guests', { as: guest, path: { id: visit.id }, body: {} })
      .expect(422);
    expect(await partners()).toEqual([]);
  });

  test('two who write the same name at once write down one', async () => {
    const visits = await Promise.all(
      ['06', '07', '10', '11'].map((day) =>
        create(app, guest, {
          startsAt: `2025-11-${day}T09:00:00+07:00`,
          endsAt: `2025-11-${day}T12:00:00+07:00`,
        }),
      ),
    );
    const answers = await Promise.all(visits.map((visit) => bring(visit, 'Harian Suara Serayu')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(await partners()).toEqual(['Harian Suara Serayu']);
  });

  test('whoever may not ask guests writes down none', async () => {
    const visit = await requested(app, guest);
    await api(app)
      .post('/api/visits/{id}/guests', { as: host, path: { id: visit.id }, body: { partnerName: 'Dinsos' } })
      .expect(403);
    expect(await partners()).toEqual([]);
  });

  test('is written in the form of a visit, and what is refused stands there again', async () => {
    const { id } = await create(app, guest);
    await post(`/kunjungan/${id}/tamu`, { partnerName: 'Dinsos Kab. Banjarnegara', partySize: '2' }, guest)
      .expect(303)
      .expect('location', `/kunjungan/${id}/tamu?info=mitra`);
    expect((await page(`/kunjungan/${id}`, guest)).text).toContain('Dinsos Kab. Banjarnegara');
    const refused = await post(
      `/kunjungan/${id}/tamu`,
      { partnerName: 'Rutan Kelas IIB Purbalingga', partnerPlace: 'Purbalingga', partySize: '4' },
      guest,
    ).expect(409);
    expect(refused.text).toContain('value="Rutan Kelas IIB Purbalingga"');
    expect(refused.text).toContain('ada dalam daftar; carilah');
    const found = await page(`/kunjungan/${id}/tamu?cari=universitas`, guest).expect(200);
    expect(found.text).toContain('Mitra luar');
  });

  test('comes along to a visit that is entered afterwards', async () => {
    const body = {
      ...{ guestUnit: 'bapas-purwokerto', hostUnit: 'rutan-banjarnegara', kind: 'study-visit' as const },
      ...{ title: 'Kebun', startsAt: '2025-09-04T09:00:00+07:00', endsAt: '2025-09-04T12:00:00+07:00' },
      partners: ['Univ. Jenderal Soedirman', 'PT Sumber Rezeki'],
    };
    const { body: made } = await api(app).post('/api/recorded-visits', { as: guest, body }).expect(201);
    expect((await guestsOf(made)).map(([, name]) => name)).toEqual([
      'PT Sumber Rezeki',
      'Univ. Jenderal Soedirman',
    ]);
    const office = { ...body, title: 'Lain', partners: ['Rutan Purbalingga'] };
    await api(app).post('/api/recorded-visits', { as: guest, body: office }).expect(409);
  });
});

describe('Two entries of one partner', () => {
  const versionOf = async (code: string): Promise<number> =>
    (await api(app).get('/api/organisations/{code}', { as: guest, path: { code } }).expect(200)).body.version;
  const merge = async (code: string, into: string, by: Header = administrator) =>
    api(app).post('/api/organisations/{code}/merge', {
      as: by,
      path: { code },
      body: { into, version: await versionOf(code) },
    });
  const UNSOED = 'partner-unsoed';

  async function twice() {
    const both = await requested(app, guest);
    await bring(both, 'Universitas Jenderal Soedirman', { partySize: 3 }).expect(201);
    await bring(both, 'Unsoed', { partySize: 2 }).expect(201);
    const one = await create(app, guest, {
      startsAt: '2025-11-06T09:00:00+07:00',
      endsAt: '2025-11-06T12:00:00+07:00',
    });
    await bring(one, 'UNSOED').expect(201);
    const path = { id: one.id };
    const person = { name: 'Prof. Sri', side: 'guest', role: 'member', broughtBy: UNSOED } as const;
    await api(app).post('/api/visits/{id}/participants', { as: guest, path, body: person }).expect(201);
    return { both, one };
  }

  test('become one: visits and people follow, and both names find it', async () => {
    const { both, one } = await twice();
    const path = { code: UNSOED };
    const query = { into: SOEDIRMAN };
    const { body: held } = await api(app)
      .get('/api/organisations/{code}/merge', { as: administrator, path, query })
      .expect(200);
    expect(held.items).toEqual([
      { name: 'Kunjungan yang diikuti', count: 2 },
      { name: 'Peserta yang dibawa', count: 1 },
      { name: 'Tindak lanjut', count: 0 },
      { name: 'Catatan penutupan yang dihapus', count: 0 },
    ]);
    const merged = await merge(UNSOED, SOEDIRMAN);
    expect(merged.status).toBe(200);
    expect(merged.body).toMatchObject({ code: SOEDIRMAN, aliases: ['Unsoed'] });
    expect(await guestsOf(both)).toEqual([[SOEDIRMAN, 'Universitas Jenderal Soedirman', 5]]);
    expect(await guestsOf(one)).toEqual([[SOEDIRMAN, 'Universitas Jenderal Soedirman', null]]);
    const shown = await api(app)
      .get('/api/visits/{id}', { as: guest, path: { id: one.id } })
      .expect(200);
    expect(shown.body.participants).toMatchObject([{ name: 'Prof. Sri', broughtBy: SOEDIRMAN }]);
    expect(shown.body.version).toBeGreaterThan(one.version);
    expect(await partners()).toEqual(['Universitas Jenderal Soedirman']);
    const found = await api(app)
      .get('/api/organisations', { as: guest, query: { query: 'unsoed' } })
      .expect(200);
    expect(found.body.items.map(({ code }) => code)).toEqual([SOEDIRMAN]);
    const later = await create(app, guest, {
      startsAt: '2025-11-13T09:00:00+07:00',
      endsAt: '2025-11-13T12:00:00+07:00',
    });
    await bring(later, 'unsoed').expect(201);
    expect((await guestsOf(later)).map(([code]) => code)).toEqual([SOEDIRMAN]);
    const old = await api(app).get('/api/organisations/{code}', { as: guest, path }).expect(200);
    expect(old.body.code).toBe(SOEDIRMAN);
  });

  test('Sinergi counts the pair once, before and after', async () => {
    await twice();
    await app.settle();
    const before = await countsKept(app.database);
    await merge(UNSOED, SOEDIRMAN);
    await app.settle();
    const after = await countsKept(app.database);
    expect(after).toEqual(await countedAfresh(app.database));
    const pairsOf = (counts: object): string[] =>
      Object.keys(counts).filter((key) => key.includes('partner-'));
    expect(pairsOf(before).length).toBeGreaterThan(pairsOf(after).length);
    expect(pairsOf(after).length).toBeGreaterThan(0);
  });

  test('only administrators do that, of two partners, as they saw them', async () => {
    await twice();
    expect((await merge(UNSOED, SOEDIRMAN, guest)).status).toBe(403);
    expect((await merge(UNSOED, UNSOED)).body).toMatchObject({ code: 'organisation-not-mergeable' });
    expect((await merge(UNSOED, 'rutan-banjarnegara')).body).toMatchObject({
      code: 'organisation-not-mergeable',
      errors: [{ field: 'into' }],
    });
    await api(app)
      .post('/api/organisations/{code}/merge', {
        as: administrator,
        path: { code: UNSOED },
        body: { into: SOEDIRMAN, version: 9 },
      })
      .expect(409);
  });

  test('the page shows what moves before it is done', async () => {
    await twice();
    const path = `/pengelolaan/organisasi/${UNSOED}/gabung`;
    expect((await page(`${path}?cari=soedirman`).expect(200)).text).toContain(`${path}?ke=${SOEDIRMAN}`);
    expect((await page(`${path}?ke=${SOEDIRMAN}`).expect(200)).text).toContain('Kunjungan yang diikuti: 2');
    await post(path, { into: SOEDIRMAN, version: String(await versionOf(UNSOED)) })
      .expect(303)
      .expect('location', `/pengelolaan/organisasi/${SOEDIRMAN}?info=digabung`);
    await page(`/pengelolaan/organisasi/${UNSOED}`).expect(303);
    await page(path, guest).expect(403);
  });
});

describe('The administrator’s list', () => {
  test('a directorate is written, renamed and hosts by its own rules', async () => {
    const body = { kind: 'directorate' as const, name: 'Direktorat Uji', timeZone: 'Asia/Jakarta' as const };
    const { body: made } = await api(app)
      .post('/api/organisations', { as: administrator, body: { ...body, place: 'Jakarta' } })
      .expect(201);
    expect(made).toMatchObject({ code: 'pusat-direktorat-uji', place: 'Jakarta', version: 1 });
    await api(app).post('/api/organisations', { as: guest, body }).expect(403);
    await api(app).post('/api/organisations', { as: administrator, body }).expect(409);
    await api(app)
      .post('/api/organisations', { as: administrator, body: { ...body, kind: 'upt' } })
      .expect(422);
    const path = { code: made.code };
    const rename = { version: 1, name: 'Direktorat Uji Coba' };
    const { body: renamed } = await api(app)
      .patch('/api/organisations/{code}', { as: administrator, path, body: rename })
      .expect(200);
    expect(renamed).toMatchObject({ name: 'Direktorat Uji Coba', version: 2 });
    await api(app).patch('/api/organisations/{code}', { as: administrator, path, body: rename }).expect(409);
    const unit = await api(app).get('/api/units/{code}', { as: guest, path }).expect(200);
    expect(unit.body).toMatchObject({ kind: 'directorate', hostingPolicy: { open: true } });
    expect(unit.body.hostingPolicy.windows.length).toBeGreaterThan(0);
  });

  test('pages list, add and change, and give back what was typed', async () => {
    const typed = { kind: 'partner', name: 'Yayasan Lentera', place: '', timeZone: 'Asia/Makassar' };
    const refused = await post('/pengelolaan/organisasi/baru', { ...typed, email: 'bukan surel' }).expect(
      422,
    );
    expect(refused.text).toContain('value="Yayasan Lentera"');
    await post('/pengelolaan/organisasi/baru', typed)
      .expect(303)
      .expect('location', '/pengelolaan/organisasi/partner-yayasan-lentera?info=tersimpan');
    const list = await page('/pengelolaan/organisasi?jenis=partner&cari=lentera').expect(200);
    expect(list.text).toContain('Yayasan Lentera');
    expect((await page('/pengelolaan/organisasi?jenis=directorate')).text).not.toContain('Yayasan Lentera');
    const path = '/pengelolaan/organisasi/partner-yayasan-lentera';
    await post(path, { ...typed, version: '1', aliases: 'Lentera Hati' }).expect(303);
    expect((await page(path)).text).toContain('Lentera Hati');
    const stale = await post(path, { ...typed, version: '1', name: 'Yayasan Lain' }).expect(409);
    expect(stale.text).toContain('Yayasan Lain');
    await page('/pengelolaan/organisasi/rutan-banjarnegara').expect(404);
    await page('/pengelolaan/organisasi', guest).expect(403);
  });
});
