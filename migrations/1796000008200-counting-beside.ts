import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets a write only note whose counts it changes. Whoever reads counts what was noted; the next fold does so for good. No
 * writer waits for another, or for the counting.
 */
export class CountingBeside1796000008200 implements MigrationInterface {
  name = 'CountingBeside1796000008200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER sinergi_counts_pending ON sinergi_pending;
      DROP FUNCTION sinergi_count_pending(), sinergi_recount(uuid);
      ALTER TABLE sinergi_pending DROP CONSTRAINT sinergi_pending_pkey;
      ALTER TABLE sinergi_pending ALTER owner SET NOT NULL;
      COMMENT ON TABLE sinergi_pending IS
        'Owners of what changed since they were counted last. Only appended to, so that no writer waits for another.';
    `);
    await queryRunner.query(notes);
    await queryRunner.query(counts);
    await queryRunner.query(reads);
    await queryRunner.query('DROP FUNCTION sinergi_count_later(uuid)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      SELECT sinergi_fold();
      CREATE OR REPLACE VIEW sinergi_count AS SELECT * FROM sinergi_figure UNION ALL SELECT * FROM sinergi_delta;
      DROP FUNCTION sinergi_uncounted(), sinergi_recount(uuid[]);
      ALTER TABLE sinergi_pending ADD CONSTRAINT sinergi_pending_pkey PRIMARY KEY (owner);
      COMMENT ON TABLE sinergi_pending IS
        'Owners of what this transaction changed, to be counted again when it ends; empty for everybody else.';
    `);
    await queryRunner.query(countingAtCommit);
  }
}

const dimensions = 'cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at';
/** Whoever counts holds it alone; so does who changes under what much is counted, so that nothing is counted meanwhile. */
const FOLDING = '7261226';

/** Adds the changes to the folded counts. */
const adding = `      WITH taken AS (DELETE FROM sinergi_delta RETURNING *),
      change AS (
        SELECT ${dimensions}, program, sum(count)::integer AS count FROM taken
        GROUP BY ${dimensions}, program HAVING sum(count) <> 0)
      MERGE INTO sinergi_figure t USING change c
        ON t.cube = c.cube AND t.program = c.program AND t.month = c.month AND t.guest_unit = c.guest_unit
          AND t.host_unit = c.host_unit AND t.mark = c.mark AND t.unit = c.unit
          AND t.hours IS NOT DISTINCT FROM c.hours AND t.due_on IS NOT DISTINCT FROM c.due_on
          AND t.ends_at IS NOT DISTINCT FROM c.ends_at
        WHEN MATCHED AND t.count + c.count = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET count = t.count + c.count
        WHEN NOT MATCHED THEN INSERT (${dimensions}, program, count)
          VALUES (c.cube, c.month, c.guest_unit, c.host_unit, c.mark, c.unit, c.hours, c.due_on, c.ends_at, c.program,
            c.count);
`;

/** Counts everything that there is. */
const afresh = `      DELETE FROM sinergi_delta;
      DELETE FROM sinergi_figure;
      DELETE FROM sinergi_fact;
      INSERT INTO sinergi_fact (source, owner, ${dimensions}, programs)
        SELECT source, owner, ${dimensions}, programs FROM sinergi_fresh;
      INSERT INTO sinergi_figure (${dimensions}, program, count)
        SELECT ${dimensions}, program, count(*) FROM sinergi_fact, unnest(''::text || programs) AS program
        GROUP BY ${dimensions}, program;
`;

const notes = `
  CREATE OR REPLACE FUNCTION sinergi_visit_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO sinergi_pending VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;
  CREATE OR REPLACE FUNCTION sinergi_note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO sinergi_pending VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;

  -- For tables with a visit_id.
  CREATE OR REPLACE FUNCTION sinergi_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO sinergi_pending VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.visit_id ELSE NEW.visit_id END);
      RETURN NULL;
    END
  $$;

  CREATE OR REPLACE FUNCTION sinergi_follow_up_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO sinergi_pending SELECT f.visit_id FROM follow_up f
        WHERE f.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.follow_up_id ELSE NEW.follow_up_id END;
      RETURN NULL;
    END
  $$;

  CREATE OR REPLACE FUNCTION sinergi_note_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO sinergi_pending VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.note_id ELSE NEW.note_id END);
      RETURN NULL;
    END
  $$;

  -- What others have written and not committed is noted by themselves, and not counted before this is seen.
  CREATE OR REPLACE FUNCTION sinergi_time_zone_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(${FOLDING});
      INSERT INTO sinergi_pending SELECT id FROM visit WHERE host_unit = NEW.code
        UNION ALL SELECT id FROM note WHERE note.unit = NEW.code;
      RETURN NULL;
    END
  $$;
  CREATE OR REPLACE FUNCTION sinergi_heir_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(${FOLDING});
      INSERT INTO sinergi_pending
        SELECT v.id FROM visit v WHERE v.guest_unit = NEW.code OR v.host_unit = NEW.code
        UNION SELECT x.visit_id FROM visit_guest x WHERE x.organisation = NEW.code
        UNION SELECT f.visit_id FROM follow_up f WHERE f.unit = NEW.code
        UNION SELECT f.visit_id FROM replication r JOIN follow_up f ON f.id = r.follow_up_id
          WHERE r.from_unit = NEW.code OR r.to_unit = NEW.code
        UNION SELECT n.id FROM note n WHERE n.unit = NEW.code;
      RETURN NULL;
    END
  $$;
`;

const isSame = `(n.month, n.guest_unit, n.host_unit, n.mark, n.unit, n.hours, n.due_on, n.ends_at, n.programs)
            IS NOT DISTINCT FROM
            (f.month, f.guest_unit, f.host_unit, f.mark, f.unit, f.hours, f.due_on, f.ends_at, f.programs)`;

const counts = `
  -- Brings the facts of owners up to what stands, and adds the difference up. The caller holds the lock of the fold.
  CREATE FUNCTION sinergi_recount(owners uuid[]) RETURNS void LANGUAGE plpgsql
    SET plan_cache_mode = force_generic_plan AS $$
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM sinergi_fresh WHERE owner = ANY (owners)),
      gone AS (
        DELETE FROM sinergi_fact f WHERE f.owner = ANY (owners) AND NOT EXISTS (
          SELECT FROM fresh n WHERE n.source = f.source AND n.cube = f.cube AND ${isSame})
        RETURNING *)
      INSERT INTO sinergi_delta (${dimensions}, program, count)
        SELECT ${dimensions}, unnest(''::text || programs), -1 FROM gone;
      WITH come AS (
        INSERT INTO sinergi_fact (source, owner, ${dimensions}, programs)
        SELECT source, owner, ${dimensions}, programs FROM sinergi_fresh n
        WHERE n.owner = ANY (owners)
          AND NOT EXISTS (SELECT FROM sinergi_fact f WHERE f.source = n.source AND f.cube = n.cube)
        RETURNING *)
      INSERT INTO sinergi_delta (${dimensions}, program, count)
        SELECT ${dimensions}, unnest(''::text || programs), 1 FROM come;
    END
  $$;

  -- Counts what changed, and adds the changes to the folded counts; one fold at a time, a second one leaves the work to the
  -- first. What is noted while it counts is counted by the next.
  CREATE OR REPLACE FUNCTION sinergi_fold() RETURNS void LANGUAGE plpgsql AS $$
    DECLARE
      owners uuid[];
    BEGIN
      IF NOT pg_try_advisory_xact_lock(${FOLDING}) THEN RETURN; END IF;
      LOOP
        WITH taken AS (
          DELETE FROM sinergi_pending WHERE ctid = ANY (ARRAY(SELECT ctid FROM sinergi_pending LIMIT 5000)) RETURNING owner)
        SELECT array_agg(DISTINCT owner) INTO owners FROM taken;
        EXIT WHEN owners IS NULL;
        PERFORM sinergi_recount(owners);
      END LOOP;
${adding}    END
  $$;

  -- Forgets every count and counts afresh; what is noted meanwhile is counted by the next fold.
  CREATE OR REPLACE FUNCTION sinergi_rebuild() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(${FOLDING});
      DELETE FROM sinergi_pending;
${afresh}    END
  $$;
`;

const reads = `
  -- As a function, whose plan is kept: of a view, each reader's statement would plan all that is counted.
  CREATE FUNCTION sinergi_uncounted() RETURNS SETOF sinergi_delta LANGUAGE plpgsql STABLE ROWS 10
    SET plan_cache_mode = force_generic_plan AS $$
    DECLARE
      owners uuid[] := ARRAY(SELECT DISTINCT owner FROM sinergi_pending);
    BEGIN
      IF owners = '{}' THEN RETURN; END IF;
      RETURN QUERY
        SELECT n.cube, n.month, n.guest_unit, n.host_unit, n.mark, n.unit, n.hours, n.due_on, n.ends_at, p.program, 1
        FROM sinergi_fresh n, unnest(''::text || n.programs) AS p(program) WHERE n.owner = ANY (owners)
        UNION ALL
        SELECT f.cube, f.month, f.guest_unit, f.host_unit, f.mark, f.unit, f.hours, f.due_on, f.ends_at, p.program, -1
        FROM sinergi_fact f, unnest(''::text || f.programs) AS p(program) WHERE f.owner = ANY (owners);
    END
  $$;
  COMMENT ON FUNCTION sinergi_uncounted() IS 'Changes of counts by what was noted and not counted yet.';

  CREATE OR REPLACE VIEW sinergi_count AS
    SELECT * FROM sinergi_figure UNION ALL SELECT * FROM sinergi_delta UNION ALL SELECT * FROM sinergi_uncounted();
`;

/** How Sinergi counted before `1796000008200-counting-beside`: of each owner that a transaction changed, when it ended. */
const countingAtCommit = `
CREATE OR REPLACE FUNCTION sinergi_recount(whose uuid) RETURNS void LANGUAGE plpgsql SET plan_cache_mode TO 'force_generic_plan' AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock_shared(7261225);
      WITH gone AS (
        DELETE FROM sinergi_fact f WHERE f.owner = whose AND NOT EXISTS (
          SELECT FROM sinergi_fresh n
          WHERE n.owner = whose AND n.source = f.source AND n.cube = f.cube
            AND (n.month, n.guest_unit, n.host_unit, n.mark, n.unit, n.hours, n.due_on, n.ends_at, n.programs)
              IS NOT DISTINCT FROM
              (f.month, f.guest_unit, f.host_unit, f.mark, f.unit, f.hours, f.due_on, f.ends_at, f.programs))
        RETURNING *)
      INSERT INTO sinergi_delta (cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count)
        SELECT cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, unnest(''::text || programs), -1 FROM gone;
      WITH come AS (
        INSERT INTO sinergi_fact (source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs)
        SELECT source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs FROM sinergi_fresh n
        WHERE n.owner = whose
          AND NOT EXISTS (SELECT FROM sinergi_fact f WHERE f.source = n.source AND f.cube = n.cube)
        RETURNING *)
      INSERT INTO sinergi_delta (cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, program, count)
        SELECT cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, unnest(''::text || programs), 1 FROM come;
    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_count_later(whose uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO sinergi_pending (owner) VALUES (whose) ON CONFLICT DO NOTHING
  $$;
CREATE OR REPLACE FUNCTION sinergi_count_pending() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM sinergi_recount(NEW.owner);
      DELETE FROM sinergi_pending WHERE owner = NEW.owner;
      RETURN NULL;
    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_fold() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT pg_try_advisory_xact_lock(7261226) THEN RETURN; END IF;
${adding}    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_rebuild() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(7261225);
      PERFORM pg_advisory_xact_lock(7261226);
${afresh}    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_visit_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM sinergi_count_later(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM sinergi_count_later(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_part uuid;
    BEGIN
      IF TG_OP = 'DELETE' THEN visit_of_part := OLD.visit_id; ELSE visit_of_part := NEW.visit_id; END IF;
      PERFORM 1 FROM visit WHERE id = visit_of_part FOR NO KEY UPDATE;
      PERFORM sinergi_count_later(visit_of_part);
      RETURN NULL;
    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_follow_up_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_part uuid;
    BEGIN
      SELECT v.id INTO visit_of_part FROM follow_up f JOIN visit v ON v.id = f.visit_id
        WHERE f.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.follow_up_id ELSE NEW.follow_up_id END
        FOR NO KEY UPDATE OF v;
      IF FOUND THEN PERFORM sinergi_count_later(visit_of_part); END IF;
      RETURN NULL;
    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_note_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      note_of_part uuid;
    BEGIN
      IF TG_OP = 'DELETE' THEN note_of_part := OLD.note_id; ELSE note_of_part := NEW.note_id; END IF;
      PERFORM 1 FROM note WHERE id = note_of_part FOR NO KEY UPDATE;
      PERFORM sinergi_count_later(note_of_part);
      RETURN NULL;
    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_time_zone_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(7261225);
      PERFORM sinergi_recount(id) FROM visit WHERE host_unit = NEW.code ORDER BY id;
      PERFORM sinergi_recount(id) FROM note WHERE note.unit = NEW.code ORDER BY id;
      RETURN NULL;
    END
  $$;
CREATE OR REPLACE FUNCTION sinergi_heir_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(7261225);
          PERFORM sinergi_recount(id) FROM (
            SELECT v.id FROM visit v WHERE v.guest_unit = NEW.code OR v.host_unit = NEW.code
            UNION SELECT x.visit_id FROM visit_guest x WHERE x.organisation = NEW.code
            UNION SELECT f.visit_id FROM follow_up f WHERE f.unit = NEW.code
            UNION SELECT f.visit_id FROM replication r JOIN follow_up f ON f.id = r.follow_up_id
              WHERE r.from_unit = NEW.code OR r.to_unit = NEW.code
            UNION SELECT n.id FROM note n WHERE n.unit = NEW.code) counted ORDER BY id;
          RETURN NULL;
        END
      $$;

CREATE CONSTRAINT TRIGGER sinergi_counts_pending AFTER INSERT ON sinergi_pending
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sinergi_count_pending();
`;
