import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many guests a host agreed upon beyond its usual limit, and how many the guest asks it for. */
export class AgreedParties1795950000102 implements MigrationInterface {
  name = 'AgreedParties1795950000102';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit
        ADD agreed_party integer CONSTRAINT visit_agreed_party_check CHECK (agreed_party BETWEEN 1 AND 1000),
        ADD asked_party integer CONSTRAINT visit_asked_party_check CHECK (asked_party BETWEEN 1 AND 1000);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE visit DROP COLUMN agreed_party, DROP COLUMN asked_party');
  }
}
