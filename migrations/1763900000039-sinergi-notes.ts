import type { MigrationInterface, QueryRunner } from 'typeorm';

const names = 'cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at';
const key = 'cube, program, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at';

export class SinergiNotes1763900000039 implements MigrationInterface {
  name = 'SinergiNotes1763900000039';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER VIEW sinergi_fresh RENAME TO sinergi_fresh_of_visits;
      CREATE VIEW sinergi_fresh_of_notes AS
        -- Notes that are published for everybody, by the month of their publication where their unit is.
        SELECT n.id AS source, n.id AS owner, 'notes' AS cube,
          date_trunc('month', n.published_at AT TIME ZONE u.time_zone)::date AS month,
          n.unit AS guest_unit, n.unit AS host_unit, '' AS mark, '' AS unit,
          NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at,
          ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs
        FROM note n JOIN unit u ON u.code = n.unit WHERE n.state = 'published' AND n.visibility = 'nation';
      CREATE VIEW sinergi_fresh AS
        SELECT source, owner, ${names}, programs FROM sinergi_fresh_of_visits
        UNION ALL SELECT source, owner, ${names}, programs FROM sinergi_fresh_of_notes;

      CREATE FUNCTION sinergi_note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM sinergi_recount(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
          RETURN NULL;
        END
      $$;
      CREATE FUNCTION sinergi_note_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          note_of_part uuid;
        BEGIN
          IF TG_OP = 'DELETE' THEN note_of_part := OLD.note_id; ELSE note_of_part := NEW.note_id; END IF;
          PERFORM 1 FROM note WHERE id = note_of_part FOR NO KEY UPDATE;
          PERFORM sinergi_recount(note_of_part);
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
      CREATE TRIGGER sinergi_counts_note AFTER INSERT OR DELETE ON note
        FOR EACH ROW EXECUTE FUNCTION sinergi_note_changed();
      CREATE TRIGGER sinergi_counts_changed_note AFTER UPDATE ON note
        FOR EACH ROW WHEN (
          (OLD.state, OLD.visibility, OLD.unit, OLD.published_at) IS DISTINCT FROM
          (NEW.state, NEW.visibility, NEW.unit, NEW.published_at))
        EXECUTE FUNCTION sinergi_note_changed();
      CREATE TRIGGER sinergi_counts_note_program AFTER INSERT OR UPDATE OR DELETE ON note_program
        FOR EACH ROW EXECUTE FUNCTION sinergi_note_part_changed();

      -- With the count in it, the key alone answers.
      ALTER TABLE sinergi_figure DROP CONSTRAINT sinergi_figure_key,
        ADD CONSTRAINT sinergi_figure_key UNIQUE NULLS NOT DISTINCT (${key}) INCLUDE (count);
      SELECT sinergi_rebuild();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER sinergi_counts_note ON note;
      DROP TRIGGER sinergi_counts_changed_note ON note;
      DROP TRIGGER sinergi_counts_note_program ON note_program;
      DROP FUNCTION sinergi_note_changed, sinergi_note_part_changed;
      CREATE OR REPLACE FUNCTION sinergi_time_zone_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(7261225);
          PERFORM sinergi_recount(id) FROM visit WHERE host_unit = NEW.code ORDER BY id;
          RETURN NULL;
        END
      $$;
      DROP VIEW sinergi_fresh, sinergi_fresh_of_notes;
      ALTER VIEW sinergi_fresh_of_visits RENAME TO sinergi_fresh;
      ALTER TABLE sinergi_figure DROP CONSTRAINT sinergi_figure_key,
        ADD CONSTRAINT sinergi_figure_key UNIQUE NULLS NOT DISTINCT (${key});
      SELECT sinergi_rebuild();
    `);
  }
}
