import request from 'supertest';
import { hashSecret, newSecret } from '../../src/platform/text/tokens.js';
import type { TestApp } from './app.js';
import { signedIn } from './people.js';
import { confirmed, type Header } from './visits.js';

const HOST = 'rutan-banjarnegara';

/** Pages of the texts of a visit that took place this morning, and of what was counted there. */
export async function pressExamples(
  app: TestApp,
  { guest, host, note, head }: { guest: Header; host: Header; note: string; head: string },
) {
  await signedIn(app, { email: head, role: 'unit-head', unit: HOST });
  const id = await visitThisMorning(app, guest, host);
  const put = (version: number, body: string) =>
    request(app.server)
      .put(`/api/visits/${id}/press/${HOST}/panjang`)
      .set(host)
      .send({ version, title: 'Rutan Banjarnegara Berbagi Praktik Kehumasan', body, photos: [] })
      .expect(200);
  await put(0, 'BANJARNEGARA – Teks pertama.');
  await put(1, 'BANJARNEGARA – Teks kedua, dengan 12 kilogram sayur.');
  const result = {
    organisation: HOST,
    what: 'Panen kangkung',
    amount: 12.5,
    measure: 'kg',
    measuredOn: '2025-10-30',
  };
  const product = {
    organisation: HOST,
    name: 'Keripik singkong',
    maker: 'Kelompok kerja dapur',
    price: 10_000,
  };
  for (const path of [`/api/visits/${id}`, `/api/notes/${note}`]) {
    await request(app.server).post(`${path}/results`).set(host).send(result).expect(201);
    await request(app.server).post(`${path}/products`).set(host).send(product).expect(201);
  }
  const room = `/kunjungan/${id}/siaran-pers`;
  const text = `${room}/${HOST}/panjang`;
  return {
    '/kunjungan/:id/siaran-pers': { by: 'host', path: room },
    '/kunjungan/:id/siaran-pers/kutipan/:office': { by: 'head', path: `${room}/kutipan/${HOST}` },
    '/kunjungan/:id/siaran-pers/:office/:kind': { by: 'host', path: text },
    '/kunjungan/:id/siaran-pers/:office/:kind/versi': { by: 'host', path: `${text}/versi` },
    '/kunjungan/:id/siaran-pers/:office/:kind/tulis-ulang': { by: 'host', path: `${text}/tulis-ulang` },
    '/kunjungan/:id/siaran-pers/:office/:kind/unduh': 'a file',
    '/kutipan/:token': { by: null, path: await quotePath(app, id) },
    '/kunjungan/:id/hasil': { by: 'host', path: `/kunjungan/${id}/hasil` },
    '/praktik-baik/:id/hasil': { by: 'host', path: `/praktik-baik/${note}/hasil` },
    '/sinergi/hasil': { by: 'regional', path: '/sinergi/hasil' },
  } as const;
}

async function visitThisMorning(app: TestApp, guest: Header, host: Header): Promise<string> {
  const { id } = await confirmed(app, guest, host, {
    title: 'Kehumasan untuk semua',
    topics: ['Kehumasan'],
    participants: [{ name: 'Rina', side: 'guest', role: 'leader' }],
    startsAt: '2026-01-15T09:00:00+07:00',
    endsAt: '2026-01-15T12:00:00+07:00',
  });
  await app.database.query(
    `UPDATE visit SET starts_at = $2::timestamptz - interval '3 hours', ends_at = $2::timestamptz + interval '1 hour'
     WHERE id = $1`,
    [id, app.clock.now()],
  );
  return id;
}

/** The link of a mail by which the guest's head gives a quote. */
async function quotePath(app: TestApp, visitId: string): Promise<string> {
  const secret = newSecret();
  await app.database.query(
    `WITH quote AS (
       INSERT INTO press_quote (visit_id, organisation, state, link_hash) VALUES ($1, 'bapas-purwokerto', 'asked', $2)
       RETURNING visit_id, organisation, link_hash)
     INSERT INTO press_quote_link (token_hash, visit_id, organisation, made_by, created_at, expires_at)
     SELECT q.link_hash, q.visit_id, q.organisation, p.id, $3, $3::timestamptz + interval '14 days'
     FROM quote q, (SELECT id FROM person ORDER BY id LIMIT 1) p`,
    [visitId, hashSecret(secret), app.clock.now()],
  );
  return `/kutipan/${secret}`;
}
