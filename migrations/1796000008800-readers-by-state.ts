import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells beside each reader of a visit its state, so that the few of many that are in one are found in order. */
export class ReadersByState1796000008800 implements MigrationInterface {
  name = 'ReadersByState1796000008800';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_reader ADD COLUMN state text;
      UPDATE visit_reader r SET state = v.state FROM visit v WHERE v.id = r.visit_id;
      ALTER TABLE visit_reader ALTER COLUMN state SET NOT NULL;
      CREATE INDEX visit_reader_state_idx ON visit_reader (reader, state, starts_at, visit_id);
      COMMENT ON COLUMN visit_reader.state IS 'Of the visit, so that its readers find it among those in one state.';
      DROP FUNCTION visit_readers(uuid[]);
    `);
    await queryRunner.query(visitReaders(', state text', ', v.state'));
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION keep_visit_readers(visits uuid[]) RETURNS void LANGUAGE plpgsql
        SET plan_cache_mode = force_generic_plan AS $$
      BEGIN
        WITH now AS MATERIALIZED (SELECT * FROM visit_readers(visits)),
        gone AS (
          DELETE FROM visit_reader r WHERE r.visit_id = ANY (visits)
            AND NOT EXISTS (SELECT FROM now n WHERE n.visit_id = r.visit_id AND n.reader = r.reader)
        )
        INSERT INTO visit_reader (visit_id, reader, starts_at, state) SELECT visit_id, reader, starts_at, state FROM now
          ON CONFLICT (visit_id, reader) DO UPDATE SET starts_at = excluded.starts_at, state = excluded.state
          WHERE (visit_reader.starts_at, visit_reader.state) <> (excluded.starts_at, excluded.state);
      END $$;

      CREATE OR REPLACE FUNCTION visit_reader_written() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        sent uuid[] := ARRAY(SELECT id FROM written WHERE submitted_at IS NOT NULL);
      BEGIN
        INSERT INTO visit_reader (visit_id, reader, starts_at, state)
          SELECT id, 'unit:' || guest_unit, starts_at, state FROM written WHERE submitted_at IS NULL
          ON CONFLICT DO NOTHING;
        IF sent <> '{}' THEN PERFORM keep_visit_readers(sent); END IF;
        RETURN NULL;
      END $$;

      -- One that only moves or comes into another state keeps its readers.
      CREATE OR REPLACE FUNCTION visit_reader_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.guest_unit <> NEW.guest_unit OR OLD.host_unit <> NEW.host_unit
          OR (OLD.submitted_at IS NULL) <> (NEW.submitted_at IS NULL) THEN
          PERFORM keep_visit_readers(ARRAY[NEW.id]);
        ELSE
          UPDATE visit_reader SET starts_at = NEW.starts_at, state = NEW.state WHERE visit_id = NEW.id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE OR REPLACE TRIGGER visit_readers_changed AFTER UPDATE ON visit FOR EACH ROW
        WHEN (OLD.guest_unit <> NEW.guest_unit OR OLD.host_unit <> NEW.host_unit OR OLD.starts_at <> NEW.starts_at
          OR OLD.state <> NEW.state OR (OLD.submitted_at IS NULL) <> (NEW.submitted_at IS NULL))
        EXECUTE FUNCTION visit_reader_changed();

      CREATE OR REPLACE FUNCTION visit_reader_named() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO visit_reader (visit_id, reader, starts_at, state)
          SELECT DISTINCT v.id, 'mail:' || w.email, v.starts_at, v.state FROM written w JOIN visit v ON v.id = w.visit_id
          WHERE w.email <> '' AND v.submitted_at IS NOT NULL
          ON CONFLICT DO NOTHING;
        RETURN NULL;
      END $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION visit_readers(uuid[])');
    await queryRunner.query(visitReaders('', ''));
    await queryRunner.query(withoutStates);
  }
}

/** Who reads visits, as they stand: what is kept of each is this. What was never sent is its leading guest's alone. */
const visitReaders = (column: string, value: string): string => `
  CREATE FUNCTION visit_readers(visits uuid[]) RETURNS TABLE (visit_id uuid, reader text, starts_at timestamptz${column})
  LANGUAGE sql STABLE AS $$
    WITH v AS MATERIALIZED (SELECT * FROM visit WHERE id = ANY (visits)),
    sent AS (SELECT * FROM v WHERE submitted_at IS NOT NULL),
    organisation AS (
      SELECT id, guest_unit AS code FROM sent UNION SELECT id, host_unit FROM sent
      UNION SELECT sent.id, j.organisation FROM sent
        JOIN visit_guest j ON j.visit_id = sent.id AND NOT j.is_leading AND j.answer = 'joined'
    )
    SELECT v.id, r.reader, v.starts_at${value} FROM v JOIN (
      SELECT id, 'unit:' || guest_unit AS reader FROM v
      UNION SELECT id, 'unit:' || code FROM organisation
      UNION SELECT o.id, 'office:' || u.regional_office FROM organisation o
        JOIN unit u ON u.code = o.code AND u.regional_office IS NOT NULL
      UNION SELECT sent.id, 'asked:' || a.organisation FROM sent
        JOIN visit_guest a ON a.visit_id = sent.id AND a.answer = 'asked'
      UNION SELECT sent.id, 'mail:' || p.email FROM sent
        JOIN visit_participant p ON p.visit_id = sent.id AND p.email <> ''
    ) r ON r.id = v.id
  $$`;

/** What kept the readers before their states stood beside them. */
const withoutStates = `
  CREATE OR REPLACE FUNCTION keep_visit_readers(visits uuid[]) RETURNS void LANGUAGE plpgsql
    SET plan_cache_mode = force_generic_plan AS $$
  BEGIN
    WITH now AS MATERIALIZED (SELECT * FROM visit_readers(visits)),
    gone AS (
      DELETE FROM visit_reader r WHERE r.visit_id = ANY (visits)
        AND NOT EXISTS (SELECT FROM now n WHERE n.visit_id = r.visit_id AND n.reader = r.reader)
    )
    INSERT INTO visit_reader SELECT * FROM now
      ON CONFLICT (visit_id, reader) DO UPDATE SET starts_at = excluded.starts_at
      WHERE visit_reader.starts_at <> excluded.starts_at;
  END $$;

  CREATE OR REPLACE FUNCTION visit_reader_written() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    sent uuid[] := ARRAY(SELECT id FROM written WHERE submitted_at IS NOT NULL);
  BEGIN
    INSERT INTO visit_reader SELECT id, 'unit:' || guest_unit, starts_at FROM written WHERE submitted_at IS NULL
      ON CONFLICT DO NOTHING;
    IF sent <> '{}' THEN PERFORM keep_visit_readers(sent); END IF;
    RETURN NULL;
  END $$;

  CREATE OR REPLACE FUNCTION visit_reader_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.guest_unit <> NEW.guest_unit OR OLD.host_unit <> NEW.host_unit
      OR (OLD.submitted_at IS NULL) <> (NEW.submitted_at IS NULL) THEN
      PERFORM keep_visit_readers(ARRAY[NEW.id]);
    ELSE
      UPDATE visit_reader SET starts_at = NEW.starts_at WHERE visit_id = NEW.id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE OR REPLACE TRIGGER visit_readers_changed AFTER UPDATE ON visit FOR EACH ROW
    WHEN (OLD.guest_unit <> NEW.guest_unit OR OLD.host_unit <> NEW.host_unit OR OLD.starts_at <> NEW.starts_at
      OR (OLD.submitted_at IS NULL) <> (NEW.submitted_at IS NULL))
    EXECUTE FUNCTION visit_reader_changed();

  CREATE OR REPLACE FUNCTION visit_reader_named() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO visit_reader
      SELECT DISTINCT v.id, 'mail:' || w.email, v.starts_at FROM written w JOIN visit v ON v.id = w.visit_id
      WHERE w.email <> '' AND v.submitted_at IS NOT NULL
      ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  DROP INDEX visit_reader_state_idx;
  ALTER TABLE visit_reader DROP COLUMN state;
`;
