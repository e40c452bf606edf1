import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses from which somebody else's mails come by an officer's word; questions know when their mail was written. */
export class KnownSenders1795950000002 implements MigrationInterface {
  name = 'KnownSenders1795950000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE known_sender (
        participant_id uuid NOT NULL
          CONSTRAINT known_sender_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
        sender text NOT NULL,
        unit text NOT NULL CONSTRAINT known_sender_unit_fkey REFERENCES unit (code),
        said_at timestamptz NOT NULL,
        CONSTRAINT known_sender_pkey PRIMARY KEY (participant_id, sender),
        CONSTRAINT known_sender_sender_check CHECK (char_length(sender) <= 320)
      );
      CREATE INDEX known_sender_unit_idx ON known_sender (unit);
      COMMENT ON TABLE known_sender IS
        'For whom an address also speaks: the participant it was said of, and the same person in other visits of that unit.';

      ALTER TABLE reply_question ADD said_at timestamptz;
      UPDATE reply_question SET said_at = asked_at;
      ALTER TABLE reply_question ALTER said_at SET NOT NULL;
      ALTER TABLE reply_question ADD CONSTRAINT reply_question_said_at_range_check
        CHECK (said_at >= '2000-01-01T00:00:00Z' AND said_at < '2101-01-01T00:00:00Z');

      ALTER TABLE received_mail DROP CONSTRAINT received_mail_outcome_check;
      ALTER TABLE received_mail ADD CONSTRAINT received_mail_outcome_check CHECK (outcome IN ('answer', 'other-time',
        'substitute', 'refresh', 'words', 'question', 'question-dismissed', 'bounce', 'bounce-unknown', 'unknown-visit',
        'sender-not-invited', 'sender-forged', 'attendee-missing', 'answer-outdated', 'answer-unchanged',
        'answer-too-late', 'refresh-unproven', 'refreshed-too-often', 'not-understood'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE received_mail SET outcome = 'not-understood'
      WHERE outcome IN ('refresh', 'refresh-unproven', 'refreshed-too-often');
      ALTER TABLE received_mail DROP CONSTRAINT received_mail_outcome_check;
      ALTER TABLE received_mail ADD CONSTRAINT received_mail_outcome_check CHECK (outcome IN ('answer', 'other-time',
        'substitute', 'words', 'question', 'question-dismissed', 'bounce', 'bounce-unknown', 'unknown-visit',
        'sender-not-invited', 'sender-forged', 'attendee-missing', 'answer-outdated', 'answer-unchanged',
        'answer-too-late', 'not-understood'));
      ALTER TABLE reply_question DROP COLUMN said_at;
      DROP TABLE known_sender;
    `);
  }
}
