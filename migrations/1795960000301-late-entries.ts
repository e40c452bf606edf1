import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was entered on the day and reached the server after the visit was closed. */
export class LateEntries1795960000301 implements MigrationInterface {
  name = 'LateEntries1795960000301';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_entry ADD late boolean NOT NULL DEFAULT false;
      ALTER TABLE visit_participant
        -- The entry of a device that the attendance came by: sent again it is the same.
        ADD attendance_entry uuid,
        -- When the attendance arrived, where the visit was closed before.
        ADD attendance_late_at timestamptz
          CONSTRAINT visit_participant_attendance_late_check CHECK (attendance_at <= attendance_late_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_participant DROP COLUMN attendance_late_at, DROP COLUMN attendance_entry;
      ALTER TABLE visit_entry DROP COLUMN late;
    `);
  }
}
