import type { MigrationInterface, QueryRunner } from 'typeorm';

const own = `
  SELECT p.unit FROM person p
  WHERE p.unit IS NOT NULL AND p.suspended_at IS NULL AND p.password_hash IS NOT NULL
  UNION ALL SELECT 'kanwil-' || p.regional_office FROM person p
  WHERE p.regional_office IS NOT NULL AND p.suspended_at IS NULL AND p.password_hash IS NOT NULL`;

/** A unit that merged is answered for by the people of the one into which it merged. */
export class StaffedHeirs1795990005001 implements MigrationInterface {
  name = 'StaffedHeirs1795990005001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE VIEW staffed_unit AS ${own}
        UNION ALL SELECT m.code FROM unit m JOIN person p ON p.unit = m.heir
        WHERE m.heir <> m.code AND p.suspended_at IS NULL AND p.password_hash IS NOT NULL;
      COMMENT ON VIEW staffed_unit IS
        'Organisations that use Sambang: somebody there, or at the unit into which it merged, has an active account, so that a request is seen and answered.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE VIEW staffed_unit AS ${own};
      COMMENT ON VIEW staffed_unit IS
        'Organisations that use Sambang: somebody there has an active account, so that a request is seen and answered.';
    `);
  }
}
