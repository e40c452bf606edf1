import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds rare words in titles and references of visits, also inside words, without reading all of them. */
export class VisitWords1796000008102 implements MigrationInterface {
  name = 'VisitWords1796000008102';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX visit_words_idx ON visit USING gin (title gin_trgm_ops, reference gin_trgm_ops)',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX visit_words_idx');
  }
}
