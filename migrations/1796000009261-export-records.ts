import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took which file away, and when. */
export class ExportRecords1796000009261 implements MigrationInterface {
  name = 'ExportRecords1796000009261';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE export_record (
        id uuid NOT NULL,
        taken_at timestamp with time zone NOT NULL,
        taken_by uuid,
        route text NOT NULL,
        about text,
        file_name text NOT NULL,
        row_count integer,
        CONSTRAINT export_record_pkey PRIMARY KEY (id),
        CONSTRAINT export_record_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person (id),
        CONSTRAINT export_record_row_count_check CHECK (row_count >= 0)
      );
      CREATE INDEX export_record_taken_at_idx ON export_record (taken_at, id);
      CREATE INDEX export_record_taken_by_idx ON export_record (taken_by, taken_at, id) WHERE taken_by IS NOT NULL;
      COMMENT ON TABLE export_record IS 'Each file that somebody took away, written down before it was sent.';
      COMMENT ON COLUMN export_record.taken_by IS 'Null for who came by a link of their own.';
      COMMENT ON COLUMN export_record.about IS 'The id or code in the address: of a visit, a letter, a unit.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE export_record');
  }
}
