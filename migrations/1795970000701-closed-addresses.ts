import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing is mailed to who is suspended; a calendar that is told of by another address is told anew. */
export class ClosedAddresses1795970000701 implements MigrationInterface {
  name = 'ClosedAddresses1795970000701';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE VIEW closed_address AS
        SELECT p.email FROM person p
        WHERE p.suspended_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM unit u WHERE lower(u.email) = p.email)
          AND NOT EXISTS (SELECT FROM regional_office o WHERE lower(o.email) = p.email);
      COMMENT ON VIEW closed_address IS
        'Addresses that nothing is mailed to: those of suspended accounts, unless an office is reached there, too.';
      ALTER TABLE calendar_invitation DROP CONSTRAINT calendar_invitation_method_check;
      ALTER TABLE calendar_invitation ADD CONSTRAINT calendar_invitation_method_check
        CHECK (method IN ('REQUEST', 'CANCEL', 'MOVED'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP VIEW closed_address;
      DELETE FROM calendar_invitation WHERE method = 'MOVED';
      ALTER TABLE calendar_invitation DROP CONSTRAINT calendar_invitation_method_check;
      ALTER TABLE calendar_invitation ADD CONSTRAINT calendar_invitation_method_check
        CHECK (method IN ('REQUEST', 'CANCEL'));
    `);
  }
}
