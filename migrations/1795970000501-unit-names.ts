import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names, types and classes of units on other days than today, in place of the former names alone. */
export class UnitNames1795970000501 implements MigrationInterface {
  name = 'UnitNames1795970000501';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE unit_name (
        unit text NOT NULL CONSTRAINT unit_name_unit_fkey REFERENCES unit (code),
        during daterange NOT NULL,
        name text COLLATE indonesian NOT NULL,
        type text NOT NULL CONSTRAINT unit_name_type_fkey REFERENCES unit_type (code),
        class text,
        CONSTRAINT unit_name_pkey PRIMARY KEY (unit, during),
        CONSTRAINT unit_name_no_overlap_excl EXCLUDE USING gist (unit WITH =, during WITH &&),
        CONSTRAINT unit_name_during_check CHECK (NOT isempty(during) AND NOT (lower_inf(during) AND upper_inf(during)))
      );
      COMMENT ON TABLE unit_name IS
        'What units were or will be called on other days than today; today''s name stands at the unit itself.';
      COMMENT ON COLUMN unit_name.during IS 'Calendar dates by the clock of whoever hosts; the last is not itself inside.';
      COMMENT ON COLUMN unit_name.class IS 'Class in the ministry''s order (I, IIA …).';

      INSERT INTO unit_name (unit, during, name, type, class)
        SELECT unit, during, name, type, class FROM (
          SELECT DISTINCT ON (f.unit, f.used_until) f.unit, f.name, u.type, u.class,
            daterange(max(f.used_until) OVER earlier, f.used_until) AS during
          FROM unit_former_name f JOIN unit u ON u.code = f.unit
          WINDOW earlier AS (PARTITION BY f.unit ORDER BY f.used_until
            RANGE BETWEEN UNBOUNDED PRECEDING AND '1 day' PRECEDING)
          ORDER BY f.unit, f.used_until, f.name) n;
      DROP TABLE unit_former_name;
      CREATE TRIGGER unit_name_note_search_trigger AFTER INSERT OR UPDATE ON unit_name
        FOR EACH ROW EXECUTE FUNCTION unit_note_search('unit');
    `);
    await queryRunner.query(searching('unit_former_name', 'unit_name'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE unit_former_name (
        unit text NOT NULL CONSTRAINT unit_former_name_unit_fkey REFERENCES unit (code),
        name text NOT NULL,
        used_until date NOT NULL,
        CONSTRAINT unit_former_name_pkey PRIMARY KEY (unit, name, used_until)
      );
      COMMENT ON TABLE unit_former_name IS 'Names that units had before, by which they are still found.';
      COMMENT ON COLUMN unit_former_name.used_until IS 'Calendar date on which the name was given up.';
      INSERT INTO unit_former_name (unit, name, used_until)
        SELECT unit, name, upper(during) FROM unit_name WHERE NOT upper_inf(during);
      DROP TABLE unit_name;
      CREATE TRIGGER unit_former_name_note_search_trigger AFTER INSERT ON unit_former_name
        FOR EACH ROW EXECUTE FUNCTION unit_note_search('unit');
    `);
    await queryRunner.query(searching('unit_name', 'unit_former_name'));
  }
}

/** Notes are found by every name of their unit: the function that gathers their words looks into the other table. */
const searching = (from: string, to: string): string => `
  DO $do$ BEGIN
    EXECUTE replace(pg_get_functiondef('note_search_refresh(uuid[])'::regprocedure), ' ${from} ', ' ${to} ');
  END $do$`;
