import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sinergi's counts and how they are kept. What is counted, and when it is counted again, comes after this. */
export class SinergiFigures1795910400020 implements MigrationInterface {
  name = 'SinergiFigures1795910400020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(recount);
    await queryRunner.query(fold);
    await queryRunner.query(rebuild);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION sinergi_rebuild, sinergi_fold, sinergi_recount;
      DROP VIEW sinergi_count;
      DROP TABLE sinergi_delta, sinergi_figure, sinergi_fact;
    `);
  }
}

/** What a figure is counted by; which of them a cube has, its part of sinergi_fresh tells. */
const dimensions = `
    cube text NOT NULL,
    month date NOT NULL,
    guest_unit text NOT NULL,
    host_unit text NOT NULL,
    mark text NOT NULL,
    unit text NOT NULL,
    hours integer,
    due_on date,
    ends_at timestamptz`;
const dimensionNames = 'cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at';

const commentsOnDimensions = (table: string): string => `
  COMMENT ON COLUMN ${table}.cube IS 'What is counted: visits, answers, summaries, follow-ups, replications or notes.';
  COMMENT ON COLUMN ${table}.month IS 'First day of a month by the host''s calendar.';
  COMMENT ON COLUMN ${table}.mark IS 'What the cube tells apart, mostly a state; empty for nothing.';
  COMMENT ON COLUMN ${table}.unit IS 'The responsible unit; empty for none.';
  COMMENT ON COLUMN ${table}.hours IS 'Whole hours that the host took to answer.';
  COMMENT ON COLUMN ${table}.due_on IS 'When what is open is due.';
  COMMENT ON COLUMN ${table}.ends_at IS 'End of a visit that has no summary yet.';`;

const tables = `
  CREATE TABLE sinergi_fact (
    source uuid NOT NULL,
    owner uuid NOT NULL,${dimensions},
    programs text[] NOT NULL,
    CONSTRAINT sinergi_fact_pkey PRIMARY KEY (source, cube)
  );
  CREATE INDEX sinergi_fact_owner_idx ON sinergi_fact (owner);
  COMMENT ON TABLE sinergi_fact IS
    'What each thing is counted under now, so that a change takes away exactly what was added; triggers keep it.';
  COMMENT ON COLUMN sinergi_fact.source IS 'The thing that is counted.';
  COMMENT ON COLUMN sinergi_fact.owner IS 'The visit or note that it belongs to; its row''s lock guards its facts.';
  ${commentsOnDimensions('sinergi_fact')}

  CREATE TABLE sinergi_figure (${dimensions},
    program text NOT NULL,
    count integer NOT NULL,
    -- With the count in it, the key alone answers.
    CONSTRAINT sinergi_figure_key UNIQUE NULLS NOT DISTINCT
      (cube, program, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at) INCLUDE (count),
    CONSTRAINT sinergi_figure_count_check CHECK (count > 0)
  );
  COMMENT ON TABLE sinergi_figure IS 'Folded counts.';
  COMMENT ON COLUMN sinergi_figure.program IS 'Empty counts each thing once, a program each thing that has it.';
  ${commentsOnDimensions('sinergi_figure')}

  CREATE TABLE sinergi_delta (${dimensions},
    program text NOT NULL,
    count integer NOT NULL
  );
  COMMENT ON TABLE sinergi_delta IS
    'Changes of counts since the last fold. Only appended to, so that who counts the same thing never waits for another.';
  COMMENT ON COLUMN sinergi_delta.program IS 'As in sinergi_figure.';
  ${commentsOnDimensions('sinergi_delta')}

  CREATE VIEW sinergi_count AS SELECT * FROM sinergi_figure UNION ALL SELECT * FROM sinergi_delta;
  COMMENT ON VIEW sinergi_count IS 'What readers sum: folded counts and what changed since.';
`;

// Whoever counts holds COUNTING shared; whoever must see everything that is counted holds it alone.
const COUNTING = '7261225';
const FOLDING = '7261226';

const recount = `
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
`;

const fold = `
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
`;

const rebuild = `
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
`;
