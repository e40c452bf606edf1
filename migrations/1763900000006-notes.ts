import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notes1763900000006 implements MigrationInterface {
  name = 'Notes1763900000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE note (
        id uuid CONSTRAINT note_pkey PRIMARY KEY,
        state text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        title text NOT NULL,
        context text NOT NULL,
        what_was_done text NOT NULL,
        result text NOT NULL,
        how_to_copy text NOT NULL,
        topics text[] NOT NULL,
        unit text NOT NULL CONSTRAINT note_unit_fkey REFERENCES unit (code),
        visit_id uuid CONSTRAINT note_visit_id_fkey REFERENCES visit (id),
        author_id uuid NOT NULL CONSTRAINT note_author_id_fkey REFERENCES person (id),
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        published_at timestamptz,
        CONSTRAINT note_state_check CHECK (state IN ('draft', 'published')),
        CONSTRAINT note_version_check CHECK (version >= 1),
        CONSTRAINT note_published_check CHECK (
          (state = 'published') = (published_at IS NOT NULL)
          AND (state = 'draft' OR '' <> ALL (ARRAY[title, context, what_was_done, result, how_to_copy]))
        )
      );
      CREATE INDEX note_changed_idx ON note (changed_at, id);
      CREATE INDEX note_unit_idx ON note (unit, changed_at, id);
      CREATE INDEX note_visit_idx ON note (visit_id) WHERE visit_id IS NOT NULL;
      CREATE INDEX note_text_trgm_idx ON note
        USING gin ((title || ' ' || context || ' ' || what_was_done || ' ' || result) gin_trgm_ops);

      CREATE TABLE note_program (
        note_id uuid NOT NULL CONSTRAINT note_program_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        program text NOT NULL CONSTRAINT note_program_program_fkey REFERENCES program (code),
        CONSTRAINT note_program_pkey PRIMARY KEY (note_id, program)
      );
      CREATE INDEX note_program_program_idx ON note_program (program);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE note_program, note');
  }
}
