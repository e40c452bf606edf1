import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import sharp from 'sharp';
import { api, type Shown } from './support/api-client.js';
import { startApp, type TestApp } from './support/app.js';
import { signedIn, usualPeople, type UsualPeople } from './support/people.js';
import type { Header } from './support/visits.js';

const HOST = 'rutan-banjarnegara';
const KANWIL = 'kanwil-jawa-tengah';
type NewSigner = Shown<'NewSignerBody'>;
const NIP = '198001012005011001';
const head: NewSigner = {
  ...{ kind: 'head', name: 'Agus Wibowo, A.Md.IP., S.H.', position: 'Kepala Rutan Kelas IIB Banjarnegara' },
  ...{ nip: '19800101 200501-1-001', rank: 'IV/a', fromOn: '2024-01-01' },
};

let app: TestApp;
let people: UsualPeople;
let admin: Header;

beforeAll(async () => {
  app = await startApp();
  people = await usualPeople(app);
  admin = await signedIn(app, { email: 'admin@pusat.test', role: 'administrator' });
});
afterAll(() => app.close());

const read = async (as: Header, code = HOST) =>
  (await api(app).get('/api/units/{code}/papers', { as, path: { code } }).expect(200)).body;
const change = (as: Header, body: { version: number } & Record<string, unknown>, code = HOST) =>
  api(app).patch('/api/units/{code}/papers', { as, path: { code }, body });
const sign = (as: Header, body: Partial<NewSigner>, code = HOST) =>
  api(app).post('/api/units/{code}/papers/signers', { as, path: { code }, body: { ...head, ...body } });
const page = (by: Header, code = HOST) =>
  request(app.server).get(`/upt/${code}/kop`).set(by).set('accept', 'text/html');
const post = (by: Header, path: string, form: object) =>
  request(app.server)
    .post(`/upt/${HOST}/kop${path}`)
    .set(by)
    .set('accept', 'text/html')
    .type('form')
    .send(form);

describe('what stands on the papers of an office', () => {
  const papers = {
    letterhead: ['KEMENTERIAN IMIGRASI DAN PEMASYARAKATAN', 'RUMAH TAHANAN NEGARA KELAS IIB BANJARNEGARA'],
    placeOfSigning: 'Banjarnegara',
    copies: ['Kepala Kantor Wilayah Ditjenpas Jawa Tengah'],
    classificationCode: 'PK.01.08',
    numberCode: 'WP.13.PAS.35',
    numberPattern: '{kode}-{klasifikasi}-{nomor}',
  };

  test('is empty at first, and kept as it is said by its officers, its Kanwil and administrators', async () => {
    expect(await read(people.host)).toMatchObject({ letterhead: [], numberPattern: null, version: 1 });
    expect((await change(people.host, { version: 1, ...papers }).expect(200)).body).toMatchObject({
      ...papers,
      version: 2,
    });
    await change(people.kanwil, { version: 2, placeOfSigning: null }).expect(200);
    expect(await read(admin)).toMatchObject({ ...papers, placeOfSigning: null, version: 3 });
  });

  test('is neither read nor changed by others', async () => {
    for (const as of [people.guest, people.stranger]) {
      await api(app)
        .get('/api/units/{code}/papers', { as, path: { code: HOST } })
        .expect(403);
      await change(as, { version: 3, copies: [] }).expect(403);
      await sign(as, {}).expect(403);
      await page(as).expect(403);
    }
    const code = 'tidak-ada';
    await api(app).get('/api/units/{code}/papers', { as: admin, path: { code } }).expect(404);
  });

  test('a Kanwil keeps its own', async () => {
    await change(people.kanwil, { version: 1, letterhead: ['KANTOR WILAYAH'] }, KANWIL).expect(200);
    expect((await page(people.kanwil, KANWIL).expect(200)).text).toContain('KANTOR WILAYAH');
    await change(people.host, { version: 2, letterhead: [] }, KANWIL).expect(403);
  });

  test('is refused when somebody was faster, with too many lines or a pattern without a number', async () => {
    await change(people.host, { version: 1, copies: [] }).expect(409);
    await change(people.host, { version: 3, letterhead: ['1', '2', '3', '4', '5', '6', '7'] }).expect(422);
    await change(people.host, { version: 3, numberPattern: '{kode}/{tahun}' }).expect(422);
    expect((await read(people.host)).version).toBe(3);
  });

  test('is saved by a form, whose faults stand beside the fields', async () => {
    const refused = await post(people.host, '', { version: 3, letterhead: 'A\nB', numberPattern: '{hari}' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('“{hari}” tidak dikenal');
    await post(people.host, '', { version: 3, letterhead: 'A\n\nB', copies: '', placeOfSigning: '' }).expect(
      303,
    );
    expect(await read(people.host)).toMatchObject({ letterhead: ['A', 'B'], copies: [], version: 4 });
  });
});

describe('an emblem', () => {
  const square = () =>
    sharp({ create: { width: 900, height: 900, channels: 4, background: '#0000' } })
      .withExif({ IFD0: { Copyright: 'rahasia' } })
      .webp()
      .toBuffer();
  const send = (by: Header, content: Buffer) =>
    request(app.server)
      .post(`/api/units/${HOST}/papers/emblem`)
      .set(by)
      .attach('file', content, 'lambang.webp');

  test('is written anew as PNG, small and without what came with it', async () => {
    await send(people.host, await square()).expect(204);
    const { body, headers } = await request(app.server)
      .get(`/upt/${HOST}/kop/lambang`)
      .set(people.host)
      .buffer(true)
      .expect(200);
    expect(headers['content-type']).toBe('image/png');
    const { width, format, hasAlpha, exif } = await sharp(body as Buffer).metadata();
    expect({ width, format, hasAlpha, exif }).toEqual({
      width: 600,
      format: 'png',
      hasAlpha: true,
      exif: undefined,
    });
    expect((await read(people.host)).hasEmblem).toBe(true);
  });

  test('is nothing else than a picture, and goes when somebody says so', async () => {
    await send(people.host, Buffer.from('%PDF-1.7')).expect(422);
    await send(people.stranger, await square()).expect(403);
    await post(people.host, '/lambang/hapus', {}).expect(303);
    await request(app.server).get(`/upt/${HOST}/kop/lambang`).set(people.host).expect(404);
  });
});

describe('who signs', () => {
  test('is written down with dates; the NIP is masked wherever it is shown', async () => {
    const { signers } = (await sign(people.host, {}).expect(201)).body;
    expect(signers).toMatchObject([
      { ...head, nip: '***************001', rank: 'Pembina (IV/a)', untilOn: null },
    ]);
    const { text } = await page(people.host).expect(200);
    expect(text).toContain('Tersimpan ***************001');
    expect(text).not.toContain(NIP);
    const stored = await app.database.query('SELECT nip FROM signer');
    expect(stored).toEqual([{ nip: NIP }]);
  });

  test('is one head a date, and one who acts for the head beside', async () => {
    await sign(people.host, { fromOn: '2025-01-01' }).expect(409);
    await sign(people.host, { kind: 'plh', fromOn: '2025-10-28' }).expect(422);
    const plh: Partial<NewSigner> = {
      kind: 'plh',
      name: 'Budi',
      fromOn: '2025-10-28',
      untilOn: '2025-10-30',
    };
    await sign(people.host, plh).expect(201);
    await sign(people.host, { ...plh, kind: 'plt', fromOn: '2025-10-30' }).expect(409);
  });

  test('is changed on the version that was seen; a NIP left empty stays', async () => {
    const [first] = (await read(people.host)).signers;
    const { id = '', version = 0 } = first ?? {};
    const form = { ...head, nip: '', untilOn: '31 Desember 2026' };
    await post(people.host, `/penanda-tangan/${id}`, { ...form, version }).expect(303);
    await post(people.host, `/penanda-tangan/${id}`, { ...form, version }).expect(409);
    const [row] = await app.database.query('SELECT nip, until_on::text AS until FROM signer WHERE id = $1', [
      id,
    ]);
    expect(row).toEqual({ nip: NIP, until: '2026-12-31' });
    const path = { code: HOST, id };
    await api(app)
      .delete('/api/units/{code}/papers/signers/{id}', { as: people.host, path, query: { version } })
      .expect(409);
    await api(app)
      .delete('/api/units/{code}/papers/signers/{id}', {
        as: people.host,
        path: { ...path, code: KANWIL },
        query: { version: 2 },
      })
      .expect(403);
    await post(people.host, `/penanda-tangan/${id}/hapus`, { version: 2 }).expect(303);
    expect((await read(people.host)).signers.map(({ name }) => name)).toEqual(['Budi']);
  });
});
