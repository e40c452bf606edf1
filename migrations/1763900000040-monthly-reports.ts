import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MonthlyReports1763900000040 implements MigrationInterface {
  name = 'MonthlyReports1763900000040';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail_attachment (
        mail_id uuid NOT NULL CONSTRAINT mail_attachment_mail_id_fkey REFERENCES mail (id) ON DELETE CASCADE,
        position integer NOT NULL,
        filename text NOT NULL,
        content_type text NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT mail_attachment_pkey PRIMARY KEY (mail_id, position),
        CONSTRAINT mail_attachment_content_check CHECK (octet_length(content) <= 10485760)
      );

      -- Regional offices that want the report of each month by mail.
      CREATE TABLE monthly_report (
        regional_office text CONSTRAINT monthly_report_pkey PRIMARY KEY
          CONSTRAINT monthly_report_regional_office_fkey REFERENCES regional_office (code),
        since timestamptz NOT NULL
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE monthly_report, mail_attachment');
  }
}
