import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is mailed the report of each month. */
export class MonthlyReports1795910400022 implements MigrationInterface {
  name = 'MonthlyReports1795910400022';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE monthly_report (
        regional_office text CONSTRAINT monthly_report_pkey PRIMARY KEY
          CONSTRAINT monthly_report_regional_office_fkey REFERENCES regional_office (code),
        since timestamptz NOT NULL
      );
      COMMENT ON TABLE monthly_report IS 'Regional offices that want the report of each month by mail.';
      COMMENT ON COLUMN monthly_report.since IS 'When they said so.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE monthly_report');
  }
}
