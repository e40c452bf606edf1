import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The fields that a line of history changed. */
export class FieldChanges1795990004001 implements MigrationInterface {
  name = 'FieldChanges1795990004001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_history ADD changes jsonb NOT NULL DEFAULT '[]'
        CONSTRAINT visit_history_changes_check CHECK (jsonb_typeof(changes) = 'array');
      COMMENT ON COLUMN visit_history.changes IS
        'The fields that changed, with what stood before and what stands after; of contact data only the field.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE visit_history DROP COLUMN changes');
  }
}
