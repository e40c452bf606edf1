import request from 'supertest';
import type { TestApp } from './app.js';
import { confirmed, type Header } from './visits.js';
import { wordFile } from './word-files.js';

const signer = {
  kind: 'head',
  name: 'Agus Wibowo',
  position: 'Kepala Rutan Kelas IIB Banjarnegara',
  fromOn: '2024-01-01',
};

/** A visit that no other example ends. */
const agreed = {
  title: 'Belajar administrasi',
  startsAt: '2025-12-18T09:00:00+07:00',
  endsAt: '2025-12-18T11:00:00+07:00',
};

/** Of a certificate. */
const CODE = 'ACDEFGHJKMNP';
/** A bundle that was made, and lacks a part. */
async function readyBundle(app: TestApp, visit: string): Promise<void> {
  await app.database.query(
    `WITH b AS (INSERT INTO bundle (id, organisation, visit_id, title, state, asked_by, asked_at, finished_at)
       SELECT gen_random_uuid(), 'rutan-banjarnegara', $1, 'Belajar administrasi', 'ready', p.id, now(), now()
       FROM person p LIMIT 1 RETURNING id)
     INSERT INTO bundle_part (bundle_id, number, kind, visit_id, section, title, name, state, reason)
     SELECT b.id, 1, 'attendance', $1, 'Berkas', 'Daftar', '01 Berkas/Daftar.pdf', 'missing', 'tidak dapat dibaca.' FROM b`,
    [visit],
  );
}

/** Pages of papers, with somebody who signs for the host, and a letter of the visit and of the trip. */
export async function paperExamples(
  app: TestApp,
  { guest, host, trip }: { guest: Header; host: Header; trip: string },
) {
  await request(app.server)
    .post('/api/units/rutan-banjarnegara/papers/signers')
    .set(host)
    .send(signer)
    .expect(201);
  await request(app.server)
    .patch('/api/units/rutan-banjarnegara/papers')
    .set(host)
    .send({ version: 1, numberPattern: '{nomor}' })
    .expect(200);
  const { id: visit } = await confirmed(app, guest, host, agreed);
  const letter = { kind: 'lain', direction: 'out', subject: 'Jadwal' };
  const paper = { ...letter, kind: 'surat-tugas' };
  await request(app.server).post(`/api/visits/${visit}/letters`).set(host).send(letter).expect(201);
  await request(app.server).post(`/api/visits/${visit}/letters`).set(host).send(paper).expect(201);
  await request(app.server).post(`/api/trips/${trip}/letters`).set(guest).send(paper).expect(201);
  const [order, certificates] = await Promise.all(
    ['spd', 'piagam'].map(async (kind) => {
      const path = `/api/visits/${visit}/letters`;
      const { body } = await request(app.server)
        .post(path)
        .set(host)
        .send({ ...letter, kind })
        .expect(201);
      return (body as { id: string }).id;
    }),
  );
  await app.database.query(
    `INSERT INTO certificate (code, letter_id, name, position, issued_by, issued_at)
     SELECT $1, $2, 'dr. Siti Rahayu, S.H., M.H.', 'Kepala Bapas', id, $3 FROM person LIMIT 1`,
    [CODE, certificates, app.clock.now()],
  );
  await request(app.server)
    .post('/api/units/rutan-banjarnegara/papers/templates')
    .set(host)
    .field('kind', 'surat-tugas')
    .field('note', 'Kop baru')
    .attach('file', await wordFile(['{nomor}']), 'Surat tugas.docx')
    .expect(201);
  await readyBundle(app, visit);
  return {
    '/upt/:code/kop/templat': { by: 'host', path: '/upt/rutan-banjarnegara/kop/templat' },
    '/upt/:code/kop/templat/isian': { by: 'host', path: '/upt/rutan-banjarnegara/kop/templat/isian' },
    '/upt/:code/kop/templat/awal': 'a file',
    '/upt/:code/kop/templat/:id/berkas': 'a file',
    '/upt/:code/kop/templat/:id/contoh': 'a file',
    '/kunjungan/:id/bundel': { by: 'host', path: `/kunjungan/${visit}/bundel` },
    '/perjalanan/:id/bundel': { by: 'guest', path: `/perjalanan/${trip}/bundel` },
    '/upt/:code/bundel': { by: 'host', path: '/upt/rutan-banjarnegara/bundel' },
    '/kunjungan/:id/bundel/:bundleId/zip': 'a file',
    '/kunjungan/:id/bundel/:bundleId/pdf': 'a file',
    '/perjalanan/:id/bundel/:bundleId/zip': 'a file',
    '/perjalanan/:id/bundel/:bundleId/pdf': 'a file',
    '/upt/:code/bundel/:bundleId/zip': 'a file',
    '/upt/:code/bundel/:bundleId/pdf': 'a file',
    '/upt/:code/kop': { by: 'host', path: '/upt/rutan-banjarnegara/kop' },
    '/kunjungan/:id/surat': { by: 'host', path: `/kunjungan/${visit}/surat` },
    '/perjalanan/:id/surat': { by: 'guest', path: `/perjalanan/${trip}/surat` },
    '/naskah/:id/isian': { by: 'host', path: `/naskah/${order}/isian` },
    '/naskah/:id/piagam': { by: 'host', path: `/naskah/${certificates}/piagam` },
    '/periksa': { by: null, path: '/periksa' },
    '/periksa/:code': { by: null, path: `/periksa/${CODE}` },
    '/upt/:code/kop/lambang': 'a file',
    '/kunjungan/:id/surat/:letterId/salinan': 'a file',
    '/perjalanan/:id/surat/:letterId/salinan': 'a file',
    '/kunjungan/:id/surat/:letterId/unduh': 'a file',
    '/perjalanan/:id/surat/:letterId/unduh': 'a file',
  } as const;
}
