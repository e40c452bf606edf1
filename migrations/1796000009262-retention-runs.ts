import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When what is old was last dropped, by kind, and how much of it went. */
export class RetentionRuns1796000009262 implements MigrationInterface {
  name = 'RetentionRuns1796000009262';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE retention_run (
        kind text NOT NULL,
        ran_at timestamp with time zone NOT NULL,
        dropped integer NOT NULL,
        dropped_in_all integer NOT NULL,
        CONSTRAINT retention_run_pkey PRIMARY KEY (kind),
        CONSTRAINT retention_run_dropped_check CHECK (dropped >= 0 AND dropped_in_all >= dropped)
      );
      COMMENT ON TABLE retention_run IS 'When what is old was last dropped, a row a kind.';
      CREATE INDEX visit_entry_uncleared_idx ON visit_entry (received_at) WHERE kind = 'photo' AND NOT cleared AND removed_at IS NULL;
      CREATE INDEX letter_signed_sent_idx ON letter (sent_at) WHERE signed_file IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX letter_signed_sent_idx;
      DROP INDEX visit_entry_uncleared_idx;
      DROP TABLE retention_run;
    `);
  }
}
