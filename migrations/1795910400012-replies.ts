import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that come in, and what people are asked about them. */
export class Replies1795910400012 implements MigrationInterface {
  name = 'Replies1795910400012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(received);
    await queryRunner.query(answers);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reply_question, calendar_reply, mailbox_position, received_mail');
  }
}

const instantInRange = (column: string): string =>
  `${column} >= TIMESTAMPTZ '2000-01-01 00:00:00+00' AND ${column} < TIMESTAMPTZ '2101-01-01 00:00:00+00'`;

const received = `
  CREATE TABLE received_mail (
    id uuid CONSTRAINT received_mail_pkey PRIMARY KEY,
    position bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT received_mail_position_key UNIQUE,
    digest text NOT NULL CONSTRAINT received_mail_digest_key UNIQUE,
    sender text NOT NULL,
    subject text NOT NULL,
    source bytea NOT NULL,
    outcome text NOT NULL,
    visit_id uuid CONSTRAINT received_mail_visit_id_fkey REFERENCES visit (id) ON DELETE SET NULL,
    received_at timestamptz NOT NULL,
    CONSTRAINT received_mail_outcome_check CHECK (outcome IN ('answer', 'other-time', 'substitute', 'words', 'question',
      'question-dismissed', 'bounce', 'bounce-unknown', 'unknown-visit', 'sender-not-invited', 'sender-forged',
      'attendee-missing', 'answer-outdated', 'answer-unchanged', 'answer-too-late', 'not-understood'))
  );
  CREATE INDEX received_mail_visit_idx ON received_mail (visit_id, position);
  COMMENT ON TABLE received_mail IS 'Every mail that came in, once, and what became of it.';
  COMMENT ON COLUMN received_mail.position IS 'Order in which mails came in.';
  COMMENT ON COLUMN received_mail.digest IS 'SHA-256 of the source, in hex: it tells a repeat.';
  COMMENT ON COLUMN received_mail.source IS 'The mail as it came (RFC 5322).';

  CREATE TABLE mailbox_position (
    mailbox text CONSTRAINT mailbox_position_pkey PRIMARY KEY,
    uid_validity bigint NOT NULL,
    last_uid bigint NOT NULL
  );
  COMMENT ON TABLE mailbox_position IS
    'How far each mailbox was read; UIDs only grow while UIDVALIDITY stays (RFC 9051 section 2.3.1.1).';
`;

const answers = `
  CREATE TABLE calendar_reply (
    participant_id uuid CONSTRAINT calendar_reply_pkey PRIMARY KEY
      CONSTRAINT calendar_reply_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
    stamped_at timestamptz NOT NULL,
    CONSTRAINT calendar_reply_stamped_at_range_check CHECK (${instantInRange('stamped_at')})
  );
  COMMENT ON TABLE calendar_reply IS 'The last answer of a participant''s calendar that counted; older ones do not any more.';
  COMMENT ON COLUMN calendar_reply.stamped_at IS 'When it was written (DTSTAMP).';

  CREATE TABLE reply_question (
    received_mail_id uuid CONSTRAINT reply_question_pkey PRIMARY KEY
      CONSTRAINT reply_question_received_mail_id_fkey REFERENCES received_mail (id) ON DELETE CASCADE,
    participant_id uuid NOT NULL
      CONSTRAINT reply_question_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
    kind text NOT NULL,
    answer text,
    starts_at timestamptz,
    ends_at timestamptz,
    substitute text,
    words text NOT NULL,
    is_proven boolean NOT NULL,
    asked_at timestamptz NOT NULL,
    CONSTRAINT reply_question_participant_key UNIQUE (participant_id, is_proven),
    CONSTRAINT reply_question_kind_check CHECK (kind IN ('answer', 'other-time', 'substitute', 'words')),
    CONSTRAINT reply_question_answer_check CHECK ((kind = 'answer') = (answer IS NOT NULL)
      AND answer IN ('accepted', 'tentative', 'declined')),
    CONSTRAINT reply_question_time_check CHECK ((kind = 'other-time') = (starts_at IS NOT NULL)
      AND (kind = 'other-time') = (ends_at IS NOT NULL) AND starts_at < ends_at),
    CONSTRAINT reply_question_starts_at_range_check CHECK (${instantInRange('starts_at')}),
    CONSTRAINT reply_question_ends_at_range_check CHECK (${instantInRange('ends_at')}),
    CONSTRAINT reply_question_substitute_check CHECK ((kind = 'substitute') = (substitute IS NOT NULL)
      AND char_length(substitute) <= 320),
    CONSTRAINT reply_question_words_check CHECK (char_length(words) <= 500 AND (kind <> 'words' OR words <> '')),
    CONSTRAINT reply_question_is_proven_check CHECK (kind = 'words' OR NOT is_proven)
  );
  COMMENT ON TABLE reply_question IS
    'What a mail says of a participant that waits for an officer''s word: one at a time, and beside it one that is proved.';
  COMMENT ON COLUMN reply_question.starts_at IS 'Begin of the other time that the mail asks for.';
  COMMENT ON COLUMN reply_question.substitute IS 'Mail address of who is to come instead.';
  COMMENT ON COLUMN reply_question.words IS 'Plain text of the mail; empty for none.';
  COMMENT ON COLUMN reply_question.is_proven IS 'Whether it is certain that the participant wrote it.';
`;
