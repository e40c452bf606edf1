import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who finds a follow-up in lists, as one row a reader of its visit: in the order in which follow-ups are due, and by state in
 * the order of a column of the board.
 */
export class FollowUpReaders1796000008002 implements MigrationInterface {
  name = 'FollowUpReaders1796000008002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(FUNCTIONS);
    await queryRunner.query('SELECT keep_follow_up_readers(ARRAY(SELECT id FROM follow_up))');
    await queryRunner.query(TRIGGERS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER follow_up_readers_written ON follow_up;
      DROP TRIGGER follow_up_readers_changed ON follow_up;
      DROP TRIGGER follow_up_readers_named ON visit_reader;
      DROP FUNCTION follow_up_reader_written(), follow_up_reader_changed(), follow_up_reader_named();
      DROP FUNCTION keep_follow_up_readers(uuid[]);
      DROP TABLE follow_up_reader;
      DROP INDEX follow_up_position_idx;
      DROP FUNCTION follow_up_position(text, date, timestamptz, timestamptz);
    `);
  }
}

const TABLE = `
  -- Seconds since 1970: of what waits the day it is due, of what is finished how long before then it was finished.
  CREATE FUNCTION follow_up_position(state text, due_on date, done_at timestamptz, changed_at timestamptz)
  RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN state IN ('open', 'in-progress') THEN extract(epoch FROM due_on)
    ELSE -extract(epoch FROM coalesce(done_at, changed_at) AT TIME ZONE 'UTC') END;

  CREATE INDEX follow_up_position_idx ON follow_up (state, follow_up_position(state, due_on, done_at, changed_at), id);

  CREATE TABLE follow_up_reader (
    follow_up_id uuid NOT NULL,
    reader text NOT NULL,
    visit_id uuid NOT NULL,
    unit text NOT NULL,
    state text NOT NULL,
    due_on date NOT NULL,
    position double precision NOT NULL,
    CONSTRAINT follow_up_reader_pkey PRIMARY KEY (follow_up_id, reader),
    CONSTRAINT follow_up_reader_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_up (id) ON DELETE CASCADE,
    CONSTRAINT follow_up_reader_visit_fkey FOREIGN KEY (visit_id, reader) REFERENCES visit_reader (visit_id, reader)
      ON DELETE CASCADE
  );
  CREATE INDEX follow_up_reader_visit_idx ON follow_up_reader (visit_id, reader);
  CREATE INDEX follow_up_reader_due_idx ON follow_up_reader (reader, due_on, follow_up_id) INCLUDE (unit);
  CREATE INDEX follow_up_reader_position_idx ON follow_up_reader (reader, state, position, follow_up_id);
  COMMENT ON TABLE follow_up_reader IS 'Who finds a follow-up in lists; triggers keep it. Who reads everything is not named.';
  COMMENT ON COLUMN follow_up_reader.reader IS 'Of the visit; who is only asked to join finds no follow-ups.';
  COMMENT ON COLUMN follow_up_reader.position IS 'Its place in a column of the board, the least first; see follow_up_position.';`;

const FUNCTIONS = `
  CREATE FUNCTION keep_follow_up_readers(follow_ups uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO follow_up_reader (follow_up_id, reader, visit_id, unit, state, due_on, position)
    SELECT f.id, r.reader, f.visit_id, f.unit, f.state, f.due_on, follow_up_position(f.state, f.due_on, f.done_at, f.changed_at)
    FROM follow_up f JOIN visit_reader r ON r.visit_id = f.visit_id AND r.reader NOT LIKE 'asked:%'
    WHERE f.id = ANY (follow_ups)
    ON CONFLICT (follow_up_id, reader) DO UPDATE SET visit_id = excluded.visit_id, unit = excluded.unit,
      state = excluded.state, due_on = excluded.due_on, position = excluded.position;
  END $$;

  CREATE FUNCTION follow_up_reader_written() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_follow_up_readers(ARRAY(SELECT id FROM written));
    RETURN NULL;
  END $$;

  CREATE FUNCTION follow_up_reader_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.visit_id <> OLD.visit_id THEN
      DELETE FROM follow_up_reader WHERE follow_up_id = NEW.id;
    END IF;
    PERFORM keep_follow_up_readers(ARRAY[NEW.id]);
    RETURN NULL;
  END $$;

  CREATE FUNCTION follow_up_reader_named() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_follow_up_readers(ARRAY(
      SELECT f.id FROM follow_up f WHERE f.visit_id IN (SELECT visit_id FROM written)));
    RETURN NULL;
  END $$;`;

const TRIGGERS = `
  CREATE TRIGGER follow_up_readers_written AFTER INSERT ON follow_up REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION follow_up_reader_written();
  CREATE TRIGGER follow_up_readers_changed AFTER UPDATE ON follow_up FOR EACH ROW
    WHEN ((OLD.visit_id, OLD.unit, OLD.state, OLD.due_on, OLD.done_at, OLD.changed_at)
      IS DISTINCT FROM (NEW.visit_id, NEW.unit, NEW.state, NEW.due_on, NEW.done_at, NEW.changed_at))
    EXECUTE FUNCTION follow_up_reader_changed();
  CREATE TRIGGER follow_up_readers_named AFTER INSERT ON visit_reader REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION follow_up_reader_named();`;
