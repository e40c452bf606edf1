import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of visits. */
export class Summaries1795910400018 implements MigrationInterface {
  name = 'Summaries1795910400018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE summary (
        visit_id uuid CONSTRAINT summary_pkey PRIMARY KEY
          CONSTRAINT summary_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        version integer NOT NULL,
        outcomes text NOT NULL,
        decisions text NOT NULL,
        notes text NOT NULL,
        links jsonb NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        changed_at timestamptz NOT NULL,
        changed_by uuid CONSTRAINT summary_changed_by_fkey REFERENCES person (id),
        CONSTRAINT summary_version_check CHECK (version >= 1),
        CONSTRAINT summary_revision_check CHECK (revision >= 0),
        CONSTRAINT summary_links_check CHECK (jsonb_typeof(links) = 'array')
      );
      COMMENT ON TABLE summary IS 'What came of a visit, as it is worked on.';
      COMMENT ON COLUMN summary.revision IS 'Its last publication, counted from 1; 0 before the first.';
      COMMENT ON COLUMN summary.changed_by IS 'Null when the system itself wrote it.';

      CREATE TABLE summary_revision (
        visit_id uuid NOT NULL CONSTRAINT summary_revision_visit_id_fkey REFERENCES summary (visit_id) ON DELETE CASCADE,
        revision integer NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid CONSTRAINT summary_revision_published_by_fkey REFERENCES person (id),
        content jsonb NOT NULL,
        CONSTRAINT summary_revision_pkey PRIMARY KEY (visit_id, revision),
        CONSTRAINT summary_revision_revision_check CHECK (revision >= 1)
      );
      COMMENT ON TABLE summary_revision IS 'What was mailed of a summary; never changed afterwards.';
      COMMENT ON COLUMN summary_revision.published_by IS 'Null for one that went out by itself.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE summary_revision, summary');
  }
}
