import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1763900000015 implements MigrationInterface {
  name = 'Reminders1763900000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- How a unit's own participants are reminded; a unit without a row has the usual setting.
      CREATE TABLE reminder_setting (
        unit text CONSTRAINT reminder_setting_pkey PRIMARY KEY
          CONSTRAINT reminder_setting_unit_fkey REFERENCES unit (code) ON DELETE CASCADE,
        days_before integer[] NOT NULL,
        evening_before boolean NOT NULL,
        CONSTRAINT reminder_setting_days_check CHECK (
          cardinality(days_before) <= 5 AND 1 <= ALL (days_before) AND 14 >= ALL (days_before)
        )
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reminder_setting');
  }
}
