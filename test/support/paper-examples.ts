import request from 'supertest';
import type { TestApp } from './app.js';
import type { PageExamples } from './page-examples.js';
import type { Header } from './visits.js';

const signer = {
  kind: 'head',
  name: 'Agus Wibowo',
  position: 'Kepala Rutan Kelas IIB Banjarnegara',
  fromOn: '2024-01-01',
};

/** Pages of papers, with somebody who signs for the host. */
export async function paperExamples(app: TestApp, host: Header): Promise<PageExamples> {
  await request(app.server)
    .post('/api/units/rutan-banjarnegara/papers/signers')
    .set(host)
    .send(signer)
    .expect(201);
  return {
    '/upt/:code/kop': { by: 'host', path: '/upt/rutan-banjarnegara/kop' },
    '/upt/:code/kop/lambang': 'a file',
  };
}
