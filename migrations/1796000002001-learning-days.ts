import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which days after a visit a unit's leaders are asked what is done of what was learned, as the unit sets it. */
export class LearningDays1796000002001 implements MigrationInterface {
  name = 'LearningDays1796000002001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE reminder_setting ADD learning_days integer[] NOT NULL DEFAULT '{30,60,90}'
        CONSTRAINT reminder_setting_learning_check CHECK (
          cardinality(learning_days) <= 3 AND learning_days <@ ARRAY[30, 60, 90]
        );
      COMMENT ON COLUMN reminder_setting.learning_days IS
        'Days after a visit on which the leader of the unit''s party is asked what is done of what was learned.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE reminder_setting DROP COLUMN learning_days');
  }
}
