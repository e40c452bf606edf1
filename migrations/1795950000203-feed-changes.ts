import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FeedChanges1795950000203 implements MigrationInterface {
  name = 'FeedChanges1795950000203';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- What a feed held when it was read last, by its digest, and since when.
      ALTER TABLE feed ADD digest text, ADD changed_at timestamptz;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE feed DROP changed_at, DROP digest');
  }
}
