import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { Pool, type PoolClient } from 'pg';

/** A visit that is asked for: whose, where and when. */
export interface Booking {
  guest: string;
  host: string;
  startsAt: Date;
  endsAt: Date;
}

/** The fewest statements that write what a booking writes: the visit, its party, its lines of history, its time, its jobs. */
const WRITES = {
  number: `SELECT take_visit_number('KST', 2025) AS number`,
  visit: `INSERT INTO visit (id, reference, state, kind, title, purpose, topics, guest_unit, host_unit, starts_at, ends_at,
      place, contact_name, party_size, created_by, created_at, changed_at)
    VALUES ($1, $2, 'draft', 'study-visit', 'Belajar', '', '{}', $3, $4, $5, $6, '', 'Petugas', 3, $7, now(), now())`,
  party: `INSERT INTO visit_participant (id, visit_id, name, email, side, role, created_at)
    SELECT gen_random_uuid(), $1::uuid, 'Peserta ' || n, 'peserta' || n || '@uji.test', 'guest', 'member', now()
    FROM generate_series(1, 3) n`,
  line: `INSERT INTO visit_history (id, visit_id, at, actor_id, actor_name, side, action, to_state, version)
    VALUES (gen_random_uuid(), $1, now(), $2, 'Petugas', $3, $4, $5, $6)`,
  lock: 'SELECT state FROM visit WHERE id = $1 FOR UPDATE',
  state: `UPDATE visit SET state = $2, version = $3, changed_at = now(),
      submitted_at = coalesce(submitted_at, CASE WHEN $2 <> 'draft' THEN now() END) WHERE id = $1`,
  job: `INSERT INTO pgboss.job_common (name, data, singleton_key, policy, dead_letter)
    SELECT q.name, jsonb_build_object('visitId', $1::text), $1::text, q.policy, q.dead_letter FROM pgboss.queue q
    WHERE q.name = ANY ($2) ON CONFLICT DO NOTHING`,
  host: 'SELECT capacity FROM hosting_policy WHERE unit = $1 FOR UPDATE',
  time: `INSERT INTO host_time (visit_id, kind, host_unit, place, during)
    SELECT $1::uuid, 'confirmed', $2::text, p.n, tstzrange($3::timestamptz, $4::timestamptz) FROM generate_series(1, $5::int) p(n)
    WHERE NOT EXISTS (SELECT FROM host_time t WHERE t.host_unit = $2::text AND t.place = p.n AND t.during && tstzrange($3::timestamptz, $4::timestamptz))
    ORDER BY 1 LIMIT 1`,
} as const;

/** Queues that hear of a visit which is asked for or agreed upon. */
const HEARD = ['visits.notify-units', 'visits.guests', 'visits.overtake-mails'];

type Say = (name: keyof typeof WRITES, ...values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

type Transaction = (work: (say: Say) => Promise<void>) => Promise<void>;

const transactionOf =
  (pool: Pool): Transaction =>
  async (work) => {
    const client: PoolClient = await pool.connect();
    try {
      await client.query('BEGIN');
      await work((name, ...values) => client.query({ name, text: WRITES[name], values }));
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };

/** A server of nothing but Fastify and `pg`, with ten connections of its own, that writes bookings in three requests each. */
export async function plainBookings(url: string, person: string) {
  const pool = new Pool({ connectionString: url, max: 10, idleTimeoutMillis: 0 });
  const transaction = transactionOf(pool);
  const server = fastify();
  server.post<{ Body: Booking }>('/create', async ({ body: { guest, host, startsAt, endsAt } }) => {
    const id = randomUUID();
    await transaction(async (say) => {
      const { rows } = await say('number');
      const reference = `KST-2025-P${String(rows[0]?.['number'])}`;
      await say('visit', id, reference, guest, host, startsAt, endsAt, person);
      await say('party', id);
      await say('line', id, person, 'guest', 'create', 'draft', 1);
    });
    return { id };
  });
  server.post<{ Body: { id: string } }>('/submit', async ({ body: { id } }) => {
    await transaction(async (say) => {
      await say('lock', id);
      await say('state', id, 'requested', 2);
      await say('line', id, person, 'guest', 'submit', 'requested', 2);
      await say('job', id, HEARD);
    });
    return {};
  });
  server.post<{ Body: Booking & { id: string } }>(
    '/accept',
    async ({ body: { id, host, startsAt, endsAt } }) => {
      await transaction(async (say) => {
        await say('lock', id);
        const { rows } = await say('host', host);
        await say('time', id, host, startsAt, endsAt, rows[0]?.['capacity']);
        await say('state', id, 'confirmed', 3);
        await say('line', id, person, 'host', 'accept', 'confirmed', 3);
        await say('job', id, HEARD);
      });
      return {};
    },
  );
  await server.ready();
  return {
    server,
    close: async () => {
      await server.close();
      await pool.end();
    },
  };
}
