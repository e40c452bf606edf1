import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RetiredPrograms1763900000022 implements MigrationInterface {
  name = 'RetiredPrograms1763900000022';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The day from which a program is not offered any more; what refers to it stays.
      ALTER TABLE program ADD retired_on date;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE program DROP retired_on');
  }
}
