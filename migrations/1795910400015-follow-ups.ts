import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What units promised after a visit (tindak lanjut), and the practices that came to be copied by it. */
export class FollowUps1795910400015 implements MigrationInterface {
  name = 'FollowUps1795910400015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(followUps);
    await queryRunner.query(records);
    await queryRunner.query(replications);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE replication, follow_up_file, follow_up_comment, follow_up_history, follow_up;
    `);
  }
}

const dateInRange = (column: string): string => `${column} BETWEEN DATE '2000-01-01' AND DATE '2100-12-31'`;

const followUps = `
  CREATE TABLE follow_up (
    id uuid CONSTRAINT follow_up_pkey PRIMARY KEY,
    visit_id uuid NOT NULL CONSTRAINT follow_up_visit_id_fkey REFERENCES visit (id),
    what text COLLATE indonesian NOT NULL,
    note_id uuid CONSTRAINT follow_up_note_id_fkey REFERENCES note (id),
    unit text NOT NULL CONSTRAINT follow_up_unit_fkey REFERENCES unit (code),
    person_id uuid CONSTRAINT follow_up_person_id_fkey REFERENCES person (id),
    person_name text COLLATE indonesian NOT NULL,
    due_on date NOT NULL,
    postponed_count integer NOT NULL DEFAULT 0,
    state text NOT NULL,
    evidence text NOT NULL,
    evidence_url text NOT NULL DEFAULT '',
    reason text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    done_at timestamptz,
    CONSTRAINT follow_up_state_key UNIQUE (id, state),
    CONSTRAINT follow_up_what_check CHECK (what <> ''),
    CONSTRAINT follow_up_due_on_range_check CHECK (${dateInRange('due_on')}),
    CONSTRAINT follow_up_postponed_count_check CHECK (postponed_count >= 0),
    CONSTRAINT follow_up_state_check CHECK (state IN ('open', 'in-progress', 'done', 'dropped')),
    CONSTRAINT follow_up_done_check
      CHECK ((state = 'done') = (done_at IS NOT NULL) AND (state <> 'done' OR evidence <> '')),
    CONSTRAINT follow_up_evidence_url_check CHECK (evidence_url = '' OR evidence_url ~ '^https?://[^\\s]+$'),
    CONSTRAINT follow_up_dropped_check CHECK (state <> 'dropped' OR reason <> ''),
    CONSTRAINT follow_up_version_check CHECK (version >= 1)
  );
  CREATE INDEX follow_up_due_idx ON follow_up (due_on, id);
  CREATE INDEX follow_up_note_idx ON follow_up (note_id) WHERE note_id IS NOT NULL;
  CREATE INDEX follow_up_person_idx ON follow_up (person_id) WHERE person_id IS NOT NULL;
  CREATE INDEX follow_up_unit_idx ON follow_up (unit, due_on, id);
  CREATE INDEX follow_up_visit_idx ON follow_up (visit_id);
  COMMENT ON TABLE follow_up IS 'What units promised after a visit.';
  COMMENT ON COLUMN follow_up.note_id IS 'Note of the practice that is to be copied; null for none.';
  COMMENT ON COLUMN follow_up.unit IS 'The responsible unit.';
  COMMENT ON COLUMN follow_up.person_id IS
    'The owner''s account, whose address reminders reach; null when only the name is known.';
  COMMENT ON COLUMN follow_up.due_on IS 'Calendar date.';
  COMMENT ON COLUMN follow_up.evidence IS 'What shows that it was done; empty before.';
  COMMENT ON COLUMN follow_up.evidence_url IS 'Where evidence can be seen; empty for nowhere.';
  COMMENT ON COLUMN follow_up.reason IS 'Why it was dropped; empty otherwise.';
`;

const records = `
  CREATE TABLE follow_up_history (
    follow_up_id uuid NOT NULL
      CONSTRAINT follow_up_history_follow_up_id_fkey REFERENCES follow_up (id) ON DELETE CASCADE,
    version integer NOT NULL,
    at timestamptz NOT NULL,
    actor_id uuid NOT NULL CONSTRAINT follow_up_history_actor_id_fkey REFERENCES person (id),
    actor_name text NOT NULL,
    action text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    from_due_on date,
    due_on date NOT NULL,
    reason text NOT NULL,
    CONSTRAINT follow_up_history_pkey PRIMARY KEY (follow_up_id, version),
    CONSTRAINT follow_up_history_action_check CHECK (action IN
      ('promised', 'changed', 'moved', 'postponed', 'replication-confirmed', 'replication-withdrawn')),
    CONSTRAINT follow_up_history_reason_check
      CHECK (action NOT IN ('postponed', 'replication-withdrawn') OR reason <> ''),
    CONSTRAINT follow_up_history_later_check
      CHECK (action <> 'postponed' OR (from_due_on IS NOT NULL AND from_due_on < due_on)),
    CONSTRAINT follow_up_history_due_on_range_check CHECK (${dateInRange('due_on')}),
    CONSTRAINT follow_up_history_from_due_on_range_check CHECK (${dateInRange('from_due_on')})
  );
  COMMENT ON TABLE follow_up_history IS 'Who did what with a promise, when and why.';
  COMMENT ON COLUMN follow_up_history.actor_name IS 'Name at that time.';
  COMMENT ON COLUMN follow_up_history.from_due_on IS 'Calendar date that a postponed one was due before.';

  CREATE TABLE follow_up_comment (
    id uuid CONSTRAINT follow_up_comment_pkey PRIMARY KEY,
    follow_up_id uuid NOT NULL
      CONSTRAINT follow_up_comment_follow_up_id_fkey REFERENCES follow_up (id) ON DELETE CASCADE,
    author_id uuid NOT NULL CONSTRAINT follow_up_comment_author_id_fkey REFERENCES person (id),
    author_name text NOT NULL,
    at timestamptz NOT NULL,
    body text NOT NULL,
    CONSTRAINT follow_up_comment_body_check CHECK (body <> '')
  );
  CREATE INDEX follow_up_comment_follow_up_idx ON follow_up_comment (follow_up_id, at, id);
  COMMENT ON TABLE follow_up_comment IS 'What people say about a promise.';
  COMMENT ON COLUMN follow_up_comment.author_name IS 'Name at that time.';

  CREATE TABLE follow_up_file (
    id uuid CONSTRAINT follow_up_file_pkey PRIMARY KEY,
    follow_up_id uuid NOT NULL
      CONSTRAINT follow_up_file_follow_up_id_fkey REFERENCES follow_up (id) ON DELETE CASCADE,
    name text NOT NULL,
    media_type text NOT NULL,
    size integer NOT NULL,
    sha256 text NOT NULL,
    content bytea NOT NULL,
    added_by uuid NOT NULL CONSTRAINT follow_up_file_added_by_fkey REFERENCES person (id),
    added_at timestamptz NOT NULL,
    CONSTRAINT follow_up_file_content_key UNIQUE (follow_up_id, sha256),
    CONSTRAINT follow_up_file_name_check CHECK (name <> ''),
    CONSTRAINT follow_up_file_size_check CHECK (size BETWEEN 1 AND 5242880 AND size = octet_length(content))
  );
  -- Files are compressed already; before PostgreSQL 16 no CREATE TABLE can say so.
  ALTER TABLE follow_up_file ALTER COLUMN content SET STORAGE EXTERNAL;
  COMMENT ON TABLE follow_up_file IS 'Documents that show that a promise was kept.';
  COMMENT ON COLUMN follow_up_file.size IS 'Bytes.';
  COMMENT ON COLUMN follow_up_file.sha256 IS 'Of the content, in hex.';
`;

const replications = `
  CREATE TABLE replication (
    id uuid CONSTRAINT replication_pkey PRIMARY KEY,
    follow_up_id uuid NOT NULL CONSTRAINT replication_follow_up_key UNIQUE,
    follow_up_state text NOT NULL DEFAULT 'done',
    note_id uuid CONSTRAINT replication_note_id_fkey REFERENCES note (id),
    practice text NOT NULL,
    from_unit text NOT NULL CONSTRAINT replication_from_unit_fkey REFERENCES unit (code),
    to_unit text NOT NULL CONSTRAINT replication_to_unit_fkey REFERENCES unit (code),
    since date NOT NULL,
    result text NOT NULL,
    confirmed_by uuid NOT NULL CONSTRAINT replication_confirmed_by_fkey REFERENCES person (id),
    confirmed_name text NOT NULL,
    confirmed_at timestamptz NOT NULL,
    CONSTRAINT replication_done_fkey FOREIGN KEY (follow_up_id, follow_up_state)
      REFERENCES follow_up (id, state) ON DELETE CASCADE,
    CONSTRAINT replication_done_check CHECK (follow_up_state = 'done'),
    CONSTRAINT replication_practice_check CHECK (note_id IS NOT NULL OR practice <> ''),
    CONSTRAINT replication_units_check CHECK (from_unit <> to_unit),
    CONSTRAINT replication_since_check CHECK (since <= (confirmed_at AT TIME ZONE 'Asia/Jayapura')::date),
    CONSTRAINT replication_since_range_check CHECK (${dateInRange('since')}),
    CONSTRAINT replication_result_check CHECK (result <> '')
  );
  CREATE INDEX replication_from_unit_idx ON replication (from_unit, since);
  CREATE INDEX replication_note_idx ON replication (note_id) WHERE note_id IS NOT NULL;
  CREATE INDEX replication_to_unit_idx ON replication (to_unit, since);
  COMMENT ON TABLE replication IS
    'Follow-ups that the other side confirmed as a practice copied from one unit to another; one that is withdrawn is gone.';
  COMMENT ON COLUMN replication.follow_up_state IS 'Always done: the reference holds only while the follow-up is.';
  COMMENT ON COLUMN replication.practice IS 'Title of the practice; may be empty beside a note.';
  COMMENT ON COLUMN replication.since IS 'Calendar date from which the practice is in use.';
  COMMENT ON COLUMN replication.confirmed_name IS 'Name at that time.';
`;
