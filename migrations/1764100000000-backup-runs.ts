import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BackupRuns1764100000000 implements MigrationInterface {
  name = 'BackupRuns1764100000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Each attempt to make a backup. One without an end was cut off, or is being made.
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
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE backup_run');
  }
}
