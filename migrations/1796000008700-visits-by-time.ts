import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Says in the index by start when a visit ends, so that those of the fortnight before are passed over without being read; and
 * has those of each state stand in order.
 */
export class VisitsByTime1796000008700 implements MigrationInterface {
  name = 'VisitsByTime1796000008700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX visit_starts_at_idx, visit_waiting_idx;
      CREATE INDEX visit_starts_at_idx ON visit (starts_at, id, ends_at);
      CREATE INDEX visit_state_idx ON visit (state, starts_at, id, ends_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX visit_state_idx, visit_starts_at_idx;
      CREATE INDEX visit_starts_at_idx ON visit (starts_at, id);
      CREATE INDEX visit_waiting_idx ON visit (state, starts_at)
        WHERE state IN ('arranged', 'requested', 'counter-proposed', 'confirmed');
    `);
  }
}
