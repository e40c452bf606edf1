import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { Pool, type PoolClient } from 'pg';

/** A visit that is asked for: whose, where, when and for whom. */
export interface Booking {
  guest: string;
  host: string;
  startsAt: Date;
  endsAt: Date;
  party: readonly { name: string; email: string }[];
}

/** What a booking writes; triggers write the rest for whoever books. */
const WRITES = {
  number: `SELECT take_visit_number('ST', 2025) AS number`,
  visit: `INSERT INTO visit (id, reference, state, kind, title, purpose, topics, guest_unit, host_unit, starts_at, ends_at,
      place, contact_name, contact_email, party_size, created_by, created_at, changed_at)
    VALUES ($1, $2, 'draft', 'study-visit', 'Belajar', '', '{}', $3, $4, $5, $6, '', 'Petugas', 'petugas@uji.test', 3, $7, now(), now())`,
  party: `INSERT INTO visit_participant (id, visit_id, person_id, name, email, side, role, created_at, contact_written_by)
    SELECT gen_random_uuid(), $1, (SELECT id FROM person a WHERE a.email = p.email), p.name, p.email, 'guest', 'member', now(), $4
    FROM unnest($2::text[], $3::text[]) AS p (name, email)`,
  line: `INSERT INTO visit_history (id, visit_id, at, actor_id, actor_name, side, action, from_state, to_state, version, changes)
    VALUES (gen_random_uuid(), $1, now(), $2, 'Petugas', $3, $4, $5, $6, $7, $8)`,
  lock: 'SELECT state, version FROM visit WHERE id = $1 FOR UPDATE',
  state: 'UPDATE visit SET state = $2, version = $3, changed_at = now() WHERE id = $1',
  job: `INSERT INTO pgboss.job_common (name, data, singleton_key, policy, dead_letter, expire_seconds, deletion_seconds,
      heartbeat_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max)
    SELECT name, $2, $3, policy, dead_letter, expire_seconds, deletion_seconds, heartbeat_seconds, retry_limit, retry_delay,
      retry_backoff, retry_delay_max FROM pgboss.queue
    WHERE name = $1 AND NOT EXISTS (SELECT FROM pgboss.job_common j WHERE j.name = $1 AND j.state = 'created' AND j.singleton_key = $3)`,
  host: 'SELECT capacity FROM hosting_policy WHERE unit = $1 FOR UPDATE',
  taken: 'SELECT place FROM host_time WHERE host_unit = $1 AND during && tstzrange($2, $3)',
  time: `INSERT INTO host_time (visit_id, kind, host_unit, place, during) VALUES ($1, 'confirmed', $2, $3, tstzrange($4, $5))`,
} as const;

/** Jobs of a visit that changed; one that waits already will do. */
const JOBS = [
  'visits.tell-guests',
  'visits.overtake-mails',
  'agendas.mail-agenda',
  'calendars.send-invitations',
  'reminders.withdraw',
];

type Say = (name: keyof typeof WRITES, ...values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

type Transaction = (work: (say: Say) => Promise<void>) => Promise<void>;

const transactionOf =
  (pool: Pool, isPrepared: boolean): Transaction =>
  async (work) => {
    const client: PoolClient = await pool.connect();
    const named = (name: keyof typeof WRITES) => (isPrepared ? { name } : {});
    try {
      await client.query('BEGIN');
      await work((name, ...values) => client.query({ ...named(name), text: WRITES[name], values }));
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };

async function sendJobs(say: Say, visitId: string, version: number): Promise<void> {
  for (const job of JOBS) await say('job', job, { visitId }, visitId);
  await say('job', 'visits.notify-units', { visitId, version }, `${visitId}:${version}`);
}

/**
 * A server of nothing but Fastify and `pg`, with ten connections of its own, that writes bookings in three requests each:
 * every row that Sambang writes, one statement after another as one would by hand, with the same locks. Left out is all that Sambang
 * does beside: signing in, checking what comes in against rights and the host's rules, seeing whom another visit takes, what
 * changed for the history, and answering the visit as it stands with what may be done next.
 *
 * @param isPrepared whether its statements have names, so that PostgreSQL parses each but once a connection
 */
export async function plainBookings(url: string, person: string, isPrepared: boolean) {
  const pool = new Pool({ connectionString: url, max: 10, idleTimeoutMillis: 0 });
  const transaction = transactionOf(pool, isPrepared);
  const server = fastify();
  server.post<{ Body: Booking }>('/create', async ({ body: { guest, host, startsAt, endsAt, party } }) => {
    const id = randomUUID();
    await transaction(async (say) => {
      const { rows } = await say('number');
      const reference = `ST-2025-${String(rows[0]?.['number']).padStart(6, '0')}`;
      await say('visit', id, reference, guest, host, startsAt, endsAt, person);
      const [names, emails] = [party.map(({ name }) => name), party.map(({ email }) => email)];
      await say('party', id, names, emails, guest);
      await say('line', id, person, 'guest', 'create', null, 'draft', 1, '[]');
    });
    return { id };
  });
  server.post<{ Body: { id: string } }>('/submit', async ({ body: { id } }) => {
    await transaction(async (say) => {
      await say('lock', id);
      await say('state', id, 'requested', 2);
      await say('line', id, person, 'guest', 'submit', 'draft', 'requested', 2, '[]');
      await sendJobs(say, id, 2);
    });
    return {};
  });
  server.post<{ Body: Booking & { id: string } }>(
    '/accept',
    async ({ body: { id, host, startsAt, endsAt } }) => {
      await transaction(async (say) => {
        await say('lock', id);
        const [policy] = (await say('host', host)).rows;
        const taken = (await say('taken', host, startsAt, endsAt)).rows.map(({ place }) => place);
        const places = Array.from({ length: Number(policy?.['capacity']) }, (_, index) => index + 1);
        const place = places.find((one) => !taken.includes(one));
        if (place === undefined) throw new Error('no place is free');
        await say('time', id, host, place, startsAt, endsAt);
        await say('state', id, 'confirmed', 3);
        await say('line', id, person, 'host', 'accept', 'requested', 'confirmed', 3, '[]');
        await sendJobs(say, id, 3);
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
