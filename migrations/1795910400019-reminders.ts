import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is mailed before visits, as units set it. */
export class Reminders1795910400019 implements MigrationInterface {
  name = 'Reminders1795910400019';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE reminder_setting (
        unit text CONSTRAINT reminder_setting_pkey PRIMARY KEY
          CONSTRAINT reminder_setting_unit_fkey REFERENCES unit (code) ON DELETE CASCADE,
        days_before integer[] NOT NULL,
        evening_before boolean NOT NULL,
        CONSTRAINT reminder_setting_days_check CHECK (
          cardinality(days_before) <= 5 AND 1 <= ALL (days_before) AND 14 >= ALL (days_before)
        )
      );
      COMMENT ON TABLE reminder_setting IS
        'How a unit''s own participants are reminded; a unit without a row has the usual setting.';
      COMMENT ON COLUMN reminder_setting.days_before IS 'Days before a visit, by the participant''s side''s calendar.';
      COMMENT ON COLUMN reminder_setting.evening_before IS 'Whether they are reminded on the evening before as well.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reminder_setting');
  }
}
