import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has no account is mailed no link that needs one. */
export class AccountAddresses1795990001004 implements MigrationInterface {
  name = 'AccountAddresses1795990001004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE VIEW account_address AS SELECT p.email FROM person p WHERE p.suspended_at IS NULL;
      COMMENT ON VIEW account_address IS 'Addresses of those who can open pages that need an account.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW account_address');
  }
}
