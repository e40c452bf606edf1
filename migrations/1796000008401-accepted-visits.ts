import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which visits somebody accepted for a host, so that nobody looks through those of the whole country to see whom another takes. */
export class AcceptedVisits1796000008401 implements MigrationInterface {
  name = 'AcceptedVisits1796000008401';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX visit_history_accepted_idx ON visit_history (actor_id, visit_id)
        WHERE action = 'accept' AND side = 'host'
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX visit_history_accepted_idx');
  }
}
