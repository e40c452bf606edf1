import { createHash } from 'node:crypto';
import { writeNationalData, type Run } from './national-data.js';

export const BIG_UNIT = 'rutan-banjarnegara';

/** The secret of a feed's address, and of a person's. */
export const secretOf = (name: string): string => createHash('sha256').update(name).digest('base64url');

/** Visits within what feeds hold, about twenty a unit and many of one, and a feed for each unit's own officer. */
export async function writeFeedData(run: Run, today: string, ofBig: number): Promise<string[]> {
  const day = (offset: number): string =>
    new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
  await run('SET session_replication_role = replica');
  await run(
    `INSERT INTO person (id, name, email, role, unit, created_at)
     SELECT gen_random_uuid(), 'Petugas', 'langganan@' || code || '.test', 'officer', code, now() FROM unit WHERE kind = 'upt'`,
  );
  await writeNationalData(run, { from: day(-80), to: day(150), today, visits: 6000, seed: 0.42 });
  await run(
    `UPDATE visit SET host_unit = $1 WHERE id IN (
       SELECT id FROM visit WHERE guest_unit <> $1 AND submitted_at IS NOT NULL AND state IN ('confirmed', 'closed', 'requested')
       ORDER BY id LIMIT $2)`,
    [BIG_UNIT, ofBig],
  );
  await run('DELETE FROM visit_reader');
  await run('INSERT INTO visit_reader SELECT * FROM visit_readers(ARRAY(SELECT id FROM visit))');
  await run(
    `UPDATE visit SET purpose = repeat('Melihat kebun sayur, dapur dan bengkel kerja; ', 8), topics = '{"ketahanan pangan","kehumasan"}'`,
  );
  const units = (await run(`SELECT code FROM unit WHERE kind = 'upt' ORDER BY code LIMIT 400`)) as {
    code: string;
  }[];
  const codes = [...new Set([...units.map(({ code }) => code), BIG_UNIT])];
  for (const code of codes) {
    await run(
      `INSERT INTO feed (id, token_hash, person_id, scope, unit, shows, programs, states, created_at)
       SELECT gen_random_uuid(), encode(sha256($2::bytea), 'hex'), id, 'unit', $1, 'visits', '{}', '{}', now()
       FROM person WHERE email = 'langganan@' || $1 || '.test'`,
      [code, Buffer.from(secretOf(code))],
    );
  }
  // As many as a nation has, and as many accounts.
  await run(
    `INSERT INTO person (id, name, email, role, unit, created_at)
     SELECT gen_random_uuid(), 'Rekan', n || '@' || code || '.test', 'officer', code, now()
     FROM unit CROSS JOIN generate_series(1, 3) n WHERE kind = 'upt'`,
  );
  await run(
    `INSERT INTO feed (id, token_hash, person_id, scope, unit, shows, programs, states, created_at)
     SELECT gen_random_uuid(), encode(sha256((id::text || n)::bytea), 'hex'), id, 'unit', unit, 'visits', '{}', '{}', now()
     FROM person CROSS JOIN generate_series(1, 10) n WHERE email ~ '^[1-3]@'`,
  );
  await run('SET session_replication_role = origin');
  await run('VACUUM ANALYZE');
  return codes;
}
