import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failed tries to sign in are counted by address and network; those of before, an hour's at most, are forgotten. */
export class SignInNetworks1764700000003 implements MigrationInterface {
  name = 'SignInNetworks1764700000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM sign_in_failure;
      ALTER TABLE sign_in_failure ADD network text NOT NULL;
      DROP INDEX sign_in_failure_email_idx;
      CREATE INDEX sign_in_failure_email_idx ON sign_in_failure (email, network, at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX sign_in_failure_email_idx;
      ALTER TABLE sign_in_failure DROP COLUMN network;
      CREATE INDEX sign_in_failure_email_idx ON sign_in_failure (email, at);
    `);
  }
}
