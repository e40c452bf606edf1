import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail knows the request or job that it comes from, as the log names it. */
export class MailReference1764800000000 implements MigrationInterface {
  name = 'MailReference1764800000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mail ADD reference text,
        ADD CONSTRAINT mail_reference_check CHECK (length(reference) BETWEEN 1 AND 64)
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail DROP COLUMN reference');
  }
}
