import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { api, type Shown } from './support/api-client.js';
import { LetterScene, type Letter } from './support/letter-scene.js';
import { pdfPages } from './support/paper-texts.js';
import type { Header } from './support/visits.js';

type List = Shown<'CertificateList'>;

let scene: LetterScene;
let guest: Header;
let host: Header;
let letter: Letter;

beforeAll(async () => {
  scene = await LetterScene.start();
  ({ guest, host } = scene.people);
});
beforeEach(async () => {
  await scene.newVisit();
  letter = await scene.added(host, { kind: 'piagam', number: 'P-1', datedOn: '2025-11-28' });
});
afterAll(() => scene.app.close());

/** The visit is over, and these were there; whoever is not listed yet is. */
async function tookPlace(...names: readonly string[]): Promise<void> {
  const { database } = scene.app;
  await database.query(`UPDATE visit SET state = 'held' WHERE id = $1`, [scene.visit.id]);
  for (const name of names) {
    await database.query(
      `WITH there AS (UPDATE visit_participant SET attendance = 'present', attendance_at = now()
         WHERE visit_id = $1 AND name = $2 RETURNING id)
       INSERT INTO visit_participant (id, visit_id, name, office, side, role, attendance, attendance_at, created_at)
       SELECT gen_random_uuid(), $1, $2, 'Universitas Contoh', 'guest', 'member', 'late', now(), now()
       WHERE NOT EXISTS (SELECT FROM there)`,
      [scene.visit.id, name],
    );
  }
}

const list = (as: Header, { id }: { id: string } = letter) =>
  api(scene.app).get('/api/letters/{id}/certificates', { as, path: { id } });
const issue = (as: Header, { id }: { id: string } = letter) =>
  api(scene.app).post('/api/letters/{id}/certificates', { as, path: { id } });
const issued = async (): Promise<List> => (await issue(host).expect(200)).body;
const withdraw = (as: Header, code: string) =>
  api(scene.app).post('/api/letters/{id}/certificates/{code}/withdraw', {
    as,
    path: { id: letter.id, code },
  });
const check = (code: string) => api(scene.app).get('/api/certificates/{code}', { path: { code } });
const page = (path: string, by: Partial<Header> = {}) =>
  request(scene.app.server).get(path).set(by).set('accept', 'text/html');
const post = (path: string, by: Header) =>
  request(scene.app.server).post(path).set(by).set('accept', 'text/html').type('form').send({});

describe('certificates', () => {
  test('are issued to those who were there, once, and later to who was marked since', async () => {
    await issue(host).expect(409);
    await tookPlace('Sari');
    const first = await issued();
    expect(first.items.map(({ name }) => name)).toEqual(['Sari']);
    await tookPlace('Budi');
    expect((await list(host).expect(200)).body.lacking).toBe(1);
    const second = await issued();
    expect(second.items.map(({ name }) => name)).toEqual(['Budi', 'Sari']);
    expect(second.items[1]?.code).toBe(first.items[0]?.code);
    expect((await issued()).items).toEqual(second.items);
  });

  test('are issued by two at once as by one', async () => {
    await tookPlace('Sari', 'Budi');
    const answers = await Promise.all([1, 2, 3].map(async () => (await issue(host)).status));
    expect(answers).toEqual([200, 200, 200]);
    expect((await list(host).expect(200)).body.items).toHaveLength(2);
  });

  test('stand on the paper with code and address, a page each', async () => {
    await tookPlace('Sari', 'Budi');
    const { items } = await issued();
    const { body } = await request(scene.app.server)
      .get(`/api/letters/${letter.id}/paper?format=pdf`)
      .set(host)
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          done(null, Buffer.concat(parts));
        });
      })
      .expect(200);
    const pages = await pdfPages(body as Buffer);
    expect(pages).toHaveLength(2);
    for (const [index, { code, name }] of items.entries()) {
      expect(pages[index]).toContain(name);
      expect(pages[index]?.join()).toContain(code);
    }
  });

  test('are the office’s: the others neither list, issue nor withdraw them', async () => {
    await tookPlace('Sari');
    const [one] = (await issued()).items;
    expect((await list(guest)).status).toBe(404);
    await scene.send(host, letter).expect(200);
    for (const call of [list(guest), issue(guest), withdraw(guest, one!.code)])
      expect((await call).status).toBe(403);
    await list(scene.people.stranger).expect(404);
    await issue(host, await scene.added(host, { kind: 'surat-keterangan' })).expect(404);
    await issue(host, await scene.added(host, { kind: 'piagam', direction: 'in' })).expect(404);
  });

  test('are issued and withdrawn on their page, too', async () => {
    await tookPlace('Sari');
    const path = `/naskah/${letter.id}/piagam`;
    expect((await page(path, host).expect(200)).text).toContain('1 orang yang hadir belum mempunyai piagam');
    await post(path, host).expect(303);
    const { text } = await page(path, host).expect(200);
    const [, action = ''] = /action="([^"]+\/cabut)"/.exec(text) ?? [];
    await post(action, host).expect(303);
    expect((await page(path, host)).text).toContain('dicabut');
    await page(path, guest).expect(404);
  });
});

describe('a code', () => {
  test('proves to anybody what stands on the certificate, and nothing else', async () => {
    await tookPlace('Sari');
    const [one] = (await issued()).items;
    const { body } = await check(one!.code.toLowerCase()).expect(200);
    expect(body).toEqual({
      ...{ code: one!.code.replaceAll('-', ''), isValid: true, name: 'Sari', position: 'Kasubsi' },
      ...{ office: 'Bapas Kelas II Purwokerto', issuer: 'Rutan Kelas IIB Banjarnegara' },
      ...{ number: 'P-1', datedOn: '2025-11-28', host: 'Rutan Kelas IIB Banjarnegara' },
      activity: expect.stringContaining('Studi tiru') as unknown,
      when: expect.stringContaining('November 2025') as unknown,
    });
    const { text, headers } = await page(`/periksa?kode=${one!.code}`).expect(200);
    expect(text).toContain('tercatat dan berlaku');
    expect(text).toContain('Sari');
    expect(headers['x-robots-tag']).toBe('noindex');
  });

  test('of one that was withdrawn says so, and who was there gets another', async () => {
    await tookPlace('Sari');
    const [one] = (await issued()).items;
    await withdraw(host, one!.code).expect(200);
    await withdraw(host, one!.code).expect(200);
    expect((await check(one!.code).expect(200)).body.isValid).toBe(false);
    expect((await page(`/periksa/${one!.code}`).expect(200)).text).toContain('sudah dicabut');
    const { items } = await issued();
    expect(items).toHaveLength(2);
    expect(items.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
  });

  test.each(['ACDE-FGHJ-KMNP', 'x', '..', 'a'.repeat(300)])('%s was never given', async (code) => {
    expect((await request(scene.app.server).get(`/api/certificates/${code}`)).status).toBe(404);
    const { text } = await page(`/periksa/${code}`).expect(404);
    expect(text).toContain('tidak pernah diterbitkan');
  });

  test('is asked for where none was typed', async () => {
    const { text } = await page('/periksa').expect(200);
    expect(text).not.toContain('role="alert"');
  });

  test('outlives who was taken off the list', async () => {
    await tookPlace('Sari');
    const [one] = (await issued()).items;
    await scene.app.database.query(`DELETE FROM visit_participant WHERE visit_id = $1`, [scene.visit.id]);
    expect((await check(one!.code)).body).toMatchObject({ isValid: true, name: 'Sari' });
  });
});
