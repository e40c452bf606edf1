import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets what is kept beside a visit, its readers and the revisions of its feeds, cost a write no more than it has to. */
export class LighterTriggers1796000008201 implements MigrationInterface {
  name = 'LighterTriggers1796000008201';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER visit_readers_changed ON visit`);
    await queryRunner.query(readers);
    await queryRunner.query(feeds);
    await queryRunner.query(`
      ALTER FUNCTION keep_visit_readers(uuid[]) SET plan_cache_mode = force_generic_plan;
      ALTER FUNCTION feed_raise_visits(uuid[]) SET plan_cache_mode = force_generic_plan;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER visit_readers_named ON visit_participant;
      DROP TRIGGER visit_readers_removed ON visit_participant;
      DROP TRIGGER visit_readers_changed ON visit;
      DROP FUNCTION visit_reader_named(), visit_reader_unnamed();
      ALTER FUNCTION keep_visit_readers(uuid[]) RESET plan_cache_mode;
      ALTER FUNCTION feed_raise_visits(uuid[]) RESET plan_cache_mode;
    `);
    await queryRunner.query(heavierTriggers);
  }
}

const readers = `
  -- A draft is read by its leading guest alone.
  CREATE OR REPLACE FUNCTION visit_reader_written() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    sent uuid[] := ARRAY(SELECT id FROM written WHERE submitted_at IS NOT NULL);
  BEGIN
    INSERT INTO visit_reader SELECT id, 'unit:' || guest_unit, starts_at FROM written WHERE submitted_at IS NULL
      ON CONFLICT DO NOTHING;
    IF sent <> '{}' THEN PERFORM keep_visit_readers(sent); END IF;
    RETURN NULL;
  END $$;

  -- One that only moves keeps its readers.
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
  CREATE TRIGGER visit_readers_changed AFTER UPDATE ON visit FOR EACH ROW
    WHEN (OLD.guest_unit <> NEW.guest_unit OR OLD.host_unit <> NEW.host_unit OR OLD.starts_at <> NEW.starts_at
      OR (OLD.submitted_at IS NULL) <> (NEW.submitted_at IS NULL))
    EXECUTE FUNCTION visit_reader_changed();

  -- The leading guest is the visit's own.
  CREATE OR REPLACE FUNCTION visit_reader_part_written() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    joining uuid[] := ARRAY(SELECT DISTINCT visit_id FROM written WHERE NOT is_leading);
  BEGIN
    IF joining <> '{}' THEN PERFORM keep_visit_readers(joining); END IF;
    RETURN NULL;
  END $$;

  -- The visit's row is locked by then: revisions of feeds are raised before, in the order of the triggers' names.
  CREATE FUNCTION visit_reader_named() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO visit_reader
      SELECT DISTINCT v.id, 'mail:' || w.email, v.starts_at FROM written w JOIN visit v ON v.id = w.visit_id
      WHERE w.email <> '' AND v.submitted_at IS NOT NULL
      ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE OR REPLACE TRIGGER visit_readers_named AFTER INSERT ON visit_participant REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_named();

  CREATE FUNCTION visit_reader_unnamed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM visit_reader r USING removed o WHERE r.visit_id = o.visit_id AND r.reader = 'mail:' || o.email
      AND NOT EXISTS (SELECT FROM visit_participant p WHERE p.visit_id = o.visit_id AND p.email = o.email);
    RETURN NULL;
  END $$;
  CREATE OR REPLACE TRIGGER visit_readers_removed AFTER DELETE ON visit_participant REFERENCING OLD TABLE AS removed
    FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_unnamed();
`;

const feeds = `
  CREATE OR REPLACE FUNCTION visit_raises_feeds() RETURNS trigger LANGUAGE plpgsql
    SET plan_cache_mode = force_generic_plan AS $$
    DECLARE
      ids uuid[];
      left_units text[];
    BEGIN
      IF TG_OP = 'INSERT' THEN
        ids := ARRAY(SELECT id FROM new_rows);
      ELSIF TG_OP = 'DELETE' THEN
        ids := ARRAY(SELECT id FROM old_rows);
        left_units := ARRAY(SELECT unnest(ARRAY[guest_unit, host_unit]) FROM old_rows);
      ELSE
        ids := ARRAY(SELECT coalesce(n.id, o.id) FROM new_rows n FULL JOIN old_rows o ON o.id = n.id
          WHERE n IS DISTINCT FROM o);
        IF ids = '{}' THEN RETURN NULL; END IF;
        left_units := ARRAY(SELECT unnest(ARRAY[o.guest_unit, o.host_unit]) FROM new_rows n JOIN old_rows o ON o.id = n.id
          WHERE (o.guest_unit, o.host_unit) <> (n.guest_unit, n.host_unit));
      END IF;
      IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
      IF left_units <> '{}' THEN PERFORM feed_raise(ARRAY(SELECT feed_scope('unit', u) FROM unnest(left_units) u)); END IF;
      RETURN NULL;
    END
  $$;
`;

/** What was kept beside a visit before `1796000008201-lighter-triggers`. */
const heavierTriggers = `
CREATE OR REPLACE FUNCTION visit_raises_feeds() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        ids uuid[];
      BEGIN
        IF TG_OP = 'INSERT' THEN
          ids := ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM new_rows) SELECT feed_scope('unit', guest_unit) FROM r UNION ALL SELECT feed_scope('unit', host_unit) FROM r));
        ELSIF TG_OP = 'DELETE' THEN
          ids := ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
          PERFORM feed_raise(ARRAY(WITH r AS (SELECT * FROM old_rows) SELECT feed_scope('unit', guest_unit) FROM r UNION ALL SELECT feed_scope('unit', host_unit) FROM r));
        ELSE
          ids := ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT id FROM r); IF ids <> '{}' THEN PERFORM feed_raise_visits(ids); END IF;
          PERFORM feed_raise(ARRAY(WITH r AS ((SELECT * FROM old_rows EXCEPT SELECT * FROM new_rows) UNION ALL (SELECT * FROM new_rows EXCEPT SELECT * FROM old_rows)) SELECT feed_scope('unit', guest_unit) FROM r UNION ALL SELECT feed_scope('unit', host_unit) FROM r));
        END IF;
        RETURN NULL;
      END
    $$;
CREATE OR REPLACE FUNCTION visit_reader_written() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY(SELECT id FROM written));
    RETURN NULL;
  END $$;
CREATE OR REPLACE FUNCTION visit_reader_changed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY[NEW.id]);
    RETURN NULL;
  END $$;
CREATE OR REPLACE FUNCTION visit_reader_part_written() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_visit_readers(ARRAY(SELECT DISTINCT visit_id FROM written));
    RETURN NULL;
  END $$;

CREATE TRIGGER visit_readers_changed AFTER UPDATE ON visit FOR EACH ROW
  WHEN (OLD.guest_unit <> NEW.guest_unit OR OLD.host_unit <> NEW.host_unit OR OLD.starts_at <> NEW.starts_at
    OR OLD.submitted_at IS DISTINCT FROM NEW.submitted_at)
  EXECUTE FUNCTION visit_reader_changed();
CREATE TRIGGER visit_readers_named AFTER INSERT ON visit_participant REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_part_written();
CREATE TRIGGER visit_readers_removed AFTER DELETE ON visit_participant REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION visit_reader_part_removed();
`;
