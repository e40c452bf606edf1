import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailRate1763900000016 implements MigrationInterface {
  name = 'MailRate1763900000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- How many mails went where in the last minute.
      CREATE INDEX mail_sent_idx ON mail (sent_at) WHERE state = 'sent';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX mail_sent_idx');
  }
}
