import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stays of a visit: who approved it, each step, and its documents. */
export class VisitRecords1795910400009 implements MigrationInterface {
  name = 'VisitRecords1795910400009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visit_approval (
        visit_id uuid NOT NULL CONSTRAINT visit_approval_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        regional_office text NOT NULL
          CONSTRAINT visit_approval_regional_office_fkey REFERENCES regional_office (code),
        approved_by uuid NOT NULL CONSTRAINT visit_approval_approved_by_fkey REFERENCES person (id),
        approved_at timestamptz NOT NULL,
        CONSTRAINT visit_approval_pkey PRIMARY KEY (visit_id, regional_office)
      );
      COMMENT ON TABLE visit_approval IS 'Approvals of visits by regional offices.';

      CREATE TABLE visit_history (
        id uuid CONSTRAINT visit_history_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT visit_history_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid CONSTRAINT visit_history_actor_id_fkey REFERENCES person (id),
        actor_name text NOT NULL,
        action text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        reason text,
        CONSTRAINT visit_history_version_key UNIQUE (visit_id, version)
      );
      COMMENT ON TABLE visit_history IS 'Who did what with a visit, when and why.';
      COMMENT ON COLUMN visit_history.version IS 'Version of the visit that the step made.';
      COMMENT ON COLUMN visit_history.actor_id IS 'Null for the system itself.';
      COMMENT ON COLUMN visit_history.actor_name IS 'Name at that time.';
      COMMENT ON COLUMN visit_history.from_state IS 'Null for the step that made the visit.';

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
      -- Files are compressed already; before PostgreSQL 16 no CREATE TABLE can say so.
      ALTER TABLE visit_file ALTER COLUMN content SET STORAGE EXTERNAL;
      COMMENT ON TABLE visit_file IS 'Documents of a visit; one is kept once a visit.';
      COMMENT ON COLUMN visit_file.size IS 'Bytes.';
      COMMENT ON COLUMN visit_file.sha256 IS 'Of the content, in hex.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE visit_file, visit_history, visit_approval');
  }
}
