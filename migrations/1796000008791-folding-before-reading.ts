import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets who reads many figures have what waits counted for good before: that takes as long as counting it once, and each of
 * a page's statements would count it anew.
 */
export class FoldingBeforeReading1796000008791 implements MigrationInterface {
  name = 'FoldingBeforeReading1796000008791';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A few are counted as they are read; where nothing can be written, or somebody folds already, all are.
      CREATE FUNCTION sinergi_fold_before() RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          IF current_setting('transaction_read_only') = 'on' THEN RETURN; END IF;
          IF (SELECT count(*) FROM (SELECT FROM sinergi_pending LIMIT 10) few) = 10 THEN PERFORM sinergi_fold(); END IF;
        END
      $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION sinergi_fold_before()');
  }
}
