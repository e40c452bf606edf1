import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonVersions1763900000036 implements MigrationInterface {
  name = 'PersonVersions1763900000036';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE person ADD COLUMN version integer NOT NULL DEFAULT 1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE person DROP COLUMN version');
  }
}
