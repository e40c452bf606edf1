import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a visit lasts at the most, so that what ends after an instant is found by its start. */
export class BoundedTimes1795990000001 implements MigrationInterface {
  name = 'BoundedTimes1795990000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit
        ADD CONSTRAINT visit_longest_check CHECK (ends_at - starts_at <= interval '14 days'),
        ADD CONSTRAINT visit_longest_proposal_check CHECK (proposed_ends_at - proposed_starts_at <= interval '14 days');
      CREATE INDEX visit_proposed_idx ON visit (proposed_starts_at) WHERE proposed_starts_at IS NOT NULL;
      CREATE INDEX visit_history_at_idx ON visit_history (at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX visit_history_at_idx;
      DROP INDEX visit_proposed_idx;
      ALTER TABLE visit DROP CONSTRAINT visit_longest_proposal_check, DROP CONSTRAINT visit_longest_check;
    `);
  }
}
