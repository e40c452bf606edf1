import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Replications1763900000032 implements MigrationInterface {
  name = 'Replications1763900000032';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE follow_up
        -- The owner's account, when the owner has one: reminders reach its address.
        ADD person_id uuid CONSTRAINT follow_up_person_id_fkey REFERENCES person (id),
        -- The practice that is to be copied.
        ADD note_id uuid CONSTRAINT follow_up_note_id_fkey REFERENCES note (id),
        ADD evidence_url text NOT NULL DEFAULT '',
        ADD postponed_count integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT follow_up_evidence_url_check CHECK (evidence_url = '' OR evidence_url ~ '^https?://[^\\s]+$'),
        ADD CONSTRAINT follow_up_postponed_count_check CHECK (postponed_count >= 0),
        ADD CONSTRAINT follow_up_state_key UNIQUE (id, state);
      CREATE INDEX follow_up_person_idx ON follow_up (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX follow_up_note_idx ON follow_up (note_id) WHERE note_id IS NOT NULL;

      ALTER TABLE follow_up_history ADD action text, ADD from_due_on date;
      UPDATE follow_up_history SET action = CASE
        WHEN from_state IS NULL THEN 'promised' WHEN from_state = to_state THEN 'changed' ELSE 'moved' END;
      ALTER TABLE follow_up_history
        ALTER action SET NOT NULL,
        ADD CONSTRAINT follow_up_history_action_check CHECK (action IN
          ('promised', 'changed', 'moved', 'postponed', 'replication-confirmed', 'replication-withdrawn')),
        ADD CONSTRAINT follow_up_history_reason_check
          CHECK (action NOT IN ('postponed', 'replication-withdrawn') OR reason <> ''),
        ADD CONSTRAINT follow_up_history_later_check
          CHECK (action <> 'postponed' OR (from_due_on IS NOT NULL AND from_due_on < due_on));

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
      ALTER TABLE follow_up_file ALTER COLUMN content SET STORAGE EXTERNAL;

      -- A follow-up that the other side confirmed as a practice copied from one unit to another; one that is
      -- withdrawn is gone from here and stands in the follow-up's history.
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
        CONSTRAINT replication_done_check CHECK (follow_up_state = 'done'),
        CONSTRAINT replication_done_fkey FOREIGN KEY (follow_up_id, follow_up_state)
          REFERENCES follow_up (id, state) ON DELETE CASCADE,
        CONSTRAINT replication_practice_check CHECK (note_id IS NOT NULL OR practice <> ''),
        CONSTRAINT replication_result_check CHECK (result <> ''),
        CONSTRAINT replication_units_check CHECK (from_unit <> to_unit),
        CONSTRAINT replication_since_check CHECK (since <= (confirmed_at AT TIME ZONE 'Asia/Jayapura')::date)
      );
      CREATE INDEX replication_note_idx ON replication (note_id) WHERE note_id IS NOT NULL;
      CREATE INDEX replication_from_unit_idx ON replication (from_unit, since);
      CREATE INDEX replication_to_unit_idx ON replication (to_unit, since);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE replication, follow_up_file, follow_up_comment;
      -- What only the new actions said stays as a change of the follow-up.
      ALTER TABLE follow_up_history DROP action, DROP from_due_on;
      ALTER TABLE follow_up DROP CONSTRAINT follow_up_state_key, DROP person_id, DROP note_id, DROP evidence_url,
        DROP postponed_count;
    `);
  }
}
