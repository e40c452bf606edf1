import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who reads a visit, as one row a reader: its organisations and their regional offices, those asked to join, and the
 * addresses of those who take part. Lists go by it, in the order of the visits' start.
 */
export class VisitReaders1796000007002 implements MigrationInterface {
  name = 'VisitReaders1796000007002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(FUNCTIONS);
    await queryRunner.query(
      'INSERT INTO visit_reader SELECT * FROM visit_readers(ARRAY(SELECT id FROM visit))',
    );
    await queryRunner.query(TRIGGERS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER visit_readers_written ON visit;
      DROP TRIGGER visit_readers_changed ON visit;
      DROP TRIGGER visit_readers_joined ON visit_guest;
      DROP TRIGGER visit_readers_answered ON visit_guest;
      DROP TRIGGER visit_readers_left ON visit_guest;
      DROP TRIGGER visit_readers_named ON visit_participant;
      DROP TRIGGER visit_readers_readdressed ON visit_participant;
      DROP TRIGGER visit_readers_removed ON visit_participant;
      DROP TRIGGER visit_readers_moved ON unit;
      DROP FUNCTION visit_reader_written(), visit_reader_changed(), visit_reader_part_written(), visit_reader_part_removed(),
        visit_reader_part_changed(), visit_reader_unit_moved();
      DROP FUNCTION keep_visit_readers(uuid[]);
      DROP FUNCTION visit_readers(uuid[]);
      DROP TABLE visit_reader;
    `);
  }
}

const TABLE = `
  CREATE TABLE visit_reader (
    visit_id uuid NOT NULL,
    reader text NOT NULL,
    starts_at timestamptz NOT NULL,
    CONSTRAINT visit_reader_pkey PRIMARY KEY (visit_id, reader),
    CONSTRAINT visit_reader_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
    CONSTRAINT visit_reader_reader_check CHECK (reader ~ '^(unit|office|asked|mail):.')
  );
  CREATE INDEX visit_reader_starts_at_idx ON visit_reader (reader, starts_at, visit_id);
  COMMENT ON TABLE visit_reader IS 'Who reads a visit in lists; triggers keep it. Who reads everything is not named.';
  COMMENT ON COLUMN visit_reader.reader IS 'unit:, office: or asked: and a code, or mail: and the address of a participant.';
  COMMENT ON COLUMN visit_reader.starts_at IS 'Of the visit, so that its readers find it in order.';`;

const FUNCTIONS = `
  -- What was never sent is its leading guest's alone.
  CREATE FUNCTION visit_readers(visits uuid[]) RETURNS TABLE (visit_id uuid, reader text, starts_at timestamptz)
  LANGUAGE sql STABLE AS $$
    WITH v AS MATERIALIZED (SELECT * FROM visit WHERE id = ANY (visits)),
    sent AS (SELECT * FROM v WHERE submitted_at IS NOT NULL),
    organisation AS (
      SELECT id, guest_unit AS code FROM sent UNION SELECT id, host_unit FROM sent
      UNION SELECT sent.id, j.organisation FROM sent
        JOIN visit_guest j ON j.visit_id = sent.id AND NOT j.is_leading AND j.answer = 'joined'
    )
    SELECT v.id, r.reader, v.starts_at FROM v JOIN (
      SELECT id, 'unit:' || guest_unit AS reader FROM v
      UNION SELECT id, 'unit:' || code FROM organisation
      UNION SELECT o.id, 'office:' || u.regional_office FROM organisation o
        JOIN unit u ON u.code = o.code AND u.regional_office IS NOT NULL
      UNION SELECT sent.id, 'asked:' || a.organisation FROM sent
        JOIN visit_guest a ON a.visit_id = sent.id AND a.answer = 'asked'
      UNION SELECT sent.id, 'mail:' || p.email FROM sent
        JOIN visit_participant p ON p.visit_id = sent.id AND p.email <> ''
    ) r ON r.id = v.id
  $$;

  CREATE FUNCTION keep_visit_readers(visits uuid[]) RETURNS void LANGUAGE plpgsql AS $$
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

  CREATE FUNCTION visit_reader_written() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY(SELECT id FROM written));
    RETURN NULL;
  END $$;

  CREATE FUNCTION visit_reader_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY[NEW.id]);
    RETURN NULL;
  END $$;

  CREATE FUNCTION visit_reader_part_written() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY(SELECT DISTINCT visit_id FROM written));
    RETURN NULL;
  END $$;

  CREATE FUNCTION visit_reader_part_removed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY(SELECT DISTINCT visit_id FROM removed));
    RETURN NULL;
  END $$;

  CREATE FUNCTION visit_reader_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY[OLD.visit_id, NEW.visit_id]);
    RETURN NULL;
  END $$;

  CREATE FUNCTION visit_reader_unit_moved() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY(
      SELECT visit_id FROM visit_reader WHERE reader = 'unit:' || NEW.code));
    RETURN NULL;
  END $$;`;

const TRIGGERS = `
  CREATE TRIGGER visit_readers_written AFTER INSERT ON visit REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_written();
  CREATE TRIGGER visit_readers_changed AFTER UPDATE ON visit FOR EACH ROW
    WHEN (OLD.guest_unit <> NEW.guest_unit OR OLD.host_unit <> NEW.host_unit OR OLD.starts_at <> NEW.starts_at
      OR OLD.submitted_at IS DISTINCT FROM NEW.submitted_at)
    EXECUTE FUNCTION visit_reader_changed();

  CREATE TRIGGER visit_readers_joined AFTER INSERT ON visit_guest REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_part_written();
  CREATE TRIGGER visit_readers_answered AFTER UPDATE ON visit_guest FOR EACH ROW
    WHEN (OLD.visit_id <> NEW.visit_id OR OLD.organisation <> NEW.organisation OR OLD.is_leading <> NEW.is_leading
      OR OLD.answer <> NEW.answer)
    EXECUTE FUNCTION visit_reader_part_changed();
  CREATE TRIGGER visit_readers_left AFTER DELETE ON visit_guest REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_part_removed();

  CREATE TRIGGER visit_readers_named AFTER INSERT ON visit_participant REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_part_written();
  CREATE TRIGGER visit_readers_readdressed AFTER UPDATE ON visit_participant FOR EACH ROW
    WHEN (OLD.visit_id <> NEW.visit_id OR OLD.email IS DISTINCT FROM NEW.email)
    EXECUTE FUNCTION visit_reader_part_changed();
  CREATE TRIGGER visit_readers_removed AFTER DELETE ON visit_participant REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_part_removed();

  CREATE TRIGGER visit_readers_moved AFTER UPDATE OF regional_office ON unit FOR EACH ROW
    WHEN (OLD.regional_office IS DISTINCT FROM NEW.regional_office)
    EXECUTE FUNCTION visit_reader_unit_moved();`;
