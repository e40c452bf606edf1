import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReachedAddresses1795950000201 implements MigrationInterface {
  name = 'ReachedAddresses1795950000201';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- When a mail to an address that counts as dead was taken; a day later the mark ends, unless that mail came back.
      ALTER TABLE address_fault ADD sent_at timestamptz;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE address_fault DROP sent_at');
  }
}
