import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done of what was learned, asked some days after a visit, and counted by Sinergi. */
export class LearningChecks1795990004003 implements MigrationInterface {
  name = 'LearningChecks1795990004003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE learning_check (
        visit_id uuid NOT NULL CONSTRAINT learning_check_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        day integer NOT NULL,
        participant_id uuid NOT NULL CONSTRAINT learning_check_participant_id_fkey
          REFERENCES visit_participant (id) ON DELETE CASCADE,
        token_hash text NOT NULL,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        answer text,
        words text NOT NULL DEFAULT '',
        answered_at timestamptz,
        CONSTRAINT learning_check_pkey PRIMARY KEY (visit_id, day),
        CONSTRAINT learning_check_token_hash_key UNIQUE (token_hash),
        CONSTRAINT learning_check_day_check CHECK (day IN (30, 60, 90)),
        CONSTRAINT learning_check_answer_check CHECK (answer IN ('applied', 'begun', 'not-yet', 'dropped')),
        CONSTRAINT learning_check_answered_check CHECK ((answer IS NULL) = (answered_at IS NULL)),
        CONSTRAINT learning_check_times_check CHECK (expires_at > asked_at),
        CONSTRAINT learning_check_words_check CHECK (char_length(words) <= 2000)
      );
      CREATE INDEX learning_check_participant_idx ON learning_check (participant_id);
      COMMENT ON TABLE learning_check IS
        'That the guest''s leader was asked what is done of what was learned, and the answer.';
      COMMENT ON COLUMN learning_check.day IS 'After the visit.';
      COMMENT ON COLUMN learning_check.token_hash IS 'SHA-256 of the secret of the link, in hex.';
      COMMENT ON COLUMN learning_check.answer IS 'Null while nobody answered.';
      CREATE VIEW sinergi_fresh_of_learning AS
        SELECT v.id AS source, v.id AS owner, 'learning' AS cube,
          date_trunc('month', v.starts_at AT TIME ZONE h.time_zone)::date AS month, v.guest_unit, v.host_unit,
          coalesce((SELECT c.answer FROM learning_check c WHERE c.visit_id = v.id AND c.answer IS NOT NULL
            ORDER BY c.day DESC LIMIT 1), 'unanswered') AS mark, '' AS unit,
          NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at,
          ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs
        FROM visit v JOIN unit h ON h.code = v.host_unit
        WHERE v.state IN ('held', 'closed') AND cardinality(v.learning_questions) > 0;
      COMMENT ON VIEW sinergi_fresh_of_learning IS
        'Visits that took place and had learning questions, by the newest answer to what is done of it; counted afresh.';
      ${fresh(['sinergi_fresh_of_visits', 'sinergi_fresh_of_guests', 'sinergi_fresh_of_learning'])}
      CREATE TRIGGER sinergi_counts_learning AFTER INSERT OR UPDATE OR DELETE ON learning_check
        FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
      CREATE TRIGGER sinergi_counts_asking_visit AFTER UPDATE OF learning_questions ON visit
        FOR EACH ROW WHEN (OLD.learning_questions IS DISTINCT FROM NEW.learning_questions)
        EXECUTE FUNCTION sinergi_visit_changed();
      ${cubes('visits, joined, learning, answers, summaries, follow-ups, replications or notes')}
      SELECT sinergi_rebuild();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${fresh(['sinergi_fresh_of_visits', 'sinergi_fresh_of_guests'])}
      DROP TRIGGER sinergi_counts_asking_visit ON visit;
      DROP VIEW sinergi_fresh_of_learning;
      DROP TABLE learning_check;
      ${cubes('visits, joined, answers, summaries, follow-ups, replications or notes')}
      SELECT sinergi_rebuild();
    `);
  }
}

const cubes = (all: string): string =>
  ['sinergi_fact', 'sinergi_figure', 'sinergi_delta']
    .map((table) => `COMMENT ON COLUMN ${table}.cube IS 'What is counted: ${all}.';`)
    .join('\n');

const columns =
  'source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs';

/** @param ofVisits views of what is counted of visits that nobody disputes */
const fresh = (ofVisits: readonly string[]): string => `
  CREATE OR REPLACE VIEW sinergi_fresh AS
    SELECT f.source, f.owner, f.cube, f.month, g.heir AS guest_unit, h.heir AS host_unit, f.mark,
      coalesce(r.heir, '') AS unit, f.hours, f.due_on, f.ends_at, f.programs
    FROM (${ofVisits
      .map(
        (view) => `SELECT ${columns} FROM ${view}
    WHERE NOT EXISTS (SELECT FROM visit v WHERE v.id = owner AND v.disputed_at IS NOT NULL)`,
      )
      .join(' UNION ALL ')}
      UNION ALL
      SELECT ${columns} FROM sinergi_fresh_of_notes) f
      JOIN unit g ON g.code = f.guest_unit JOIN unit h ON h.code = f.host_unit
      LEFT JOIN unit r ON r.code = f.unit;`;
