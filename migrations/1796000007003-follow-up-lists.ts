import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what was done lately, and what a unit has yet to do, without reading what is over. */
export class FollowUpLists1796000007003 implements MigrationInterface {
  name = 'FollowUpLists1796000007003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX follow_up_done_idx ON follow_up (done_at) WHERE done_at IS NOT NULL;
      CREATE INDEX follow_up_waiting_idx ON follow_up (unit, state, due_on);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX follow_up_waiting_idx, follow_up_done_idx');
  }
}
