import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import request from 'supertest';
import { api } from './support/api-client.js';
import { START } from './support/app.js';
import { readMerged, unzipped, wronglySummed } from './support/bundle-files.js';
import { BundleScene, onePage, type Bundle } from './support/bundle-scene.js';
import { GUEST, type LetterScene } from './support/letter-scene.js';
import { signedIn } from './support/people.js';
import { step, type Header } from './support/visits.js';
import { wordFile } from './support/word-files.js';

let bundles: BundleScene;
let letters: LetterScene;
beforeAll(async () => {
  bundles = await BundleScene.start();
  ({ letters } = bundles);
});
afterAll(() => bundles.app.close());

describe('the papers of a visit', () => {
  let bundle: Bundle;

  beforeAll(async () => {
    const { guest, host } = letters.people;
    await letters.newVisit();
    await letters.added(guest);
    await letters.added(guest);
    await letters.added(host, { kind: 'surat-balasan' });
    await bundles.keep(guest, await onePage('PINDAIAN'), 'Surat é?.pdf');
    await bundles.keep(guest, await onePage('KEMBAR'), 'SURAT É.PDF');
    await bundles.keep(host, Buffer.from('%PDF-1.7 rusak'), 'rusak.pdf');
    await bundles.keep(guest, await wordFile(['Isi']), 'Catatan.docx');
    bundles.app.clock.set(new Date(letters.visit.startsAt));
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#0a0' } })
      .jpeg()
      .toBuffer();
    await request(bundles.app.server)
      .post(`/api/visits/${letters.visit.id}/entries/photos`)
      .set(guest)
      .field('clearance', 'ya')
      .field('text', 'Kebun')
      .attach('photo', picture, 'a.jpg')
      .expect(201);
    bundles.app.clock.set(new Date(letters.visit.endsAt));
    const held = await step(bundles.app, guest, await letters.shownVisit(), 'complete');
    const summary = `/api/visits/${held.id}/summary`;
    await request(bundles.app.server)
      .put(summary)
      .set(guest)
      .send({ version: 0, outcomes: 'Kebun dapat ditiru.' })
      .expect(200);
    await request(bundles.app.server).post(`${summary}/publish`).set(guest).send({ version: 1 }).expect(200);
    await bundles.app.database.query('DELETE FROM nip_look');
    bundle = await bundles.made(guest);
  }, 120_000);

  test('are one ZIP whose sums are right, as another library reads it', async () => {
    const files = unzipped(await bundles.bytes(letters.people.guest, `/api/bundles/${bundle.id}/zip`));
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
      await bundles.bytes(letters.people.guest, `/api/bundles/${bundle.id}/pdf`),
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
    expect(await bundles.looks()).toEqual(['Agus', 'Sari']);
  });

  test('are sent as downloads under their name', async () => {
    const answer = await request(bundles.app.server)
      .get(`/api/bundles/${bundle.id}/zip`)
      .set(letters.people.guest);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''Bundel%20bukti/);
    expect(answer.headers['content-type']).toBe('application/zip');
    expect(Number(answer.headers['content-length'])).toBe(bundle.zipSize);
  });

  test('are for the own office alone, and for those who may take them', async () => {
    const { guest, host, kanwil, stranger } = letters.people;
    for (const as of [host, kanwil, stranger]) {
      await api(bundles.app)
        .get('/api/bundles/{id}', { as, path: { id: bundle.id } })
        .expect(404);
      await request(bundles.app.server).get(`/api/bundles/${bundle.id}/zip`).set(as).expect(404);
      await bundles.removed(as, bundle.id).expect(404);
    }
    await bundles.asked(stranger).expect(404);
    await bundles.asked(letters.admin).expect(403);
    await bundles.page(letters.admin, `/kunjungan/${letters.visit.id}/bundel`).expect(403);
    const colleague = await signedIn(bundles.app, { email: 'rekan@tamu.test', role: 'officer', unit: GUEST });
    await bundles.shown(colleague, bundle.id);
    const theirs = await bundles.made(host);
    const files = unzipped(await bundles.bytes(host, `/api/bundles/${theirs.id}/zip`));
    expect([...files.keys()].filter((name) => name.startsWith('01 '))).toEqual([
      expect.stringContaining('Surat balasan'),
      expect.stringContaining('Surat balasan'),
    ]);
    const regional = await bundles.made(kanwil);
    expect(regional.parts).toBe(13);
    await bundles.removed(guest, bundle.id).expect(204);
    await api(bundles.app)
      .get('/api/bundles/{id}', { as: guest, path: { id: bundle.id } })
      .expect(404);
  });
});

describe('one part that is broken', () => {
  beforeAll(() => {
    bundles.app.clock.set(START);
  });

  test('is missing with the reason, in the list, the ZIP and the PDF, and stops no other', async () => {
    const { guest } = letters.people;
    await letters.newVisit();
    const letter = await letters.added(guest);
    await bundles.keep(guest, await onePage('UTUH'), 'utuh.pdf');
    const { body } = await bundles.asked(guest).expect(201);
    expect(await bundles.begun(body.id)).toBe(4);
    await bundles.app.database.query(`UPDATE letter SET snapshot = '{}' WHERE id = $1`, [letter.id]);
    await bundles.app.database.query('DELETE FROM visit_file WHERE visit_id = $1', [letters.visit.id]);
    await bundles.app.settle();
    const bundle = await bundles.shown(guest, body.id);
    expect(bundle).toMatchObject({ state: 'ready', parts: 4, done: 4 });
    expect(bundle.missing).toEqual([
      {
        name: expect.stringMatching(/Surat tugas.*\.pdf$/),
        reason: expect.stringMatching(/^tidak dapat .*\(kode .+\)\.$/),
      },
      { name: expect.stringMatching(/Surat tugas.*\.docx$/), reason: expect.stringMatching(/^tidak dapat /) },
      { name: '02 Berkas/utuh.pdf', reason: 'sudah dihapus, atau tidak boleh diambil lagi.' },
    ]);
    const files = unzipped(await bundles.bytes(guest, `/api/bundles/${bundle.id}/zip`));
    expect(wronglySummed(files)).toEqual([]);
    expect(files.get('TIDAK TERSEDIA.txt')?.toString()).toContain('02 Berkas/utuh.pdf: sudah dihapus');
    const { pages } = await readMerged(await bundles.bytes(guest, `/api/bundles/${bundle.id}/pdf`));
    expect(pages[0]).toContain('Yang tidak dapat disertakan');
    expect(pages.some((text) => text.includes('sudah dihapus, atau tidak boleh diambil lagi'))).toBe(true);
    const { text } = await bundles.page(guest, `/kunjungan/${letters.visit.id}/bundel`).expect(200);
    expect(text).toContain('Tidak dapat disertakan');
    await bundles.removed(guest, bundle.id).expect(204);
  });
});

describe('the year of a unit', () => {
  test('holds what took place, by its own people and its Kanwil', async () => {
    const { guest, host, kanwil } = letters.people;
    const of = (as: Header, code = GUEST) =>
      api(bundles.app).post('/api/units/{code}/bundles', { as, path: { code }, body: { year: 2025 } });
    await of(host).expect(403);
    await of(letters.admin).expect(403);
    const { body } = await of(kanwil).expect(201);
    await bundles.app.settle();
    const bundle = await bundles.shown(kanwil, body.id);
    expect(bundle).toMatchObject({ state: 'ready', organisation: GUEST, year: 2025 });
    const files = unzipped(await bundles.bytes(kanwil, `/api/bundles/${bundle.id}/zip`));
    expect(wronglySummed(files)).toEqual([]);
    const folders = new Set([...files.keys()].map((name) => name.split('/')[0]));
    const [took] = await bundles.app.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM visit WHERE state IN ('held', 'closed')`,
    );
    expect([...folders].filter((name) => /^\d\d /.test(name ?? ''))).toHaveLength(took?.count ?? -1);
    expect(bundle.missing.every(({ name, reason }) => /Register surat/.test(name) && reason !== '')).toBe(
      true,
    );
    const list = await api(bundles.app)
      .get('/api/units/{code}/bundles/{year}', { as: kanwil, path: { code: GUEST, year: 2025 } })
      .expect(200);
    expect(list.body.items.map(({ id }) => id)).toEqual([bundle.id]);
    expect((await bundles.page(guest, `/upt/${GUEST}/bundel?tahun=2025`).expect(200)).text).toContain(
      'Susun bundel 2025',
    );
    const empty = await api(bundles.app).post('/api/units/{code}/bundles', {
      ...{ as: guest, path: { code: GUEST }, body: { year: 2001 } },
    });
    await bundles.app.settle();
    expect(await bundles.shown(guest, (empty.body as Bundle).id)).toMatchObject({ state: 'ready', parts: 0 });
  });
});
