import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links that were written into a message to a telephone end when the telephone turns out to be another's. */
export class MessageLinks1796000005001 implements MigrationInterface {
  name = 'MessageLinks1796000005001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE participant_link ADD COLUMN by_message boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN participant_link.by_message IS
        'Whether it was written into a message to the participant''s telephone, and not into a mail.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE participant_link DROP COLUMN by_message');
  }
}
