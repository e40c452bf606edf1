import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps what a feed is made of beside what was written, so that a poll finds out by few rows whether that holds. */
export class FeedScopes1796000006003 implements MigrationInterface {
  name = 'FeedScopes1796000006003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE feed ADD scopes integer[];
      COMMENT ON COLUMN feed.scopes IS
        'What it was made of when it was written last, as feed_change.scope: who changes what it is made of raises one of these.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE feed DROP scopes');
  }
}
