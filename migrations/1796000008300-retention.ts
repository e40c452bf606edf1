import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old mails lose their text, received ones their source, and what is dropped by age is found by it. */
export class Retention1796000008300 implements MigrationInterface {
  name = 'Retention1796000008300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mail ADD COLUMN body_dropped_at timestamptz;
      ALTER TABLE mail ADD CONSTRAINT mail_body_dropped_check
        CHECK (body_dropped_at IS NULL OR state <> 'queued');
      COMMENT ON COLUMN mail.body_dropped_at IS 'When its text and files were dropped, since it was old.';
      CREATE INDEX mail_kept_body_idx ON mail (created_at) WHERE body_dropped_at IS NULL;
      ALTER TABLE received_mail ALTER COLUMN source DROP NOT NULL;
      COMMENT ON COLUMN received_mail.source IS
        'The mail as it came (RFC 5322); null once it was dropped, long after it was handled.';
      CREATE INDEX received_mail_kept_source_idx ON received_mail (received_at) WHERE source IS NOT NULL;
      CREATE INDEX participant_link_created_idx ON participant_link (created_at);
      CREATE INDEX feedback_link_created_idx ON feedback_link (created_at);
      CREATE INDEX host_answer_link_created_idx ON host_answer_link (created_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX host_answer_link_created_idx, feedback_link_created_idx, participant_link_created_idx,
        received_mail_kept_source_idx, mail_kept_body_idx;
      UPDATE received_mail SET source = '' WHERE source IS NULL;
      ALTER TABLE received_mail ALTER COLUMN source SET NOT NULL;
      COMMENT ON COLUMN received_mail.source IS 'The mail as it came (RFC 5322).';
      ALTER TABLE mail DROP COLUMN body_dropped_at;
    `);
  }
}
