import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps the sums that pages of Sinergi show beside the folded counts, by month and by place (the whole country, or a
 * regional office): so a page reads as many rows as it has months, however many visits there are.
 */
export class SummedFigures1796000008790 implements MigrationInterface {
  name = 'SummedFigures1796000008790';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(table);
    await queryRunner.query(counting);
    await queryRunner.query(offices);
    await queryRunner.query(filling);
    // Who visited the hosts of a region from elsewhere, and how long they took to answer.
    await queryRunner.query(`
      CREATE INDEX sinergi_figure_host_idx ON sinergi_figure (cube, program, host_unit, month)
        INCLUDE (guest_unit, mark, hours, count) WHERE cube IN ('visits', 'joined', 'answers');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER sinergi_counts_offices ON unit;
      DROP FUNCTION sinergi_offices_changed();
      DROP VIEW sinergi_total;
      DROP FUNCTION sinergi_unsummed();
      DROP TABLE sinergi_sum;
      DROP INDEX sinergi_figure_host_idx;
    `);
    await queryRunner.query(countingWithoutSums);
  }
}

const dimensions = 'cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at';
/** Whoever counts holds it alone. */
const FOLDING = '7261226';

const table = `
  CREATE TABLE sinergi_sum (
    cube text NOT NULL,
    place text NOT NULL,
    program text NOT NULL,
    day date NOT NULL,
    mark text NOT NULL,
    hours integer NOT NULL,
    count integer NOT NULL CONSTRAINT sinergi_sum_count_check CHECK (count > 0),
    CONSTRAINT sinergi_sum_pkey PRIMARY KEY (cube, place, program, day, mark, hours) INCLUDE (count)
  ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
  COMMENT ON TABLE sinergi_sum IS 'Sums of the folded counts, as pages show them.';
  COMMENT ON COLUMN sinergi_sum.cube IS
    'As in sinergi_figure, and promises, owed, guests, hosts, inside, offices and busy, of what is in them.';
  COMMENT ON COLUMN sinergi_sum.place IS 'A regional office, empty for the whole country.';
  COMMENT ON COLUMN sinergi_sum.program IS 'As in sinergi_figure.';
  COMMENT ON COLUMN sinergi_sum.day IS
    'First day of the month in which it is counted; of promises when they are due, of summaries that are owed when the visit ended (UTC).';
  COMMENT ON COLUMN sinergi_sum.mark IS 'As in sinergi_figure, or whom the sum is of; empty for nothing.';
  COMMENT ON COLUMN sinergi_sum.hours IS 'As in sinergi_figure; 0 for nothing.';
`;

const agreed = `c.mark IN ('confirmed', 'held', 'closed')`;
/** What is due or owed is counted by the day, whatever month it is counted in. */
const byDay = `CASE WHEN c.due_on IS NOT NULL THEN 'promises' WHEN c.ends_at IS NOT NULL THEN 'owed' ELSE c.cube END AS cube`;
const day = `coalesce(c.due_on, (c.ends_at AT TIME ZONE 'UTC')::date, c.month) AS day`;

/** The sums that counts are part of. @param counts as rows of sinergi_figure `c`, with the offices of their units */
const sharesOf = (counts: string): string => `
        WITH c AS MATERIALIZED (${counts})
        SELECT ${byDay}, '' AS place, c.program, ${day}, c.mark, 0 AS hours, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined')
        UNION ALL SELECT ${byDay}, c.guest_office, c.program, ${day}, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.guest_office IS NOT NULL
        UNION ALL SELECT ${byDay}, c.host_office, c.program, ${day}, c.mark, 0, c.count
          FROM c WHERE c.cube NOT IN ('answers', 'joined') AND c.host_office IS NOT NULL
            AND c.host_office IS DISTINCT FROM c.guest_office
        UNION ALL SELECT 'guests', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'hosts', '', c.program, c.month, c.host_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.host_office IS NOT NULL
        UNION ALL SELECT 'inside', '', c.program, c.month, c.guest_office, 0, c.count
          FROM c WHERE c.cube = 'visits' AND c.guest_office = c.host_office
        UNION ALL SELECT 'offices', p.place, c.program, c.month, c.guest_office || ' ' || c.host_office, 0, c.count
          FROM c, LATERAL (SELECT '' UNION SELECT c.guest_office UNION SELECT c.host_office) AS p (place)
          WHERE c.cube = 'visits' AND ${agreed} AND c.guest_office IS NOT NULL AND c.host_office IS NOT NULL
        UNION ALL SELECT 'busy', c.guest_office, c.program, c.month, c.guest_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND ${agreed} AND c.guest_office IS NOT NULL
        UNION ALL SELECT 'busy', c.host_office, c.program, c.month, c.host_unit, 0, c.count
          FROM c WHERE c.cube IN ('visits', 'joined') AND ${agreed} AND c.host_office IS NOT NULL
        UNION ALL SELECT 'answers', '', c.program, c.month, '', c.hours, c.count FROM c WHERE c.cube = 'answers'`;

/** A partner that became another is no unit any more; what was counted of it leaves the other's sums all the same. */
const withOffices = (source: string): string =>
  `SELECT x.*, g.regional_office AS guest_office, h.regional_office AS host_office
          FROM ${source} x LEFT JOIN unit g ON g.code = x.guest_unit LEFT JOIN unit h ON h.code = x.host_unit`;

/** Adds changes to the sums. */
const addSums = (changes: string): string => `MERGE INTO sinergi_sum t USING (
        SELECT cube, place, program, day, mark, hours, sum(count)::integer AS count
        FROM (${changes}) every GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(count) <> 0) c
        ON t.cube = c.cube AND t.place = c.place AND t.program = c.program AND t.day = c.day AND t.mark = c.mark
          AND t.hours = c.hours
        WHEN MATCHED AND t.count + c.count = 0 THEN DELETE
        WHEN MATCHED THEN UPDATE SET count = t.count + c.count
        WHEN NOT MATCHED THEN INSERT (cube, place, program, day, mark, hours, count)
          VALUES (c.cube, c.place, c.program, c.day, c.mark, c.hours, c.count);`;

const fold = (sums: string): string => `
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
${sums}      WITH taken AS (DELETE FROM sinergi_delta RETURNING *),
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
    END
  $$;
`;

const rebuild = (forget: string, sums: string): string => `
  CREATE OR REPLACE FUNCTION sinergi_rebuild() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(${FOLDING});
      DELETE FROM sinergi_pending;
      DELETE FROM sinergi_delta;
${forget}      DELETE FROM sinergi_figure;
      DELETE FROM sinergi_fact;
      INSERT INTO sinergi_fact (source, owner, ${dimensions}, programs)
        SELECT source, owner, ${dimensions}, programs FROM sinergi_fresh;
      INSERT INTO sinergi_figure (${dimensions}, program, count)
        SELECT ${dimensions}, program, count(*) FROM sinergi_fact, unnest(''::text || programs) AS program
        GROUP BY ${dimensions}, program;
${sums}    END
  $$;
`;

const filling = `INSERT INTO sinergi_sum (cube, place, program, day, mark, hours, count)
        SELECT cube, place, program, day, mark, hours, sum(count)
        FROM (${sharesOf(withOffices('sinergi_figure'))}) every GROUP BY 1, 2, 3, 4, 5, 6`;

const counting = `
  ${fold(`      ${addSums(sharesOf(withOffices('sinergi_delta')))}\n`)}
  ${rebuild('      DELETE FROM sinergi_sum;\n', `      ${filling};\n`)}

  CREATE FUNCTION sinergi_unsummed() RETURNS SETOF sinergi_sum LANGUAGE plpgsql STABLE ROWS 10
    SET plan_cache_mode = force_generic_plan AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM sinergi_pending) AND NOT EXISTS (SELECT FROM sinergi_delta) THEN RETURN; END IF;
      RETURN QUERY${sharesOf(withOffices('(SELECT * FROM sinergi_delta UNION ALL SELECT * FROM sinergi_uncounted())'))};
    END
  $$;
  COMMENT ON FUNCTION sinergi_unsummed() IS 'Changes of sums by what was noted and not counted yet.';

  CREATE VIEW sinergi_total AS SELECT * FROM sinergi_sum UNION ALL SELECT * FROM sinergi_unsummed();
  COMMENT ON VIEW sinergi_total IS 'What pages sum: kept sums and what changed since.';
`;

const formerOffice = (unit: string): string =>
  `CASE WHEN ${unit}.code = ANY (moved) THEN (SELECT b.regional_office FROM before b WHERE b.code = ${unit}.code)
              ELSE ${unit}.regional_office END`;

const offices = `
  -- What is counted of a unit moves with it from one region to the other.
  CREATE FUNCTION sinergi_offices_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      moved text[] := ARRAY(SELECT b.code FROM before b JOIN after a ON a.code = b.code
        WHERE a.regional_office IS DISTINCT FROM b.regional_office);
    BEGIN
      IF moved = '{}' THEN RETURN NULL; END IF;
      PERFORM pg_advisory_xact_lock(${FOLDING});
      ${addSums(
        sharesOf(`
          SELECT x.*, g.regional_office AS guest_office, h.regional_office AS host_office
          FROM sinergi_figure x LEFT JOIN unit g ON g.code = x.guest_unit LEFT JOIN unit h ON h.code = x.host_unit
          WHERE x.guest_unit = ANY (moved) OR x.host_unit = ANY (moved)
          UNION ALL
          SELECT x.cube, x.month, x.guest_unit, x.host_unit, x.mark, x.unit, x.hours, x.due_on, x.ends_at, x.program, -x.count,
            ${formerOffice('g')}, ${formerOffice('h')}
          FROM sinergi_figure x LEFT JOIN unit g ON g.code = x.guest_unit LEFT JOIN unit h ON h.code = x.host_unit
          WHERE x.guest_unit = ANY (moved) OR x.host_unit = ANY (moved)`),
      )}
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER sinergi_counts_offices AFTER UPDATE ON unit REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION sinergi_offices_changed();
`;

/** As `1796000008200-counting-beside` has it. */
const countingWithoutSums = fold('') + rebuild('', '');
