import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A directorate or an outside partner closes, which lies in no region. */
export class ClosingOrganisations1795990005002 implements MigrationInterface {
  name = 'ClosingOrganisations1795990005002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit_change ALTER regional_office DROP NOT NULL;
      ALTER TABLE unit_change ADD CONSTRAINT unit_change_region_check
        CHECK (regional_office IS NOT NULL OR kind = 'closed');
      COMMENT ON COLUMN unit_change.regional_office IS
        'The region in which it happens; null where a directorate or a partner closes.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM unit_change WHERE regional_office IS NULL;
      ALTER TABLE unit_change DROP CONSTRAINT unit_change_region_check;
      ALTER TABLE unit_change ALTER regional_office SET NOT NULL;
      COMMENT ON COLUMN unit_change.regional_office IS 'The region in which it happens.';
    `);
  }
}
