import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnitChanges1763900000008 implements MigrationInterface {
  name = 'UnitChanges1763900000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE regional_office ADD COLUMN version integer NOT NULL DEFAULT 1;
      CREATE INDEX unit_type_idx ON unit (type, name, code);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX unit_type_idx;
      ALTER TABLE regional_office DROP COLUMN version;
    `);
  }
}
