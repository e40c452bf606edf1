import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of people and visits that are imported, row by row; and the rank of people. */
export class Imports1795970000402 implements MigrationInterface {
  name = 'Imports1795970000402';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE person ADD rank text;
      CREATE TABLE import (
        id uuid CONSTRAINT import_pkey PRIMARY KEY,
        kind text NOT NULL CONSTRAINT import_kind_check CHECK (kind IN ('people', 'plans', 'history')),
        file_name text NOT NULL,
        state text NOT NULL CONSTRAINT import_state_check CHECK (state IN ('read', 'confirmed', 'done')),
        created_by uuid NOT NULL CONSTRAINT import_created_by_fkey REFERENCES person (id),
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT import_done_check CHECK ((state = 'done') = (finished_at IS NOT NULL))
      );
      CREATE INDEX import_created_by_idx ON import (created_by, created_at);
      COMMENT ON TABLE import IS 'Files of rows that somebody brought, and how far making them is.';
      CREATE TABLE import_row (
        import_id uuid NOT NULL CONSTRAINT import_row_import_id_fkey REFERENCES import (id) ON DELETE CASCADE,
        number integer NOT NULL CONSTRAINT import_row_number_check CHECK (number >= 1),
        cells jsonb NOT NULL,
        content_key text NOT NULL,
        state text NOT NULL CONSTRAINT import_row_state_check
          CHECK (state IN ('ready', 'faulty', 'known', 'made', 'refused')),
        says text NOT NULL,
        made_id uuid,
        CONSTRAINT import_row_pkey PRIMARY KEY (import_id, number),
        CONSTRAINT import_row_made_check CHECK (made_id IS NULL OR state = 'made')
      );
      CREATE INDEX import_row_state_idx ON import_row (import_id, state, number);
      COMMENT ON TABLE import_row IS 'Rows of imported files.';
      COMMENT ON COLUMN import_row.number IS 'As the program of tables shows it.';
      COMMENT ON COLUMN import_row.says IS 'What would be made, or why nothing is.';
      CREATE TABLE imported_content (
        content_key text CONSTRAINT imported_content_pkey PRIMARY KEY,
        made_id uuid NOT NULL
      );
      COMMENT ON TABLE imported_content IS 'What was ever made of a row, by the digest of what it says: nothing is made twice.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE imported_content;
      DROP TABLE import_row;
      DROP TABLE import;
      ALTER TABLE person DROP rank;
    `);
  }
}
