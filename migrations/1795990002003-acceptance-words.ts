import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a host says to its guests when it accepts. */
export class AcceptanceWords1795990002003 implements MigrationInterface {
  name = 'AcceptanceWords1795990002003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit
        ADD host_message text NOT NULL DEFAULT '',
        ADD conditions text NOT NULL DEFAULT '';
      COMMENT ON COLUMN visit.host_message IS 'What the host says to its guests.';
      COMMENT ON COLUMN visit.conditions IS 'What the host asks of its guests: clothes, papers, what stays outside.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE visit DROP COLUMN conditions, DROP COLUMN host_message');
  }
}
