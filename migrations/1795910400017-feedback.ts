import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What participants say of a visit. All of it belongs to a participant and goes with it; a name is never copied. */
export class Feedback1795910400017 implements MigrationInterface {
  name = 'Feedback1795910400017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE feedback_request (
        participant_id uuid CONSTRAINT feedback_request_pkey PRIMARY KEY
          CONSTRAINT feedback_request_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        reminded_at timestamptz,
        CONSTRAINT feedback_request_times_check CHECK (expires_at > asked_at AND reminded_at >= asked_at)
      );
      COMMENT ON TABLE feedback_request IS 'Participants who were asked what a visit was worth.';

      CREATE TABLE feedback_link (
        token_hash text CONSTRAINT feedback_link_pkey PRIMARY KEY,
        participant_id uuid NOT NULL CONSTRAINT feedback_link_participant_id_fkey
          REFERENCES feedback_request (participant_id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX feedback_link_participant_idx ON feedback_link (participant_id);
      COMMENT ON TABLE feedback_link IS 'Links by which they say so without an account.';
      COMMENT ON COLUMN feedback_link.token_hash IS 'SHA-256 of its secret, in hex.';

      CREATE TABLE feedback (
        participant_id uuid CONSTRAINT feedback_pkey PRIMARY KEY
          CONSTRAINT feedback_participant_id_fkey REFERENCES feedback_request (participant_id) ON DELETE CASCADE,
        usefulness integer NOT NULL,
        welcome integer,
        to_copy text NOT NULL,
        to_improve text NOT NULL,
        may_name boolean NOT NULL,
        given_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT feedback_usefulness_check CHECK (usefulness BETWEEN 1 AND 5),
        CONSTRAINT feedback_welcome_check CHECK (welcome BETWEEN 1 AND 5),
        CONSTRAINT feedback_texts_check CHECK (char_length(to_copy) <= 2000 AND char_length(to_improve) <= 2000)
      );
      COMMENT ON TABLE feedback IS 'What participants say a visit was worth.';
      COMMENT ON COLUMN feedback.usefulness IS 'From 1, not at all, to 5.';
      COMMENT ON COLUMN feedback.welcome IS 'How the host received them, 1 to 5; null when they do not say.';
      COMMENT ON COLUMN feedback.may_name IS 'Whether the name may stand beside what was said.';

      CREATE TABLE feedback_result (
        visit_id uuid CONSTRAINT feedback_result_pkey PRIMARY KEY
          CONSTRAINT feedback_result_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        told_at timestamptz NOT NULL
      );
      COMMENT ON TABLE feedback_result IS 'Visits whose units were told what came of asking.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feedback_result, feedback, feedback_link, feedback_request');
  }
}
