import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of everything that were made. */
export class Backups1795910400006 implements MigrationInterface {
  name = 'Backups1795910400006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE backup_run (
        id uuid CONSTRAINT backup_run_pkey PRIMARY KEY,
        folder text NOT NULL,
        nightly boolean NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        bytes bigint,
        fault text,
        removed_at timestamptz,
        CONSTRAINT backup_run_ended_at_check CHECK (ended_at >= started_at),
        CONSTRAINT backup_run_outcome_check
          CHECK (CASE WHEN ended_at IS NULL THEN num_nonnulls(bytes, fault) = 0 ELSE num_nonnulls(bytes, fault) = 1 END),
        CONSTRAINT backup_run_bytes_check CHECK (bytes > 0),
        CONSTRAINT backup_run_fault_check CHECK (length(fault) BETWEEN 1 AND 500)
      );
      CREATE INDEX backup_run_started_at_idx ON backup_run (started_at DESC);
      COMMENT ON TABLE backup_run IS 'Each attempt to make a backup. One without an end was cut off, or is being made.';
      COMMENT ON COLUMN backup_run.folder IS 'Path of the backup, as the process that made it saw it.';
      COMMENT ON COLUMN backup_run.nightly IS 'Whether the night made it, which also removes it when it is old.';
      COMMENT ON COLUMN backup_run.bytes IS 'Size of all its files; null for one that failed.';
      COMMENT ON COLUMN backup_run.fault IS 'Why it failed.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE backup_run');
  }
}
