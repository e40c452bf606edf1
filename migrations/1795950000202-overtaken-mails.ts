import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OvertakenMails1795950000202 implements MigrationInterface {
  name = 'OvertakenMails1795950000202';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mail
        ADD topic text,
        ADD cause text CONSTRAINT mail_cause_check CHECK (cause IN ('participation')),
        DROP CONSTRAINT mail_state_check,
        ADD CONSTRAINT mail_state_check CHECK (state IN ('queued', 'sent', 'failed', 'suppressed', 'overtaken'));
      CREATE INDEX mail_topic_idx ON mail (stream, topic) WHERE topic IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE mail SET state = 'suppressed' WHERE state = 'overtaken';
      ALTER TABLE mail
        DROP CONSTRAINT mail_state_check,
        ADD CONSTRAINT mail_state_check CHECK (state IN ('queued', 'sent', 'failed', 'suppressed')),
        DROP cause,
        DROP topic;
    `);
  }
}
