import { accounts, answers } from './national-answers.js';
import { blankFacts, blankTexts, nobodyAttended, type SummaryContent } from '../../summaries/index.js';

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
  await run(accounts);
  await run('SELECT setseed($1)', [data.seed]);
  await withoutWordIndexes(run, () => run(visits, [data.visits, data.from, data.to, data.today]));
  for (const sql of [guests, hostTimes, participants, programs, history, agendas, summaries]) await run(sql);
  await run(revisions, [JSON.stringify(content)]);
  for (const sql of [
    followUps,
    replications,
    mails,
    readers,
    followUpReaders,
    ...answers,
    'SELECT hosted_visits_rebuild()',
  ])
    await run(sql);
}

/** Does work with a table whose indexes of words are made anew afterwards, which takes a fraction of keeping them up. */
async function withoutWordIndexes(run: Run, work: () => Promise<unknown>): Promise<void> {
  const indexes = (await run(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'visit' AND indexdef LIKE '%USING gin%'`,
  )) as { name: string; definition: string }[];
  for (const { name } of indexes) await run(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of indexes) await run(definition);
}

const visits = `
  WITH units AS MATERIALIZED (
    SELECT code, row_number() OVER (ORDER BY code) AS n, count(*) OVER () AS units, array_agg(code) OVER (ORDER BY code
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS everywhere,
      array_agg(code) OVER (PARTITION BY regional_office ORDER BY code
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS near
    FROM unit WHERE kind = 'upt'),
  drawn AS MATERIALIZED (
    SELECT i, random() AS guest, power(random(), 2) AS known, random() < 0.75 AS is_near,
      $2::date + floor(random() * ($3::date - $2::date + 1))::int AS day, floor(random() * 7)::int AS hour,
      random() AS fate
    FROM generate_series(1, $1::int) i),
  placed AS (
    SELECT d.*, g.code AS guest_unit, h.hosts[1 + floor(d.known * cardinality(h.hosts))::int] AS host_unit
    FROM drawn d JOIN units g ON g.n = 1 + floor(d.guest * g.units)::int
      CROSS JOIN LATERAL (SELECT CASE WHEN d.is_near THEN g.near ELSE g.everywhere END AS hosts) h)
  INSERT INTO visit (id, reference, state, kind, title, purpose, topics, guest_unit, host_unit, starts_at, ends_at,
    place, contact_name, party_size, created_by, created_at, changed_at, submitted_at)
  SELECT gen_random_uuid(), 'UJI-' || i,
    CASE
      WHEN fate < 0.03 THEN 'draft'
      WHEN day >= $4::date THEN (ARRAY['requested', 'confirmed', 'confirmed', 'declined'])[1 + floor(fate * 4)::int]
      WHEN fate < 0.75 THEN 'closed' WHEN fate < 0.78 THEN 'held' WHEN fate < 0.86 THEN 'declined'
      WHEN fate < 0.91 THEN 'cancelled' WHEN fate < 0.95 THEN 'expired' WHEN fate < 0.98 THEN 'withdrawn'
      ELSE 'not-held' END,
    'study-visit', 'Kunjungan ' || i, '', '{}', guest_unit, host_unit,
    day + (hour || ' hours')::interval, day + (hour + 3 || ' hours')::interval, '', 'Petugas', 5,
    (SELECT id FROM person ORDER BY id LIMIT 1), day - interval '30 days', day,
    CASE WHEN fate >= 0.03 THEN day - interval '30 days' END
  FROM placed WHERE guest_unit <> host_unit`;

/** As triggers would, where they are off. */
const guests = `
  INSERT INTO visit_guest (id, visit_id, organisation, is_leading, answer, asked_at, answered_at)
  SELECT gen_random_uuid(), id, guest_unit, true, 'joined', created_at, created_at FROM visit
  WHERE reference LIKE 'UJI-%'
  ON CONFLICT (visit_id, organisation) DO NOTHING`;

/** What is agreed holds its host's time; whoever comes at once has a place of their own. */
const hostTimes = `
  INSERT INTO host_time (visit_id, kind, host_unit, place, during)
  SELECT id, 'confirmed', host_unit, row_number() OVER (PARTITION BY host_unit, starts_at::date ORDER BY id),
    tstzrange(starts_at, ends_at)
  FROM visit WHERE reference LIKE 'UJI-%' AND state IN ('confirmed', 'held', 'closed')`;

/** Four a visit, of a few thousand people; the first of each side has an account's address. */
const participants = `
  INSERT INTO visit_participant (id, visit_id, name, office, email, side, role, created_at)
  SELECT gen_random_uuid(), v.id, 'Peserta ' || n, 'Pembimbing', CASE n WHEN 1 THEN v.guest_unit || '@uji.test'
      WHEN 2 THEN v.host_unit || '@uji.test' ELSE 'orang' || (hashtext(v.reference || n) & 8191) || '@uji.test' END,
    CASE WHEN n = 2 THEN 'host' ELSE 'guest' END, CASE WHEN n = 1 THEN 'leader' ELSE 'member' END, v.created_at
  FROM visit v CROSS JOIN generate_series(1, 4) n WHERE v.reference LIKE 'UJI-%'`;

const programs = `
  INSERT INTO visit_program (visit_id, program)
  SELECT v.id, p.code FROM visit v JOIN LATERAL (
    SELECT code, row_number() OVER (ORDER BY md5(v.reference || code)) AS n FROM program) p
    ON p.n <= mod(hashtext(v.reference) & 1023, 3)
  WHERE v.reference LIKE 'UJI-%'`;

const history = `
  INSERT INTO visit_history (id, visit_id, at, actor_name, side, action, from_state, to_state, version)
  SELECT gen_random_uuid(), v.id, v.created_at + s.after, 'Petugas', s.side, s.action, s.from_state, s.to_state, s.n
  FROM visit v CROSS JOIN LATERAL (VALUES
    (1, 'guest', 'submit', 'draft', 'requested', interval '0 hours'),
    (2, 'host', 'accept', 'requested', 'confirmed', (hashtext(v.reference) & 127) * interval '50 minutes')) AS s (n, side, action, from_state, to_state, after)
  WHERE v.reference LIKE 'UJI-%' AND v.submitted_at IS NOT NULL
    AND (s.n = 1 OR v.state NOT IN ('requested', 'expired', 'withdrawn'))`;

const agendas = `
  WITH planned AS (
      SELECT id AS visit_id, starts_at AS at FROM visit WHERE reference LIKE 'UJI-%' AND state IN ('confirmed', 'closed')),
    agenda AS (
      INSERT INTO agenda (visit_id, state, version, revision, public_revision, changed_at, published_at)
      SELECT visit_id, 'published', 1, 1, 1, at, at FROM planned),
    revision AS (
      INSERT INTO agenda_revision (visit_id, revision, published_at, items) SELECT visit_id, 1, at, '[]' FROM planned)
  INSERT INTO agenda_item (id, visit_id, position, starts_at, ends_at, title, kind, place, persons, note)
  SELECT gen_random_uuid(), visit_id, n, at + n * interval '1 hour', at + (n + 1) * interval '1 hour', 'Acara ' || n, 'discussion', '', '{}', ''
  FROM planned CROSS JOIN generate_series(0, 1) n`;

const summaries = `
  INSERT INTO summary (visit_id, version, outcomes, decisions, notes, links, revision, changed_at)
  SELECT id, 1, 'x', '', '', '[]', 1, ends_at FROM visit WHERE reference LIKE 'UJI-%' AND state = 'closed'`;

const revisions = `
  INSERT INTO summary_revision (visit_id, revision, published_at, published_by, content)
  SELECT id, 1, ends_at, CASE WHEN hashtext(reference) & 3 > 0 THEN created_by END, $1
  FROM visit WHERE reference LIKE 'UJI-%' AND state = 'closed'`;

const content: SummaryContent = {
  ...blankTexts,
  ...blankFacts,
  outcomes: 'x',
  attendance: nobodyAttended,
  followUps: [],
  practices: [],
  learning: [],
  files: [],
  automatic: false,
};

const followUps = `
  INSERT INTO follow_up (id, visit_id, what, unit, person_name, due_on, state, evidence, reason, created_at, changed_at,
    done_at)
  SELECT gen_random_uuid(), v.id, 'Membuka kebun', CASE WHEN n = 1 THEN v.guest_unit ELSE v.host_unit END, 'Sari',
    (v.ends_at + (10 + (hashtext(v.reference) & 127)) * interval '1 day')::date,
    s.state, CASE WHEN s.state = 'done' THEN 'x' ELSE '' END, CASE WHEN s.state = 'dropped' THEN 'x' ELSE '' END,
    v.ends_at, v.ends_at, CASE WHEN s.state = 'done' THEN v.ends_at END
  FROM visit v CROSS JOIN generate_series(1, 2) n
    CROSS JOIN LATERAL (SELECT (ARRAY['open', 'in-progress', 'done', 'done', 'done', 'dropped', 'done', 'done'])
      [1 + ((hashtext(v.reference) + n) & 7)] AS state) s
  WHERE v.reference LIKE 'UJI-%' AND v.state = 'closed' AND hashtext(v.reference) & 3 < n + 1`;

const replications = `
  INSERT INTO replication (id, follow_up_id, practice, from_unit, to_unit, since, result, confirmed_by, confirmed_name,
    confirmed_at)
  SELECT gen_random_uuid(), f.id, 'Kebun', v.host_unit, v.guest_unit, f.due_on, 'x', v.created_by, 'S',
    f.due_on + interval '2 days'
  FROM follow_up f JOIN visit v ON v.id = f.visit_id
  WHERE v.reference LIKE 'UJI-%' AND f.state = 'done' AND f.unit = v.guest_unit AND hashtext('ditiru' || v.reference) & 3 = 0`;

/** Two a visit, all of them sent. */
const mails = `
  INSERT INTO mail (id, key, stream, recipient_name, recipient_email, subject, body_text, body_html, message_id, reference, state,
    next_try_at, created_at, sent_at)
  SELECT gen_random_uuid(), v.id || '/uji/' || n, v.id, 'Peserta', 'orang' || n || '@uji.test', v.title, 'x', 'x', v.id || '.' || n || '@uji.test',
    v.reference, 'sent', v.created_at, v.created_at, v.created_at + interval '1 minute'
  FROM visit v CROSS JOIN generate_series(1, 2) n WHERE v.reference LIKE 'UJI-%' AND v.submitted_at IS NOT NULL`;

const readers = `
  INSERT INTO visit_reader (visit_id, reader, starts_at, state) SELECT visit_id, reader, starts_at, state
  FROM visit_readers(ARRAY(SELECT id FROM visit WHERE reference LIKE 'UJI-%')) ON CONFLICT DO NOTHING`;
const followUpReaders = `SELECT keep_follow_up_readers(ARRAY(
  SELECT f.id FROM follow_up f JOIN visit v ON v.id = f.visit_id WHERE v.reference LIKE 'UJI-%'))`;
