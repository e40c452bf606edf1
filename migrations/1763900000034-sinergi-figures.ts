import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SinergiFigures1763900000034 implements MigrationInterface {
  name = 'SinergiFigures1763900000034';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`${tables}${fresh}${functions}${triggers}SELECT sinergi_rebuild();`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER sinergi_counts_visit ON visit;
      DROP TRIGGER sinergi_counts_changed_visit ON visit;
      DROP TRIGGER sinergi_counts_visit_program ON visit_program;
      DROP TRIGGER sinergi_counts_step ON visit_history;
      DROP TRIGGER sinergi_counts_changed_step ON visit_history;
      DROP TRIGGER sinergi_counts_summary ON summary_revision;
      DROP TRIGGER sinergi_counts_follow_up ON follow_up;
      DROP TRIGGER sinergi_counts_replication ON replication;
      DROP TRIGGER sinergi_counts_time_zone ON unit;
      DROP FUNCTION sinergi_visit_changed, sinergi_part_changed, sinergi_follow_up_part_changed,
        sinergi_time_zone_changed, sinergi_recount, sinergi_fold, sinergi_rebuild;
      DROP VIEW sinergi_count, sinergi_fresh;
      DROP TABLE sinergi_fact, sinergi_figure, sinergi_delta;
    `);
  }
}

/** What a figure is counted by; which of them a cube has, its part of sinergi_fresh tells. */
const dimensions = `
  cube text NOT NULL,
  -- The first day of a month by the host's calendar.
  month date NOT NULL,
  guest_unit text NOT NULL,
  host_unit text NOT NULL,
  mark text NOT NULL,
  -- The responsible unit, or ''.
  unit text NOT NULL,
  hours integer,
  due_on date,
  ends_at timestamptz`;
const dimensionNames = 'cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at';

const tables = `
  -- What each thing is counted under now, so that a change takes away exactly what was added.
  CREATE TABLE sinergi_fact (
    source uuid NOT NULL,
    -- The visit that the source belongs to; its row's lock guards its facts.
    owner uuid NOT NULL,
    ${dimensions},
    programs text[] NOT NULL,
    CONSTRAINT sinergi_fact_pkey PRIMARY KEY (source, cube)
  );
  CREATE INDEX sinergi_fact_owner_idx ON sinergi_fact (owner);

  -- Folded counts. Program '' counts each thing once, a program each thing that has it.
  CREATE TABLE sinergi_figure (
    ${dimensions},
    program text NOT NULL,
    count integer NOT NULL,
    CONSTRAINT sinergi_figure_key UNIQUE NULLS NOT DISTINCT
      (cube, program, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at),
    CONSTRAINT sinergi_figure_count_check CHECK (count > 0)
  );

  -- Changes of counts since the last fold. Only appended to, so transactions that count the same thing
  -- never wait for each other.
  CREATE TABLE sinergi_delta (
    ${dimensions},
    program text NOT NULL,
    count integer NOT NULL
  );

  CREATE VIEW sinergi_count AS
    SELECT ${dimensionNames}, program, count FROM sinergi_figure
    UNION ALL SELECT ${dimensionNames}, program, count FROM sinergi_delta;
`;

/** The visit `v` of a part, where it is counted: nobody counts drafts. */
const ofVisit = `
  date_trunc('month', v.starts_at AT TIME ZONE h.time_zone)::date AS month, v.guest_unit, v.host_unit`;
const programsOfVisit = `
  ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs`;

const fresh = `
  -- Everything counted afresh from what it is counted of, one part a cube.
  CREATE VIEW sinergi_fresh AS
    -- Visits by state.
    SELECT v.id AS source, v.id AS owner, 'visits' AS cube, ${ofVisit}, v.state AS mark, '' AS unit,
      NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit WHERE v.state <> 'draft'
    UNION ALL
    -- Requests that their host answered, by the whole hours it took.
    SELECT v.id, v.id, 'answers', ${ofVisit}, '', '',
      floor(extract(epoch FROM a.answered - a.asked) / 3600)::integer, NULL, NULL, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit
      JOIN LATERAL (
        SELECT s.asked, min(y.at) AS answered
        FROM (SELECT min(x.at) AS asked FROM visit_history x WHERE x.visit_id = v.id AND x.action = 'submit') s
          JOIN visit_history y ON y.visit_id = v.id AND y.action IN ('accept', 'decline', 'propose') AND y.at >= s.asked
        GROUP BY s.asked
      ) a ON true
    WHERE v.state <> 'draft'
    UNION ALL
    -- Visits that were agreed upon, by who published the summary: nobody yet (then with the visit's end), a person,
    -- or the system by itself.
    SELECT v.id, v.id, 'summaries', ${ofVisit},
      CASE WHEN r.visit_id IS NULL THEN 'none' WHEN r.published_by IS NULL THEN 'system' ELSE 'person' END, '',
      NULL, NULL, CASE WHEN r.visit_id IS NULL THEN v.ends_at END, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit
      LEFT JOIN summary_revision r ON r.visit_id = v.id AND r.revision = 1
    WHERE v.state IN ('confirmed', 'held', 'closed')
    UNION ALL
    -- What was promised after visits, by state and responsible unit; what is open, by its due date.
    SELECT f.id, v.id, 'follow-ups', ${ofVisit}, f.state, f.unit,
      NULL, CASE WHEN f.state IN ('open', 'in-progress') THEN f.due_on END, NULL, ${programsOfVisit}
    FROM follow_up f JOIN visit v ON v.id = f.visit_id JOIN unit h ON h.code = v.host_unit
    WHERE v.state <> 'draft'
    UNION ALL
    -- Practices that were copied: the guest is who copied from the host, the month that in which it began, the mark
    -- the note's id or ''.
    SELECT r.id, v.id, 'replications', date_trunc('month', r.since)::date, r.to_unit, r.from_unit,
      coalesce(r.note_id::text, ''), '', NULL, NULL, NULL, ${programsOfVisit}
    FROM replication r JOIN follow_up f ON f.id = r.follow_up_id JOIN visit v ON v.id = f.visit_id;
`;

// Whoever counts holds COUNTING shared; whoever must see everything that is counted holds it alone.
const COUNTING = '7261225';
const FOLDING = '7261226';

const functions = `
  -- Brings the facts of an owner, whose row the caller holds, up to what stands, and adds the difference up.
  CREATE FUNCTION sinergi_recount(whose uuid) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(${COUNTING});
      WITH gone AS (
        DELETE FROM sinergi_fact f WHERE f.owner = whose AND NOT EXISTS (
          SELECT FROM sinergi_fresh n
          WHERE n.owner = whose AND n.source = f.source AND n.cube = f.cube
            AND (n.month, n.guest_unit, n.host_unit, n.mark, n.unit, n.hours, n.due_on, n.ends_at, n.programs)
              IS NOT DISTINCT FROM
              (f.month, f.guest_unit, f.host_unit, f.mark, f.unit, f.hours, f.due_on, f.ends_at, f.programs))
        RETURNING *)
      INSERT INTO sinergi_delta (${dimensionNames}, program, count)
        SELECT ${dimensionNames}, unnest(''::text || programs), -1 FROM gone;
      WITH come AS (
        INSERT INTO sinergi_fact (source, owner, ${dimensionNames}, programs)
        SELECT source, owner, ${dimensionNames}, programs FROM sinergi_fresh n
        WHERE n.owner = whose
          AND NOT EXISTS (SELECT FROM sinergi_fact f WHERE f.source = n.source AND f.cube = n.cube)
        RETURNING *)
      INSERT INTO sinergi_delta (${dimensionNames}, program, count)
        SELECT ${dimensionNames}, unnest(''::text || programs), 1 FROM come;
    END
  $$;

  -- Adds the changes to the folded counts; one fold at a time, a second one leaves the work to the first.
  CREATE FUNCTION sinergi_fold() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT pg_try_advisory_xact_lock(${FOLDING}) THEN RETURN; END IF;
      WITH taken AS (DELETE FROM sinergi_delta RETURNING *),
      change AS (
        SELECT ${dimensionNames}, program, sum(count)::integer AS count FROM taken
        GROUP BY ${dimensionNames}, program HAVING sum(count) <> 0)
      MERGE INTO sinergi_figure t USING change c
        ON t.cube = c.cube AND t.program = c.program AND t.month = c.month AND t.guest_unit = c.guest_unit
          AND t.host_unit = c.host_unit AND t.mark = c.mark AND t.unit = c.unit
          AND t.hours IS NOT DISTINCT FROM c.hours AND t.due_on IS NOT DISTINCT FROM c.due_on
          AND t.ends_at IS NOT DISTINCT FROM c.ends_at
        WHEN MATCHED AND t.count + c.count = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET count = t.count + c.count
        WHEN NOT MATCHED THEN INSERT (${dimensionNames}, program, count)
          VALUES (c.cube, c.month, c.guest_unit, c.host_unit, c.mark, c.unit, c.hours, c.due_on, c.ends_at, c.program,
            c.count);
    END
  $$;

  -- Forgets every count and counts afresh; changes of what is counted wait meanwhile.
  CREATE FUNCTION sinergi_rebuild() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(${COUNTING});
      PERFORM pg_advisory_xact_lock(${FOLDING});
      DELETE FROM sinergi_delta;
      DELETE FROM sinergi_figure;
      DELETE FROM sinergi_fact;
      INSERT INTO sinergi_fact (source, owner, ${dimensionNames}, programs)
        SELECT source, owner, ${dimensionNames}, programs FROM sinergi_fresh;
      INSERT INTO sinergi_figure (${dimensionNames}, program, count)
        SELECT ${dimensionNames}, program, count(*) FROM sinergi_fact, unnest(''::text || programs) AS program
        GROUP BY ${dimensionNames}, program;
    END
  $$;

  CREATE FUNCTION sinergi_visit_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM sinergi_recount(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;

  -- For tables with a visit_id. The visit's row is taken first: what another transaction changes of the same visit
  -- is seen once it is over.
  CREATE FUNCTION sinergi_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_part uuid;
    BEGIN
      IF TG_OP = 'DELETE' THEN visit_of_part := OLD.visit_id; ELSE visit_of_part := NEW.visit_id; END IF;
      PERFORM 1 FROM visit WHERE id = visit_of_part FOR NO KEY UPDATE;
      PERFORM sinergi_recount(visit_of_part);
      RETURN NULL;
    END
  $$;

  CREATE FUNCTION sinergi_follow_up_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_part uuid;
    BEGIN
      SELECT v.id INTO visit_of_part FROM follow_up f JOIN visit v ON v.id = f.visit_id
        WHERE f.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.follow_up_id ELSE NEW.follow_up_id END
        FOR NO KEY UPDATE OF v;
      IF FOUND THEN PERFORM sinergi_recount(visit_of_part); END IF;
      RETURN NULL;
    END
  $$;

  CREATE FUNCTION sinergi_time_zone_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(${COUNTING});
      PERFORM sinergi_recount(id) FROM visit WHERE host_unit = NEW.code ORDER BY id;
      RETURN NULL;
    END
  $$;
`;

const triggers = `
  CREATE TRIGGER sinergi_counts_visit AFTER INSERT OR DELETE ON visit
    FOR EACH ROW EXECUTE FUNCTION sinergi_visit_changed();
  CREATE TRIGGER sinergi_counts_changed_visit AFTER UPDATE ON visit
    FOR EACH ROW WHEN (
      (OLD.state, OLD.starts_at, OLD.ends_at, OLD.guest_unit, OLD.host_unit) IS DISTINCT FROM
      (NEW.state, NEW.starts_at, NEW.ends_at, NEW.guest_unit, NEW.host_unit))
    EXECUTE FUNCTION sinergi_visit_changed();
  CREATE TRIGGER sinergi_counts_visit_program AFTER INSERT OR UPDATE OR DELETE ON visit_program
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_step AFTER INSERT ON visit_history
    FOR EACH ROW WHEN (NEW.action IN ('submit', 'accept', 'decline', 'propose'))
    EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_changed_step AFTER UPDATE OF action, at OR DELETE ON visit_history
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_summary AFTER INSERT OR UPDATE OR DELETE ON summary_revision
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_follow_up AFTER INSERT OR UPDATE OR DELETE ON follow_up
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_replication AFTER INSERT OR UPDATE OR DELETE ON replication
    FOR EACH ROW EXECUTE FUNCTION sinergi_follow_up_part_changed();
  CREATE TRIGGER sinergi_counts_time_zone AFTER UPDATE OF time_zone ON unit
    FOR EACH ROW WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION sinergi_time_zone_changed();
`;
