import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An office's mailbox may be that of several participants of a visit. */
export class SharedAddresses1795960000503 implements MigrationInterface {
  name = 'SharedAddresses1795960000503';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_participant DROP CONSTRAINT visit_participant_email_key;
      ALTER TABLE visit_participant ADD CONSTRAINT visit_participant_email_key UNIQUE (visit_id, email, name);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_participant DROP CONSTRAINT visit_participant_email_key;
      ALTER TABLE visit_participant ADD CONSTRAINT visit_participant_email_key UNIQUE (visit_id, email);
    `);
  }
}
