/** Runs one statement; what a connection of any library can do. */
export type Run = (sql: string, parameters?: unknown[]) => Promise<unknown>;

export interface NationalData {
  visits: number;
  /** First and last calendar date on which visits begin. */
  from: string;
  to: string;
  /** Which visits are over: `YYYY-MM-DD`. */
  today: string;
  /** Between 0 and 1; the same seed gives the same data. */
  seed: number;
}

/**
 * Writes visits between all units with what comes of them: most inside one region and asked of few hosts that are
 * known for something, the rest far away. The database holds the reference data and at least one person.
 */
export async function writeNationalData(run: Run, data: NationalData): Promise<void> {
  await run('SELECT setseed($1)', [data.seed]);
  await run(visits, [data.visits, data.from, data.to, data.today]);
  const parts = [
    guests,
    participants,
    programs,
    history,
    summaries,
    revisions,
    followUps,
    replications,
    readers,
  ];
  for (const sql of parts) await run(sql);
}

const visits = `
  WITH units AS MATERIALIZED (
    SELECT code, regional_office, row_number() OVER (ORDER BY code) AS n, count(*) OVER () AS units FROM unit WHERE kind = 'upt'),
  drawn AS MATERIALIZED (
    SELECT i, 1 + floor(random() * 613)::int AS guest, power(random(), 3) AS known, random() < 0.75 AS near,
      $2::date + floor(random() * ($3::date - $2::date + 1))::int AS day, floor(random() * 7)::int AS hour,
      random() AS fate
    FROM generate_series(1, $1::int) i),
  placed AS (
    SELECT d.*, g.code AS guest_unit, (
      SELECT h.code FROM units h
      WHERE h.code <> g.code AND (NOT d.near OR h.regional_office = g.regional_office)
      ORDER BY abs(h.n - ceil(d.known * h.units)), h.code LIMIT 1) AS host_unit
    FROM drawn d JOIN units g ON g.n = d.guest)
  INSERT INTO visit (id, reference, state, kind, title, purpose, topics, guest_unit, host_unit, starts_at, ends_at,
    place, contact_name, party_size, created_by, created_at, changed_at, submitted_at)
  SELECT gen_random_uuid(), 'UJI-' || i,
    CASE
      WHEN fate < 0.03 THEN 'draft'
      WHEN day >= $4::date THEN (ARRAY['requested', 'confirmed', 'confirmed', 'declined'])[1 + floor(fate * 4)::int]
      WHEN fate < 0.75 THEN 'closed' WHEN fate < 0.78 THEN 'held' WHEN fate < 0.86 THEN 'declined'
      WHEN fate < 0.91 THEN 'cancelled' WHEN fate < 0.95 THEN 'expired' WHEN fate < 0.98 THEN 'withdrawn'
      ELSE 'not-held' END,
    'study-visit', 'Kunjungan ' || i, '', '{}', guest_unit, coalesce(host_unit, 'rutan-banjarnegara'),
    day + (hour || ' hours')::interval, day + (hour + 3 || ' hours')::interval, '', 'Petugas', 5,
    (SELECT id FROM person ORDER BY id LIMIT 1), day - interval '30 days', day,
    CASE WHEN fate >= 0.03 THEN day - interval '30 days' END
  FROM placed WHERE guest_unit <> coalesce(host_unit, 'rutan-banjarnegara')`;

/** As triggers would, where they are off. */
const guests = `
  INSERT INTO visit_guest (id, visit_id, organisation, is_leading, answer, asked_at, answered_at)
  SELECT gen_random_uuid(), id, guest_unit, true, 'joined', created_at, created_at FROM visit
  WHERE reference LIKE 'UJI-%'
  ON CONFLICT (visit_id, organisation) DO NOTHING`;

/** Four a visit, of a few thousand people; the first of each side has an account's address. */
const participants = `
  INSERT INTO visit_participant (id, visit_id, name, office, email, side, role, created_at)
  SELECT gen_random_uuid(), v.id, 'Peserta ' || n, 'Pembimbing', CASE n WHEN 1 THEN v.guest_unit || '@uji.test'
      WHEN 2 THEN v.host_unit || '@uji.test' ELSE 'orang' || (hashtext(v.id::text || n) & 8191) || '@uji.test' END,
    CASE WHEN n = 2 THEN 'host' ELSE 'guest' END, CASE WHEN n = 1 THEN 'leader' ELSE 'member' END, v.created_at
  FROM visit v CROSS JOIN generate_series(1, 4) n WHERE v.reference LIKE 'UJI-%'`;

const programs = `
  INSERT INTO visit_program (visit_id, program)
  SELECT v.id, p.code FROM visit v JOIN LATERAL (
    SELECT code, row_number() OVER (ORDER BY md5(v.id::text || code)) AS n FROM program) p
    ON p.n <= mod(hashtext(v.id::text) & 1023, 3)
  WHERE v.reference LIKE 'UJI-%'`;

const history = `
  INSERT INTO visit_history (id, visit_id, at, actor_name, side, action, to_state, version)
  SELECT gen_random_uuid(), v.id, v.created_at + s.after, 'Petugas', s.side, s.action, 'requested', s.n
  FROM visit v CROSS JOIN LATERAL (VALUES
    (1, 'guest', 'submit', interval '0 hours'),
    (2, 'host', 'accept', (hashtext(v.id::text) & 127) * interval '50 minutes')) AS s (n, side, action, after)
  WHERE v.reference LIKE 'UJI-%' AND v.submitted_at IS NOT NULL
    AND (s.n = 1 OR v.state NOT IN ('requested', 'expired', 'withdrawn'))`;

const summaries = `
  INSERT INTO summary (visit_id, version, outcomes, decisions, notes, links, revision, changed_at)
  SELECT id, 1, 'x', '', '', '[]', 1, ends_at FROM visit WHERE reference LIKE 'UJI-%' AND state = 'closed'`;

const revisions = `
  INSERT INTO summary_revision (visit_id, revision, published_at, published_by, content)
  SELECT id, 1, ends_at, CASE WHEN hashtext(id::text) & 3 > 0 THEN created_by END, '{}'
  FROM visit WHERE reference LIKE 'UJI-%' AND state = 'closed'`;

const followUps = `
  INSERT INTO follow_up (id, visit_id, what, unit, person_name, due_on, state, evidence, reason, created_at, changed_at,
    done_at)
  SELECT gen_random_uuid(), v.id, 'Membuka kebun', CASE WHEN n = 1 THEN v.guest_unit ELSE v.host_unit END, 'Sari',
    (v.ends_at + (10 + (hashtext(v.id::text) & 127)) * interval '1 day')::date,
    s.state, CASE WHEN s.state = 'done' THEN 'x' ELSE '' END, CASE WHEN s.state = 'dropped' THEN 'x' ELSE '' END,
    v.ends_at, v.ends_at, CASE WHEN s.state = 'done' THEN v.ends_at END
  FROM visit v CROSS JOIN generate_series(1, 2) n
    CROSS JOIN LATERAL (SELECT (ARRAY['open', 'in-progress', 'done', 'done', 'done', 'dropped', 'done', 'done'])
      [1 + ((hashtext(v.id::text) + n) & 7)] AS state) s
  WHERE v.reference LIKE 'UJI-%' AND v.state = 'closed' AND hashtext(v.id::text) & 3 < n + 1`;

const replications = `
  INSERT INTO replication (id, follow_up_id, practice, from_unit, to_unit, since, result, confirmed_by, confirmed_name,
    confirmed_at)
  SELECT gen_random_uuid(), f.id, 'Kebun', v.host_unit, v.guest_unit, f.due_on, 'x', v.created_by, 'S',
    f.due_on + interval '2 days'
  FROM follow_up f JOIN visit v ON v.id = f.visit_id
  WHERE v.reference LIKE 'UJI-%' AND f.state = 'done' AND f.unit = v.guest_unit AND hashtext(f.id::text) & 3 = 0`;

const readers = `
  INSERT INTO visit_reader SELECT * FROM visit_readers(ARRAY(SELECT id FROM visit WHERE reference LIKE 'UJI-%'))
  ON CONFLICT DO NOTHING`;
