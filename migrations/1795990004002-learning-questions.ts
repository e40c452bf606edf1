import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What guests want to learn, the session at which each comes up, and what a summary answers. */
export class LearningQuestions1795990004002 implements MigrationInterface {
  name = 'LearningQuestions1795990004002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit ADD learning_questions text[] NOT NULL DEFAULT '{}'
        CONSTRAINT visit_learning_questions_check CHECK (cardinality(learning_questions) <= 5);
      COMMENT ON COLUMN visit.learning_questions IS 'What the guest wants to learn, each in its own words.';
      CREATE TABLE session_question (
        visit_id uuid NOT NULL CONSTRAINT session_question_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        question text NOT NULL,
        session_id uuid NOT NULL,
        CONSTRAINT session_question_pkey PRIMARY KEY (visit_id, question)
      );
      COMMENT ON TABLE session_question IS 'The session at which a learning question comes up; none for one that is anywhere.';
      COMMENT ON COLUMN session_question.question IS
        'In the words of the visit: one that was worded anew is another, and this row is of no question then.';
      ALTER TABLE summary ADD answers jsonb NOT NULL DEFAULT '[]'
        CONSTRAINT summary_answers_check CHECK (jsonb_typeof(answers) = 'array');
      COMMENT ON COLUMN summary.answers IS 'What the visit answered of its learning questions.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE summary DROP COLUMN answers;
      DROP TABLE session_question;
      ALTER TABLE visit DROP COLUMN learning_questions;
    `);
  }
}
