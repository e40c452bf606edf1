import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which weeks' digests were made, so that one of a day on which no server ran is made up for, once. */
export class WeeklyDigests1795950000103 implements MigrationInterface {
  name = 'WeeklyDigests1795950000103';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE weekly_digest (
        regional_office text NOT NULL CONSTRAINT weekly_digest_regional_office_fkey REFERENCES regional_office (code),
        monday text NOT NULL CONSTRAINT weekly_digest_monday_check CHECK (monday ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
        CONSTRAINT weekly_digest_pkey PRIMARY KEY (regional_office, monday)
      );
      COMMENT ON TABLE weekly_digest IS
        'Weeks whose digest was made, so that one of a day on which no server ran is made up for, once.';
      -- What left before is not made up for.
      INSERT INTO weekly_digest (regional_office, monday)
        SELECT DISTINCT split_part(m.key, ':', 2), split_part(m.key, ':', 3) FROM mail m
        JOIN regional_office o ON o.code = split_part(m.key, ':', 2)
        WHERE m.key LIKE 'digest:%' AND split_part(m.key, ':', 3) ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE weekly_digest');
  }
}
