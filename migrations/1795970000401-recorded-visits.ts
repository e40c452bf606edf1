import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Visits that were agreed upon elsewhere and entered afterwards: which side entered them, which units said whether they
 * are right, and whose objection stands. What is disputed counts nowhere until that is settled.
 */
export class RecordedVisits1795970000401 implements MigrationInterface {
  name = 'RecordedVisits1795970000401';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit
        ADD recorded_by text,
        ADD reviewed_by text[] NOT NULL DEFAULT '{}',
        ADD disputed_by text,
        ADD disputed_at timestamptz,
        ADD CONSTRAINT visit_recorded_check CHECK (recorded_by IS NULL OR (recorded_by IN ('guest', 'host', 'regional')
          AND state IN ('confirmed', 'held', 'closed', 'withdrawn', 'cancelled', 'not-held'))),
        ADD CONSTRAINT visit_recorded_since_check CHECK (recorded_by IS NULL OR starts_at >= '2014-12-31T15:00:00Z'),
        ADD CONSTRAINT visit_reviewed_check CHECK (
          reviewed_by <@ ARRAY['guest', 'host'] AND (recorded_by IS NOT NULL OR reviewed_by = '{}')),
        ADD CONSTRAINT visit_disputed_check CHECK ((disputed_by IS NULL) = (disputed_at IS NULL)
          AND (disputed_by IS NULL OR (recorded_by IS NOT NULL AND disputed_by IN ('guest', 'host')
            AND disputed_by <> recorded_by)));
      COMMENT ON COLUMN visit.recorded_by IS 'The side that entered it, where it was agreed upon elsewhere.';
      COMMENT ON COLUMN visit.reviewed_by IS 'The units that said whether it is right as it was entered.';
      COMMENT ON COLUMN visit.disputed_by IS 'The unit whose objection to what was entered stands; it counts nowhere.';
      CREATE INDEX visit_recorded_idx ON visit (created_at) WHERE recorded_by IS NOT NULL;
      CREATE TRIGGER sinergi_counts_disputed_visit AFTER UPDATE OF disputed_at ON visit FOR EACH ROW
        WHEN (OLD.disputed_at IS DISTINCT FROM NEW.disputed_at) EXECUTE FUNCTION sinergi_visit_changed();
    `);
    await queryRunner.query(
      fresh('WHERE NOT EXISTS (SELECT FROM visit v WHERE v.id = owner AND v.disputed_at IS NOT NULL)'),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(fresh(''));
    await queryRunner.query(`
      DROP TRIGGER sinergi_counts_disputed_visit ON visit;
      DROP INDEX visit_recorded_idx;
      ALTER TABLE visit DROP recorded_by, DROP reviewed_by, DROP disputed_by, DROP disputed_at;
      SELECT sinergi_rebuild();
    `);
  }
}

const columns =
  'source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs';

const fresh = (undisputed: string): string => `
  CREATE OR REPLACE VIEW sinergi_fresh AS
    SELECT ${columns} FROM sinergi_fresh_of_visits ${undisputed}
    UNION ALL
    SELECT ${columns} FROM sinergi_fresh_of_notes`;
