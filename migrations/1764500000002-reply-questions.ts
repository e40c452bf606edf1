import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReplyQuestions1764500000002 implements MigrationInterface {
  name = 'ReplyQuestions1764500000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- What a mail says of a participant that waits for an officer's word: one at a time, and beside it one that is
      -- proved to be the participant's own words.
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
        CONSTRAINT reply_question_substitute_check CHECK ((kind = 'substitute') = (substitute IS NOT NULL)
          AND char_length(substitute) <= 320),
        CONSTRAINT reply_question_words_check CHECK (char_length(words) <= 500 AND (kind <> 'words' OR words <> '')),
        CONSTRAINT reply_question_is_proven_check CHECK (kind = 'words' OR NOT is_proven)
      );

      ALTER TABLE received_mail DROP CONSTRAINT received_mail_outcome_check;
      ALTER TABLE received_mail ADD CONSTRAINT received_mail_outcome_check CHECK (outcome IN ('answer', 'other-time',
        'substitute', 'words', 'question', 'question-dismissed', 'bounce', 'bounce-unknown', 'unknown-visit',
        'sender-not-invited', 'sender-forged', 'attendee-missing', 'answer-outdated', 'answer-unchanged',
        'answer-too-late', 'not-understood'));

      -- Marks of addresses that were never written to, and what strangers wrote of the others, go.
      DELETE FROM address_fault f
      WHERE NOT EXISTS (SELECT FROM mail m WHERE lower(m.recipient_email) = f.email);
      ALTER TABLE address_fault ADD status text;
      UPDATE address_fault SET status = coalesce(substring(reason FROM '\\m5\\.[0-9]{1,3}\\.[0-9]{1,3}\\M'), '5.0.0');
      ALTER TABLE address_fault ALTER status SET NOT NULL;
      ALTER TABLE address_fault ADD CONSTRAINT address_fault_status_check
        CHECK (status ~ '^5\\.[0-9]{1,3}\\.[0-9]{1,3}$');
      ALTER TABLE address_fault DROP reason;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE address_fault ADD reason text;
      UPDATE address_fault SET reason = status;
      ALTER TABLE address_fault ALTER reason SET NOT NULL;
      ALTER TABLE address_fault DROP status;

      UPDATE received_mail SET outcome = 'not-understood' WHERE outcome IN ('words', 'question', 'question-dismissed',
        'bounce-unknown', 'answer-unchanged');
      ALTER TABLE received_mail DROP CONSTRAINT received_mail_outcome_check;
      ALTER TABLE received_mail ADD CONSTRAINT received_mail_outcome_check CHECK (outcome IN ('answer', 'other-time',
        'substitute', 'bounce', 'unknown-visit', 'sender-not-invited', 'sender-forged', 'attendee-missing',
        'answer-outdated', 'answer-too-late', 'not-understood'));
      DROP TABLE reply_question;
    `);
  }
}
