import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of visits are set aside a hundred at a time, so that visits written at once take one each without waiting. */
export class FreeVisitNumbers1796000007001 implements MigrationInterface {
  name = 'FreeVisitNumbers1796000007001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visit_number_free (
        prefix text NOT NULL,
        year integer NOT NULL,
        number integer NOT NULL,
        CONSTRAINT visit_number_free_pkey PRIMARY KEY (prefix, year, number),
        CONSTRAINT visit_number_free_number_check CHECK (number > 0)
      );
      COMMENT ON TABLE visit_number_free IS 'Numbers set aside for visits of a year and not given yet.';
      COMMENT ON TABLE visit_number IS 'The last number set aside in a year, by what references of visits begin with.';

      -- Whoever takes the middle number of a hundred sets the next hundred aside, long before the others need it.
      CREATE FUNCTION take_visit_number(of_prefix text, of_year integer) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        taken integer;
        until integer;
      BEGIN
        taken := free_visit_number(of_prefix, of_year);
        IF taken IS NULL THEN
          -- Somebody may be setting numbers aside: they are there when that transaction is over.
          INSERT INTO visit_number (prefix, year, last) VALUES (of_prefix, of_year, 0) ON CONFLICT DO NOTHING;
          PERFORM FROM visit_number WHERE prefix = of_prefix AND year = of_year FOR UPDATE;
          taken := free_visit_number(of_prefix, of_year);
        END IF;
        IF taken IS NULL OR taken % 100 = 50 THEN
          UPDATE visit_number SET last = last + 100
            WHERE prefix = of_prefix AND year = of_year AND (taken IS NULL OR last < taken + 100)
            RETURNING last INTO until;
          INSERT INTO visit_number_free (prefix, year, number)
            SELECT of_prefix, of_year, n FROM generate_series(until - 99, until) n WHERE until IS NOT NULL;
        END IF;
        RETURN coalesce(taken, free_visit_number(of_prefix, of_year));
      END $$;

      CREATE FUNCTION free_visit_number(of_prefix text, of_year integer) RETURNS integer LANGUAGE sql AS $$
        WITH least_free AS MATERIALIZED (
          SELECT number FROM visit_number_free WHERE prefix = of_prefix AND year = of_year
          ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
        )
        DELETE FROM visit_number_free f USING least_free
        WHERE f.prefix = of_prefix AND f.year = of_year AND f.number = least_free.number
        RETURNING f.number
      $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION take_visit_number(text, integer);
      DROP FUNCTION free_visit_number(text, integer);
      DROP TABLE visit_number_free;
      COMMENT ON TABLE visit_number IS 'The last number given in a year, by what references of visits begin with.';
    `);
  }
}
