import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Best-practice notes (praktik baik), what hangs on them, and what is said about them. */
export class Notes1795910400013 implements MigrationInterface {
  name = 'Notes1795910400013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(notes);
    await queryRunner.query(writing);
    await queryRunner.query(attachments);
    await queryRunner.query(talk);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE note_use, note_comment, note_file, note_picture, note_editing, note_revision, note_program, note;
    `);
  }
}

const notes = `
  CREATE TABLE note (
    id uuid CONSTRAINT note_pkey PRIMARY KEY,
    state text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    visibility text NOT NULL DEFAULT 'nation',
    unit text NOT NULL CONSTRAINT note_unit_fkey REFERENCES unit (code),
    visit_id uuid CONSTRAINT note_visit_id_fkey REFERENCES visit (id),
    author_id uuid NOT NULL CONSTRAINT note_author_id_fkey REFERENCES person (id),
    title text COLLATE indonesian NOT NULL,
    context text NOT NULL,
    what_was_done text NOT NULL,
    result text NOT NULL,
    how_to_copy text NOT NULL,
    resources text NOT NULL DEFAULT '',
    pitfalls text NOT NULL DEFAULT '',
    contact text NOT NULL DEFAULT '',
    topics text[] NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    published_at timestamptz,
    review_due_on date,
    archived_at timestamptz,
    CONSTRAINT note_state_check CHECK (state IN ('draft', 'proposed', 'published', 'archived')),
    CONSTRAINT note_version_check CHECK (version >= 1),
    CONSTRAINT note_visibility_check CHECK (visibility IN ('unit', 'region', 'nation')),
    CONSTRAINT note_published_check CHECK (
      (state IN ('published', 'archived')) = (published_at IS NOT NULL)
      AND (state = 'draft' OR '' <> ALL (ARRAY[title, context, what_was_done, result, how_to_copy]))
    ),
    CONSTRAINT note_review_check CHECK ((state = 'published') = (review_due_on IS NOT NULL)),
    CONSTRAINT note_review_due_on_range_check CHECK (review_due_on BETWEEN DATE '2000-01-01' AND DATE '2100-12-31'),
    CONSTRAINT note_archived_check CHECK ((state = 'archived') = (archived_at IS NOT NULL))
  );
  CREATE INDEX note_changed_idx ON note (changed_at, id);
  CREATE INDEX note_proposed_idx ON note (unit) WHERE state = 'proposed';
  CREATE INDEX note_review_idx ON note (review_due_on) WHERE state = 'published';
  CREATE INDEX note_unit_idx ON note (unit, changed_at, id);
  CREATE INDEX note_visit_idx ON note (visit_id) WHERE visit_id IS NOT NULL;
  COMMENT ON TABLE note IS 'Notes of practices that are worth copying.';
  COMMENT ON COLUMN note.visibility IS 'Who reads it once it is published: the own unit, its region, or everybody.';
  COMMENT ON COLUMN note.unit IS 'Unit whose practice it is.';
  COMMENT ON COLUMN note.visit_id IS 'Visit that it comes from; null for none.';
  COMMENT ON COLUMN note.review_due_on IS 'Calendar date by which a published note is to be read again.';

  CREATE TABLE note_program (
    note_id uuid NOT NULL CONSTRAINT note_program_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
    program text NOT NULL CONSTRAINT note_program_program_fkey REFERENCES program (code),
    CONSTRAINT note_program_pkey PRIMARY KEY (note_id, program)
  );
  CREATE INDEX note_program_program_idx ON note_program (program);
  COMMENT ON TABLE note_program IS 'Programs that a note is about.';
`;

const writing = `
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
  COMMENT ON TABLE note_revision IS 'What a note said at each version, and who made it so.';
  COMMENT ON COLUMN note_revision.reason IS 'Why it went back to a draft; empty otherwise.';

  CREATE TABLE note_editing (
    note_id uuid NOT NULL CONSTRAINT note_editing_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
    person_id uuid NOT NULL CONSTRAINT note_editing_person_id_fkey REFERENCES person (id),
    opened_at timestamptz NOT NULL,
    CONSTRAINT note_editing_pkey PRIMARY KEY (note_id, person_id)
  );
  COMMENT ON TABLE note_editing IS 'Who opened the form of a note, to warn others; old rows mean nothing.';
`;

const attachments = `
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
  COMMENT ON TABLE note_picture IS 'Pictures of a note.';
  COMMENT ON COLUMN note_picture.width IS 'Pixels of the picture.';
  COMMENT ON COLUMN note_picture.cleared_by IS 'Who said that it may be shown; null: others do not see it.';

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
  COMMENT ON TABLE note_file IS 'Documents of a note.';
  COMMENT ON COLUMN note_file.size IS 'Bytes.';
  COMMENT ON COLUMN note_file.sha256 IS 'Of the content, in hex.';
`;

const talk = `
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
  COMMENT ON TABLE note_comment IS 'Questions and comments about a note.';

  CREATE TABLE note_use (
    note_id uuid NOT NULL CONSTRAINT note_use_note_id_fkey REFERENCES note (id) ON DELETE CASCADE,
    unit text NOT NULL CONSTRAINT note_use_unit_fkey REFERENCES unit (code),
    since date NOT NULL,
    added_by uuid NOT NULL CONSTRAINT note_use_added_by_fkey REFERENCES person (id),
    added_at timestamptz NOT NULL,
    CONSTRAINT note_use_pkey PRIMARY KEY (note_id, unit),
    CONSTRAINT note_use_since_range_check CHECK (since BETWEEN DATE '2000-01-01' AND DATE '2100-12-31')
  );
  CREATE INDEX note_use_unit_idx ON note_use (unit);
  COMMENT ON TABLE note_use IS 'Units that say they use what a note describes.';
  COMMENT ON COLUMN note_use.since IS 'Calendar date.';
`;
