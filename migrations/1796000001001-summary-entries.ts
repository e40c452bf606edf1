import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes and photos of the day that a summary takes in. */
export class SummaryEntries1796000001001 implements MigrationInterface {
  name = 'SummaryEntries1796000001001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_entry ADD CONSTRAINT visit_entry_visit_id_id_key UNIQUE (visit_id, id);
      CREATE TABLE summary_entry (
        visit_id uuid NOT NULL CONSTRAINT summary_entry_visit_id_fkey REFERENCES summary (visit_id) ON DELETE CASCADE,
        entry_id uuid NOT NULL,
        CONSTRAINT summary_entry_pkey PRIMARY KEY (visit_id, entry_id),
        CONSTRAINT summary_entry_visit_id_entry_id_fkey FOREIGN KEY (visit_id, entry_id)
          REFERENCES visit_entry (visit_id, id) ON DELETE CASCADE
      );
      COMMENT ON TABLE summary_entry IS
        'Notes and photos of the day that a summary takes in, each once; one that was removed since is told by nobody.';

      -- What is in a summary is mailed and shown to people without account: no photo comes so far without its clearance.
      CREATE FUNCTION summary_entry_cleared() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NOT EXISTS (
            SELECT FROM visit_entry e JOIN visit v ON v.id = e.visit_id JOIN unit h ON h.code = v.host_unit
            WHERE e.id = NEW.entry_id AND e.removed_at IS NULL AND (e.kind <> 'photo'
              OR (e.cleared AND (h.type IS DISTINCT FROM 'lpka' OR e.head_cleared_at IS NOT NULL)))
          ) THEN
            RAISE EXCEPTION 'a photo comes into a summary with its clearance alone'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'summary_entry_cleared_check';
          END IF;
          RETURN NEW;
        END
      $$;
      CREATE TRIGGER summary_entry_cleared BEFORE INSERT ON summary_entry
        FOR EACH ROW EXECUTE FUNCTION summary_entry_cleared();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE summary_entry;
      DROP FUNCTION summary_entry_cleared;
      ALTER TABLE visit_entry DROP CONSTRAINT visit_entry_visit_id_id_key;
    `);
  }
}
