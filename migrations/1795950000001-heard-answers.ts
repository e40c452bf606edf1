import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each participant has one last word, by whatever way it came, and what officers were not told of yet waits in line. */
export class HeardAnswers1795950000001 implements MigrationInterface {
  name = 'HeardAnswers1795950000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_participant ADD heard_at timestamptz, ADD heard_from text;

      -- A stamp ahead of its arrival counts as the arrival; a participant's own line of history without a mail was the link.
      UPDATE visit_participant p SET
        heard_at = coalesce(
          least((SELECT r.stamped_at FROM calendar_reply r WHERE r.participant_id = p.id), p.answered_at), now()),
        answered_at = coalesce(p.answered_at, now()),
        heard_from = CASE
          WHEN EXISTS (SELECT FROM calendar_reply r WHERE r.participant_id = p.id) THEN 'mail'
          WHEN EXISTS (SELECT FROM visit_history h WHERE h.visit_id = p.visit_id AND h.at = p.answered_at
            AND h.actor_id IS NULL) THEN 'link'
          ELSE 'officer' END
      WHERE p.answer <> 'needs-action';

      ALTER TABLE visit_participant
        ADD CONSTRAINT visit_participant_heard_check CHECK (answer = 'needs-action'
          OR answered_at IS NOT NULL AND heard_at IS NOT NULL AND heard_from IS NOT NULL),
        ADD CONSTRAINT visit_participant_heard_from_check CHECK (heard_from IN ('link', 'officer', 'mail')),
        ADD CONSTRAINT visit_participant_heard_at_range_check
          CHECK (heard_at >= '2000-01-01T00:00:00Z' AND heard_at < '2101-01-01T00:00:00Z');
      DROP TABLE calendar_reply;

      CREATE TABLE answer_news (
        id uuid CONSTRAINT answer_news_pkey PRIMARY KEY,
        participant_id uuid NOT NULL
          CONSTRAINT answer_news_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
        answer text,
        words text NOT NULL,
        came_at timestamptz NOT NULL,
        CONSTRAINT answer_news_answer_check CHECK (answer IN ('accepted', 'tentative', 'declined')),
        CONSTRAINT answer_news_words_check CHECK (char_length(words) <= 500 AND (answer IS NOT NULL OR words <> ''))
      );
      CREATE INDEX answer_news_participant_idx ON answer_news (participant_id);
      COMMENT ON TABLE answer_news IS
        'What participants said and the officers of their side were not mailed yet; a line goes with its mail.';
      COMMENT ON COLUMN visit_participant.heard_at IS 'When the last word that counts was said.';
      COMMENT ON COLUMN visit_participant.heard_from IS 'By which way it came.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE answer_news;
      CREATE TABLE calendar_reply (
        participant_id uuid CONSTRAINT calendar_reply_pkey PRIMARY KEY
          CONSTRAINT calendar_reply_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
        stamped_at timestamptz NOT NULL,
        CONSTRAINT calendar_reply_stamped_at_range_check
          CHECK (stamped_at >= '2000-01-01T00:00:00Z' AND stamped_at < '2101-01-01T00:00:00Z')
      );
      COMMENT ON TABLE calendar_reply IS
        'The last answer of a participant''s calendar that counted; older ones do not any more.';
      COMMENT ON COLUMN calendar_reply.stamped_at IS 'When it was written (DTSTAMP).';
      INSERT INTO calendar_reply SELECT id, heard_at FROM visit_participant WHERE heard_from = 'mail';
      ALTER TABLE visit_participant DROP COLUMN heard_at, DROP COLUMN heard_from;
    `);
  }
}
