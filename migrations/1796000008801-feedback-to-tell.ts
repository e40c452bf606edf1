import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets what is to do about feedback be found among what is open, however much was said and told in earlier years. */
export class FeedbackToTell1796000008801 implements MigrationInterface {
  name = 'FeedbackToTell1796000008801';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE feedback_result ALTER COLUMN told_at DROP NOT NULL;
      INSERT INTO feedback_result (visit_id)
        SELECT DISTINCT p.visit_id FROM feedback f JOIN visit_participant p ON p.id = f.participant_id
        ON CONFLICT (visit_id) DO NOTHING;
      CREATE INDEX feedback_result_untold_idx ON feedback_result (visit_id) WHERE told_at IS NULL;
      CREATE INDEX feedback_request_unreminded_idx ON feedback_request (expires_at, participant_id) WHERE reminded_at IS NULL;
      COMMENT ON TABLE feedback_result IS 'Visits that somebody has answered about, and when the units were told.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX feedback_request_unreminded_idx;
      DROP INDEX feedback_result_untold_idx;
      DELETE FROM feedback_result WHERE told_at IS NULL;
      ALTER TABLE feedback_result ALTER COLUMN told_at SET NOT NULL;
      COMMENT ON TABLE feedback_result IS 'Visits whose units were told what came of asking.';
    `);
  }
}
