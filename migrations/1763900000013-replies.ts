import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Replies1763900000013 implements MigrationInterface {
  name = 'Replies1763900000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Every mail that came, once: the digest of its bytes tells a repeat.
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
        CONSTRAINT received_mail_outcome_check CHECK (outcome IN ('answer', 'other-time', 'substitute', 'bounce',
          'unknown-visit', 'sender-not-invited', 'sender-forged', 'attendee-missing', 'answer-outdated',
          'answer-too-late', 'not-understood'))
      );
      CREATE INDEX received_mail_visit_idx ON received_mail (visit_id, position);

      -- How far each mailbox was read; UIDs only grow while UIDVALIDITY stays (RFC 9051 section 2.3.1.1).
      CREATE TABLE mailbox_position (
        mailbox text CONSTRAINT mailbox_position_pkey PRIMARY KEY,
        uid_validity bigint NOT NULL,
        last_uid bigint NOT NULL
      );

      CREATE TABLE calendar_reply (
        participant_id uuid CONSTRAINT calendar_reply_pkey PRIMARY KEY
          CONSTRAINT calendar_reply_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
        stamped_at timestamptz NOT NULL
      );

      -- Addresses that mail did not reach, until somebody answers from there.
      CREATE TABLE address_fault (
        email text CONSTRAINT address_fault_pkey PRIMARY KEY,
        reason text NOT NULL,
        noticed_at timestamptz NOT NULL,
        CONSTRAINT address_fault_email_check CHECK (email = lower(email))
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE address_fault, calendar_reply, mailbox_position, received_mail');
  }
}
