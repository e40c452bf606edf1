import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import request from 'supertest';
import { writePaperPdf } from '../src/platform/documents/paper-pdf.js';
import { START } from './support/app.js';
import { api, type Shown } from './support/api-client.js';
import { readMerged, unzipped, wronglySummed } from './support/bundle-files.js';
import { GUEST, LetterScene } from './support/letter-scene.js';
import { freePort, startProcess } from './support/processes.js';
import { signedIn } from './support/people.js';
import { step, type Header } from './support/visits.js';
import { wordFile } from './support/word-files.js';

type Bundle = Shown<'BundleView'>;

let scene: LetterScene;
beforeAll(async () => {
  scene = await LetterScene.start();
});
afterAll(() => scene.app.close());

const asked = (as: Header, id = scene.visit.id) =>
  api(scene.app).post('/api/visits/{id}/bundles', { as, path: { id } });
const shown = async (as: Header, id: string): Promise<Bundle> =>
  (await api(scene.app).get('/api/bundles/{id}', { as, path: { id } }).expect(200)).body;
const removed = (as: Header, id: string) => api(scene.app).delete('/api/bundles/{id}', { as, path: { id } });
const bytes = async (as: Header, path: string): Promise<Buffer> =>
  (await request(scene.app.server).get(path).set(as).responseType('blob').expect(200)).body as Buffer;
const made = async (as: Header, id = scene.visit.id): Promise<Bundle> => {
  const { body } = await asked(as, id).expect(201);
  await scene.app.settle();
  return shown(as, body.id);
};
const keep = (as: Header, content: Buffer, name: string) =>
  request(scene.app.server)
    .post(`/api/visits/${scene.visit.id}/files`)
    .set(as)
    .attach('file', content, name)
    .expect(201);
const pdf = (text: string) =>
  writePaperPdf({ title: text, letterhead: { lines: [text], address: [] }, blocks: [] }, null);
const page = (by: Header, path: string) =>
  request(scene.app.server).get(path).set(by).set('accept', 'text/html');
const looks = async (): Promise<string[]> =>
  (
    await scene.app.database.query<{ whose: string }>(
      'SELECT whose FROM nip_look WHERE visit_id = $1 ORDER BY whose',
      [scene.visit.id],
    )
  ).map(({ whose }) => whose);

describe('the papers of a visit', () => {
  let bundle: Bundle;

  beforeAll(async () => {
    const { guest, host } = scene.people;
    await scene.newVisit();
    await scene.added(guest);
    await scene.added(guest);
    await scene.added(host, { kind: 'surat-balasan' });
    await keep(guest, await pdf('PINDAIAN'), 'Surat é?.pdf');
    await keep(guest, await pdf('KEMBAR'), 'SURAT É.PDF');
    await keep(host, Buffer.from('%PDF-1.7 rusak'), 'rusak.pdf');
    await keep(guest, await wordFile(['Isi']), 'Catatan.docx');
    scene.app.clock.set(new Date(scene.visit.startsAt));
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a0' } })
      .jpeg()
      .toBuffer();
    await request(scene.app.server)
      .post(`/api/visits/${scene.visit.id}/entries/photos`)
      .set(guest)
      .field('clearance', 'ya')
      .field('text', 'Kebun')
      .attach('photo', picture, 'a.jpg')
      .expect(201);
    scene.app.clock.set(new Date(scene.visit.endsAt));
    const held = await step(scene.app, guest, await scene.shownVisit(), 'complete');
    const summary = `/api/visits/${held.id}/summary`;
    await request(scene.app.server)
      .put(summary)
      .set(guest)
      .send({ version: 0, outcomes: 'Kebun dapat ditiru.' })
      .expect(200);
    await request(scene.app.server).post(`${summary}/publish`).set(guest).send({ version: 1 }).expect(200);
    await scene.app.database.query('DELETE FROM nip_look');
    bundle = await made(guest);
  }, 120_000);

  test('are one ZIP whose sums are right, as another library reads it', async () => {
    const files = unzipped(await bytes(scene.people.guest, `/api/bundles/${bundle.id}/zip`));
    expect(wronglySummed(files)).toEqual([]);
    expect([...files.keys()].toSorted()).toEqual([
      '01 Surat/Surat tugas (Bapas Kelas II Purwokerto) (2).docx',
      '01 Surat/Surat tugas (Bapas Kelas II Purwokerto) (2).pdf',
      '01 Surat/Surat tugas (Bapas Kelas II Purwokerto).docx',
      '01 Surat/Surat tugas (Bapas Kelas II Purwokerto).pdf',
      '02 Berkas/Catatan.docx',
      '02 Berkas/SURAT É (2).pdf',
      '02 Berkas/Surat é.pdf',
      '02 Berkas/rusak.pdf',
      '03 Pelaksanaan/Daftar peserta.pdf',
      '03 Pelaksanaan/Ringkasan kunjungan.pdf',
      '04 Foto/Foto 1 – Kebun.jpg',
      'SHA256SUMS.txt',
    ]);
    expect(bundle).toMatchObject({
      state: 'ready',
      parts: 11,
      done: 11,
      missing: [],
      pdfs: [{ volume: 1, size: expect.any(Number) }],
    });
  });

  test('are one PDF with bookmarks, and a page for what it cannot show', async () => {
    const { marks, pages } = await readMerged(
      await bytes(scene.people.guest, `/api/bundles/${bundle.id}/pdf`),
    );
    expect(marks).toEqual([
      ['Sampul', 'Sampul', 1],
      ['Surat', 'Surat tugas (Bapas Kelas II Purwokerto)', 2],
      ['Surat', 'Surat tugas (Bapas Kelas II Purwokerto)', 3],
      ['Berkas', 'Surat é', 4],
      ['Berkas', 'SURAT É', 5],
      ['Berkas', 'rusak', 6],
      ['Berkas', 'Catatan', 7],
      ['Pelaksanaan', 'Daftar peserta', 8],
      ['Pelaksanaan', 'Ringkasan kunjungan', 9],
      ['Foto', 'Foto 1 – Kebun', 10],
    ]);
    expect(pages).toHaveLength(10);
    expect(pages[1]).toContain('SURAT TUGAS');
    expect(pages[3]).toContain('PINDAIAN');
    expect(pages[5]).toContain('bersandi atau rusak');
    expect(pages[6]).toContain('02 Berkas/Catatan.docx');
    expect(pages[7]).toMatch(/Sari.*Kasubsi/);
    expect(pages[8]).toContain('Kebun dapat ditiru.');
  });

  test('note down once whose NIP stand on them', async () => {
    expect(await looks()).toEqual(['Agus', 'Sari']);
  });

  test('are sent as downloads under their name', async () => {
    const answer = await request(scene.app.server)
      .get(`/api/bundles/${bundle.id}/zip`)
      .set(scene.people.guest);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''Bundel%20bukti/);
    expect(answer.headers['content-type']).toBe('application/zip');
    expect(Number(answer.headers['content-length'])).toBe(bundle.zipSize);
  });

  test('are for the own office alone, and for those who may take them', async () => {
    const { guest, host, kanwil, stranger } = scene.people;
    for (const as of [host, kanwil, stranger]) {
      await api(scene.app)
        .get('/api/bundles/{id}', { as, path: { id: bundle.id } })
        .expect(404);
      await request(scene.app.server).get(`/api/bundles/${bundle.id}/zip`).set(as).expect(404);
      await removed(as, bundle.id).expect(404);
    }
    await asked(stranger).expect(404);
    await asked(scene.admin).expect(403);
    await page(scene.admin, `/kunjungan/${scene.visit.id}/bundel`).expect(403);
    const colleague = await signedIn(scene.app, { email: 'rekan@tamu.test', role: 'officer', unit: GUEST });
    await shown(colleague, bundle.id);
    const theirs = await made(host);
    const files = unzipped(await bytes(host, `/api/bundles/${theirs.id}/zip`));
    expect([...files.keys()].filter((name) => name.startsWith('01 '))).toEqual([
      expect.stringContaining('Surat balasan'),
      expect.stringContaining('Surat balasan'),
    ]);
    const regional = await made(kanwil);
    expect(regional.parts).toBe(13);
    await removed(guest, bundle.id).expect(204);
    await api(scene.app)
      .get('/api/bundles/{id}', { as: guest, path: { id: bundle.id } })
      .expect(404);
  });
});

describe('one part that is broken', () => {
  beforeAll(() => {
    scene.app.clock.set(START);
  });

  test('is missing with the reason, in the list, the ZIP and the PDF, and stops no other', async () => {
    const { guest } = scene.people;
    await scene.newVisit();
    const letter = await scene.added(guest);
    await keep(guest, await pdf('UTUH'), 'utuh.pdf');
    const { body } = await asked(guest).expect(201);
    const { waiting } = await begun(body.id);
    expect(waiting).toBe(4);
    await scene.app.database.query(`UPDATE letter SET snapshot = '{}' WHERE id = $1`, [letter.id]);
    await scene.app.database.query('DELETE FROM visit_file WHERE visit_id = $1', [scene.visit.id]);
    await scene.app.settle();
    const bundle = await shown(guest, body.id);
    expect(bundle).toMatchObject({ state: 'ready', parts: 4, done: 4 });
    expect(bundle.missing).toEqual([
      {
        name: expect.stringMatching(/Surat tugas.*\.pdf$/),
        reason: expect.stringMatching(/^tidak dapat .*\(kode .+\)\.$/),
      },
      { name: expect.stringMatching(/Surat tugas.*\.docx$/), reason: expect.stringMatching(/^tidak dapat /) },
      { name: '02 Berkas/utuh.pdf', reason: 'sudah dihapus, atau tidak boleh diambil lagi.' },
    ]);
    const files = unzipped(await bytes(guest, `/api/bundles/${bundle.id}/zip`));
    expect(wronglySummed(files)).toEqual([]);
    expect(files.get('TIDAK TERSEDIA.txt')?.toString()).toContain('02 Berkas/utuh.pdf: sudah dihapus');
    const { pages } = await readMerged(await bytes(guest, `/api/bundles/${bundle.id}/pdf`));
    expect(pages[0]).toContain('Yang tidak dapat disertakan');
    expect(pages.some((text) => text.includes('sudah dihapus, atau tidak boleh diambil lagi'))).toBe(true);
    const { text } = await page(guest, `/kunjungan/${scene.visit.id}/bundel`).expect(200);
    expect(text).toContain('Tidak dapat disertakan');
    await removed(guest, bundle.id).expect(204);
  });
});

/** Lets a worker in this process plan a bundle, and make none of its parts. */
async function begun(id: string): Promise<{ waiting: number }> {
  const { PlanBundle } = await import('../src/bundles/use-cases/plan-bundle.js');
  const { BundleRepository } = await import('../src/bundles/storage/bundle-repository.js');
  const { namedParts } = await import('../src/bundles/domain/bundle.js');
  const { ActingPerson } = await import('../src/people/index.js');
  const { placeOf } = await import('../src/bundles/use-cases/read-bundles.js');
  const bundles = scene.app.app.get(BundleRepository, { strict: false });
  const bundle = (await bundles.byId(id))!;
  const actor = (await scene.app.app.get(ActingPerson, { strict: false }).byId(bundle.askedBy))!;
  const plan = scene.app.app.get(PlanBundle, { strict: false });
  const planned = await plan.execute(actor, { place: placeOf(bundle), subject: bundle.subject });
  await scene.app.database.transaction(() => bundles.begin(id, namedParts(planned)));
  return bundles.progress(id);
}

describe('a bundle that is being made', () => {
  test('is the only one of its office, shows how far it is by itself, and can be called off', async () => {
    const { guest, host } = scene.people;
    await scene.newVisit();
    await scene.added(guest);
    const { body } = await asked(guest).expect(201);
    expect(body).toMatchObject({ state: 'asked', parts: 0, zipSize: null });
    const again = await asked(guest).expect(409);
    expect(again.body).toMatchObject({ code: 'bundle-under-way' });
    await asked(host).expect(201);
    await request(scene.app.server).get(`/api/bundles/${body.id}/zip`).set(guest).expect(409);
    await begun(body.id);
    const path = `/kunjungan/${scene.visit.id}/bundel`;
    const progress = await page(guest, path).expect(200);
    expect(progress.headers['refresh']).toBe('3');
    expect(progress.text).toContain('0 dari 3 berkas');
    await request(scene.app.server)
      .post(`${path}/${body.id}/hapus`)
      .set(guest)
      .set('accept', 'text/html')
      .type('form')
      .send({})
      .expect(303);
    await scene.app.settle();
    const after = await page(guest, path).expect(200);
    expect(after.headers['refresh']).toBeUndefined();
    expect(after.text).toContain('Belum ada bundel');
  });

  test('whose worker is killed goes on where it stopped', async () => {
    const { guest } = scene.people;
    await scene.newVisit();
    for (let n = 0; n < 20; n++) await scene.added(guest);
    const { body } = await asked(guest).expect(201);
    const worker = async () =>
      startProcess('worker.js', {
        ...{
          DATABASE_URL: scene.app.databaseUrl,
          DATA_DIR: scene.app.dataFolder,
          PORT: String(await freePort()),
        },
        MAIL_FROM: 'Sambang <sambang@sambang.test>',
      });
    const done = () =>
      scene.app.database.query<{ number: number; row: string }>(
        `SELECT number, xmin::text AS row FROM bundle_part WHERE bundle_id = $1 AND state = 'done' ORDER BY number`,
        [body.id],
      );
    const until = async (enough: () => Promise<boolean>) => {
      for (let waited = 0; waited < 90_000 && !(await enough()); waited += 100) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const first = await worker();
    await until(async () => (await done()).length >= 5);
    await first.killGroup();
    const before = await done();
    expect(before.length).toBeGreaterThanOrEqual(5);
    expect(before.length).toBeLessThan(41);
    const second = await worker();
    await until(async () => (await shown(guest, body.id)).state === 'ready');
    await second.stop();
    const after = await done();
    expect(after).toHaveLength(41);
    expect(after.slice(0, before.length)).toEqual(before);
    const files = unzipped(await bytes(guest, `/api/bundles/${body.id}/zip`));
    expect(wronglySummed(files)).toEqual([]);
    expect(files.size).toBe(42);
    expect(await looks()).toEqual(['Agus', 'Sari']);
  }, 240_000);
});

describe('the year of a unit', () => {
  test('holds what took place, by its own people and its Kanwil', async () => {
    const { guest, host, kanwil } = scene.people;
    const of = (as: Header, code = GUEST) =>
      api(scene.app).post('/api/units/{code}/bundles', { as, path: { code }, body: { year: 2025 } });
    await of(host).expect(403);
    await of(scene.admin).expect(403);
    const { body } = await of(kanwil).expect(201);
    await scene.app.settle();
    const bundle = await shown(kanwil, body.id);
    expect(bundle).toMatchObject({ state: 'ready', organisation: GUEST, year: 2025 });
    const files = unzipped(await bytes(kanwil, `/api/bundles/${bundle.id}/zip`));
    expect(wronglySummed(files)).toEqual([]);
    const folders = new Set([...files.keys()].map((name) => name.split('/')[0]));
    const [took] = await scene.app.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM visit WHERE state IN ('held', 'closed')`,
    );
    expect([...folders].filter((name) => /^\d\d /.test(name ?? ''))).toHaveLength(took?.count ?? -1);
    expect(bundle.missing.every(({ name, reason }) => /Register surat/.test(name) && reason !== '')).toBe(
      true,
    );
    const list = await api(scene.app)
      .get('/api/units/{code}/bundles/{year}', { as: kanwil, path: { code: GUEST, year: 2025 } })
      .expect(200);
    expect(list.body.items.map(({ id }) => id)).toEqual([bundle.id]);
    expect((await page(guest, `/upt/${GUEST}/bundel?tahun=2025`).expect(200)).text).toContain(
      'Susun bundel 2025',
    );
    const empty = await api(scene.app).post('/api/units/{code}/bundles', {
      ...{ as: guest, path: { code: GUEST }, body: { year: 2001 } },
    });
    await scene.app.settle();
    expect(await shown(guest, (empty.body as Bundle).id)).toMatchObject({ state: 'ready', parts: 0 });
  });
});

describe('what was kept long enough', () => {
  test('is removed with its files, and files without a bundle too', async () => {
    const { guest } = scene.people;
    await scene.newVisit();
    const bundle = await made(guest);
    await rm(join(scene.app.dataFolder, 'bundles', bundle.id, 'bundel-1.pdf'));
    await request(scene.app.server).get(`/api/bundles/${bundle.id}/pdf`).set(guest).expect(410);
    await scene.app.database.query(
      `UPDATE bundle SET asked_at = asked_at - interval '15 days' WHERE id = $1`,
      [bundle.id],
    );
    await scene.app.settle();
    await api(scene.app)
      .get('/api/bundles/{id}', { as: guest, path: { id: bundle.id } })
      .expect(404);
    const stray = await made(guest);
    await scene.app.database.query('DELETE FROM bundle WHERE id = $1', [stray.id]);
    await scene.app.settle();
    const { readdir } = await import('node:fs/promises');
    expect(await readdir(join(scene.app.dataFolder, 'bundles'))).not.toContain(stray.id);
  });
});
