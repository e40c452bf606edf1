import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteLives1763900000030 implements MigrationInterface {
  name = 'NoteLives1763900000030';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE note
        ADD resources text NOT NULL DEFAULT '',
        ADD pitfalls text NOT NULL DEFAULT '',
        ADD contact text NOT NULL DEFAULT '',
        ADD visibility text NOT NULL DEFAULT 'nation',
        ADD review_due_on date,
        ADD archived_at timestamptz,
        DROP CONSTRAINT note_state_check,
        DROP CONSTRAINT note_published_check;
      UPDATE note n SET review_due_on = ((n.published_at AT TIME ZONE u.time_zone) + interval '12 months')::date
      FROM unit u WHERE u.code = n.unit AND n.state = 'published';
      ALTER TABLE note
        ADD CONSTRAINT note_state_check CHECK (state IN ('draft', 'proposed', 'published', 'archived')),
        ADD CONSTRAINT note_visibility_check CHECK (visibility IN ('unit', 'region', 'nation')),
        ADD CONSTRAINT note_published_check CHECK (
          (state IN ('published', 'archived')) = (published_at IS NOT NULL)
          AND (state = 'draft' OR '' <> ALL (ARRAY[title, context, what_was_done, result, how_to_copy]))
        ),
        ADD CONSTRAINT note_review_check CHECK ((state = 'published') = (review_due_on IS NOT NULL)),
        ADD CONSTRAINT note_archived_check CHECK ((state = 'archived') = (archived_at IS NOT NULL));
      CREATE INDEX note_review_idx ON note (review_due_on) WHERE state = 'published';
      CREATE INDEX note_proposed_idx ON note (unit) WHERE state = 'proposed';

      -- What a note said at each version, and who made it so.
      CREATE TABLE note_revision (
        note_id uuid NOT NULL CONSTRAINT note_revision_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        version integer NOT NULL,
        state text NOT NULL,
        texts jsonb NOT NULL,
        reason text NOT NULL,
        changed_by uuid NOT NULL CONSTRAINT note_revision_changed_by_fkey REFERENCES person (id),
        changed_at timestamptz NOT NULL,
        CONSTRAINT note_revision_pkey PRIMARY KEY (note_id, version)
      );
      INSERT INTO note_revision (note_id, version, state, texts, reason, changed_by, changed_at)
      SELECT id, version, state, jsonb_build_object('title', title, 'context', context, 'whatWasDone', what_was_done,
        'result', result, 'howToCopy', how_to_copy, 'resources', resources, 'pitfalls', pitfalls, 'contact', contact),
        '', author_id, changed_at FROM note;

      CREATE TABLE note_picture (
        id uuid CONSTRAINT note_picture_pkey PRIMARY KEY,
        note_id uuid NOT NULL CONSTRAINT note_picture_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        caption text NOT NULL,
        picture bytea NOT NULL,
        thumbnail bytea NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        added_by uuid NOT NULL CONSTRAINT note_picture_added_by_fkey REFERENCES person (id),
        added_at timestamptz NOT NULL,
        cleared_by uuid CONSTRAINT note_picture_cleared_by_fkey REFERENCES person (id),
        cleared_at timestamptz,
        CONSTRAINT note_picture_caption_check CHECK (caption <> ''),
        CONSTRAINT note_picture_cleared_check CHECK ((cleared_by IS NULL) = (cleared_at IS NULL))
      );
      CREATE INDEX note_picture_note_idx ON note_picture (note_id, added_at, id);

      CREATE TABLE note_file (
        id uuid CONSTRAINT note_file_pkey PRIMARY KEY,
        note_id uuid NOT NULL CONSTRAINT note_file_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        content bytea NOT NULL,
        added_by uuid NOT NULL CONSTRAINT note_file_added_by_fkey REFERENCES person (id),
        added_at timestamptz NOT NULL,
        CONSTRAINT note_file_sha256_key UNIQUE (note_id, sha256)
      );

      CREATE TABLE note_comment (
        id uuid CONSTRAINT note_comment_pkey PRIMARY KEY,
        note_id uuid NOT NULL CONSTRAINT note_comment_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        kind text NOT NULL,
        body text NOT NULL,
        author_id uuid NOT NULL CONSTRAINT note_comment_author_id_fkey REFERENCES person (id),
        at timestamptz NOT NULL,
        answer text,
        answered_by uuid CONSTRAINT note_comment_answered_by_fkey REFERENCES person (id),
        answered_at timestamptz,
        CONSTRAINT note_comment_kind_check CHECK (kind IN ('question', 'comment')),
        CONSTRAINT note_comment_body_check CHECK (body <> ''),
        CONSTRAINT note_comment_answer_check CHECK (
          (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)
          AND (answer IS NULL OR (answer <> '' AND kind = 'question'))
        )
      );
      CREATE INDEX note_comment_note_idx ON note_comment (note_id, at, id);
      CREATE INDEX note_comment_open_idx ON note_comment (note_id) WHERE kind = 'question' AND answer IS NULL;

      -- "We use this", said by a unit.
      CREATE TABLE note_use (
        note_id uuid NOT NULL CONSTRAINT note_use_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        unit text NOT NULL CONSTRAINT note_use_unit_fkey REFERENCES unit (code),
        since date NOT NULL,
        added_by uuid NOT NULL CONSTRAINT note_use_added_by_fkey REFERENCES person (id),
        added_at timestamptz NOT NULL,
        CONSTRAINT note_use_pkey PRIMARY KEY (note_id, unit)
      );
      CREATE INDEX note_use_unit_idx ON note_use (unit);

      -- Who opened the form of a note, to warn others; old rows mean nothing.
      CREATE TABLE note_editing (
        note_id uuid NOT NULL CONSTRAINT note_editing_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
        person_id uuid NOT NULL CONSTRAINT note_editing_person_id_fkey REFERENCES person (id),
        opened_at timestamptz NOT NULL,
        CONSTRAINT note_editing_pkey PRIMARY KEY (note_id, person_id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE note_editing, note_use, note_comment, note_file, note_picture, note_revision;
      DROP INDEX note_review_idx, note_proposed_idx;
      ALTER TABLE note
        DROP CONSTRAINT note_state_check, DROP CONSTRAINT note_visibility_check, DROP CONSTRAINT note_published_check,
        DROP CONSTRAINT note_review_check, DROP CONSTRAINT note_archived_check;
      UPDATE note SET state = 'draft', published_at = NULL WHERE state IN ('proposed', 'archived');
      ALTER TABLE note
        DROP resources, DROP pitfalls, DROP contact, DROP visibility, DROP review_due_on, DROP archived_at,
        ADD CONSTRAINT note_state_check CHECK (state IN ('draft', 'published')),
        ADD CONSTRAINT note_published_check CHECK (
          (state = 'published') = (published_at IS NOT NULL)
          AND (state = 'draft' OR '' <> ALL (ARRAY[title, context, what_was_done, result, how_to_copy]))
        );
    `);
  }
}
