import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VisitFiles1763900000010 implements MigrationInterface {
  name = 'VisitFiles1763900000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visit_file (
        id uuid CONSTRAINT visit_file_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT visit_file_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        content bytea NOT NULL,
        added_by uuid NOT NULL CONSTRAINT visit_file_added_by_fkey REFERENCES person (id),
        added_at timestamptz NOT NULL,
        CONSTRAINT visit_file_content_key UNIQUE (visit_id, sha256),
        CONSTRAINT visit_file_name_check CHECK (name <> ''),
        CONSTRAINT visit_file_size_check CHECK (size BETWEEN 1 AND 5242880 AND size = octet_length(content))
      );
      ALTER TABLE visit_file ALTER COLUMN content SET STORAGE EXTERNAL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE visit_file');
  }
}
