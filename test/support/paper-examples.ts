import request from 'supertest';
import type { TestApp } from './app.js';
import { confirmed, type Header } from './visits.js';

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
  return {
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
