import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrganizerNames1795960000502 implements MigrationInterface {
  name = 'OrganizerNames1795960000502';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE mail ADD calendar_organizer text;
      COMMENT ON COLUMN mail.calendar_organizer IS 'What the ORGANIZER of the calendar part is called.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail DROP calendar_organizer');
  }
}
