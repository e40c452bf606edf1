import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Summaries1763900000009 implements MigrationInterface {
  name = 'Summaries1763900000009';

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

      -- What was mailed; never changed afterwards. Nobody published one that went out by itself.
      CREATE TABLE summary_revision (
        visit_id uuid NOT NULL CONSTRAINT summary_revision_visit_id_fkey REFERENCES summary (visit_id) ON DELETE CASCADE,
        revision integer NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid CONSTRAINT summary_revision_published_by_fkey REFERENCES person (id),
        content jsonb NOT NULL,
        CONSTRAINT summary_revision_pkey PRIMARY KEY (visit_id, revision),
        CONSTRAINT summary_revision_revision_check CHECK (revision >= 1)
      );

      CREATE INDEX visit_ended_idx ON visit (ends_at) WHERE state IN ('confirmed', 'held');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX visit_ended_idx; DROP TABLE summary_revision, summary');
  }
}
