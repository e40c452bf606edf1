import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Learning questions get rows of their own, by whose ids their sessions and answers go however they are worded. */
export class QuestionIdentities1796000002002 implements MigrationInterface {
  name = 'QuestionIdentities1796000002002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE learning_question (
        id uuid NOT NULL CONSTRAINT learning_question_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT learning_question_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        position integer NOT NULL,
        words text NOT NULL,
        CONSTRAINT learning_question_position_check CHECK (position BETWEEN 1 AND 5),
        CONSTRAINT learning_question_words_check CHECK (char_length(words) BETWEEN 1 AND 300),
        CONSTRAINT learning_question_position_key UNIQUE (visit_id, position) DEFERRABLE INITIALLY DEFERRED
      );
      COMMENT ON TABLE learning_question IS
        'What the guest of a visit wants to learn: five at most, known by their ids however they are worded.';
      COMMENT ON COLUMN learning_question.position IS 'From 1, without gaps.';
      INSERT INTO learning_question (id, visit_id, position, words)
        SELECT gen_random_uuid(), v.id, row_number() OVER (PARTITION BY v.id ORDER BY q.position), q.words
        FROM visit v, unnest(v.learning_questions) WITH ORDINALITY AS q (words, position) WHERE q.words <> '';
      CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
        SELECT DISTINCT ON (q.id) q.id, s.session_id
        FROM session_question s JOIN learning_question q ON q.visit_id = s.visit_id AND q.words = s.question;
      DROP TABLE session_question;
      CREATE TABLE session_question (
        question_id uuid NOT NULL CONSTRAINT session_question_pkey PRIMARY KEY
          CONSTRAINT session_question_question_id_fkey REFERENCES learning_question (id) ON DELETE CASCADE,
        session_id uuid NOT NULL
      );
      COMMENT ON TABLE session_question IS 'The session at which a learning question comes up; none for one that is anywhere.';
      INSERT INTO session_question SELECT id, session_id FROM placed;
      UPDATE summary s SET answers = (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'answer', a.value -> 'answer') ORDER BY q.position), '[]')
          FROM jsonb_array_elements(s.answers) a
            JOIN learning_question q ON q.visit_id = s.visit_id AND q.words = a.value ->> 'question')
        WHERE s.answers <> '[]';
      ${freshLearning('EXISTS (SELECT FROM learning_question q WHERE q.visit_id = v.id)')}
      DROP TRIGGER sinergi_counts_asking_visit ON visit;
      CREATE TRIGGER sinergi_counts_question AFTER INSERT OR DELETE ON learning_question
        FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
      ALTER TABLE visit DROP COLUMN learning_questions;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit ADD learning_questions text[] NOT NULL DEFAULT '{}'
        CONSTRAINT visit_learning_questions_check CHECK (cardinality(learning_questions) <= 5);
      COMMENT ON COLUMN visit.learning_questions IS 'What the guest wants to learn, each in its own words.';
      UPDATE visit v SET learning_questions = ARRAY(
          SELECT q.words FROM learning_question q WHERE q.visit_id = v.id ORDER BY q.position)
        WHERE EXISTS (SELECT FROM learning_question q WHERE q.visit_id = v.id);
      CREATE TRIGGER sinergi_counts_asking_visit AFTER UPDATE OF learning_questions ON visit
        FOR EACH ROW WHEN (OLD.learning_questions IS DISTINCT FROM NEW.learning_questions)
        EXECUTE FUNCTION sinergi_visit_changed();
      ${freshLearning('cardinality(v.learning_questions) > 0')}
      DROP TRIGGER sinergi_counts_question ON learning_question;
      UPDATE summary s SET answers = (
          SELECT coalesce(jsonb_agg(
            jsonb_build_object('question', q.words, 'answer', a.value -> 'answer') ORDER BY q.position), '[]')
          FROM jsonb_array_elements(s.answers) a JOIN learning_question q ON q.id::text = a.value ->> 'id')
        WHERE s.answers <> '[]';
      CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
        SELECT DISTINCT ON (q.visit_id, q.words) q.visit_id, q.words, s.session_id
        FROM session_question s JOIN learning_question q ON q.id = s.question_id ORDER BY q.visit_id, q.words, q.position;
      DROP TABLE session_question;
      CREATE TABLE session_question (
        visit_id uuid NOT NULL CONSTRAINT session_question_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        question text NOT NULL,
        session_id uuid NOT NULL,
        CONSTRAINT session_question_pkey PRIMARY KEY (visit_id, question)
      );
      INSERT INTO session_question SELECT visit_id, words, session_id FROM placed;
      COMMENT ON TABLE session_question IS 'The session at which a learning question comes up; none for one that is anywhere.';
      COMMENT ON COLUMN session_question.question IS
        'In the words of the visit: one that was worded anew is another, and this row is of no question then.';
      DROP TABLE learning_question;
    `);
  }
}

const freshLearning = (asksToLearn: string): string => `
  CREATE OR REPLACE VIEW sinergi_fresh_of_learning AS
    SELECT v.id AS source, v.id AS owner, 'learning' AS cube,
      date_trunc('month', v.starts_at AT TIME ZONE h.time_zone)::date AS month, v.guest_unit, v.host_unit,
      coalesce((SELECT c.answer FROM learning_check c WHERE c.visit_id = v.id AND c.answer IS NOT NULL
        ORDER BY c.day DESC LIMIT 1), 'unanswered') AS mark, '' AS unit,
      NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at,
      ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs
    FROM visit v JOIN unit h ON h.code = v.host_unit
    WHERE v.state IN ('held', 'closed') AND ${asksToLearn};`;
