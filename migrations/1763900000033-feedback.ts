import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Feedback1763900000033 implements MigrationInterface {
  name = 'Feedback1763900000033';

  /** All of it belongs to a participant and goes with it; a name is never copied, so whoever is renamed is so here. */
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
      CREATE TABLE feedback_link (
        token_hash text CONSTRAINT feedback_link_pkey PRIMARY KEY,
        participant_id uuid NOT NULL CONSTRAINT feedback_link_participant_id_fkey
          REFERENCES feedback_request (participant_id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX feedback_link_participant_idx ON feedback_link (participant_id);
      CREATE TABLE feedback (
        participant_id uuid CONSTRAINT feedback_pkey PRIMARY KEY
          CONSTRAINT feedback_participant_id_fkey
            REFERENCES feedback_request (participant_id) ON DELETE CASCADE,
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
      CREATE TABLE feedback_result (
        visit_id uuid CONSTRAINT feedback_result_pkey PRIMARY KEY
          CONSTRAINT feedback_result_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        told_at timestamptz NOT NULL
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feedback_result, feedback, feedback_link, feedback_request');
  }
}
