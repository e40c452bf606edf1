import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who came late, was excused, or sent somebody else; and who came unasked. */
export class AttendanceStates1796000009100 implements MigrationInterface {
  name = 'AttendanceStates1796000009100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_participant
        ADD represented_by text,
        ADD walk_in text,
        ADD attendance_own boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT visit_participant_attendance_check;
      ALTER TABLE visit_participant
        ADD CONSTRAINT visit_participant_attendance_check CHECK (
          (attendance IS NULL) = (attendance_at IS NULL)
          AND (attendance IS NULL OR attendance IN ('present', 'late', 'excused', 'absent', 'represented'))
        ) NOT VALID,
        ADD CONSTRAINT visit_participant_attendance_own_check CHECK (
          NOT attendance_own OR (attendance IS NOT NULL AND attendance_by IS NULL)
        ) NOT VALID,
        ADD CONSTRAINT visit_participant_represented_by_check CHECK (
          (represented_by IS NOT NULL) = (attendance IS NOT DISTINCT FROM 'represented') AND represented_by <> ''
        ) NOT VALID,
        ADD CONSTRAINT visit_participant_walk_in_check CHECK (walk_in IN ('waits', 'seen')) NOT VALID;
      ALTER TABLE visit_participant VALIDATE CONSTRAINT visit_participant_attendance_check;
      ALTER TABLE visit_participant VALIDATE CONSTRAINT visit_participant_attendance_own_check;
      ALTER TABLE visit_participant VALIDATE CONSTRAINT visit_participant_represented_by_check;
      ALTER TABLE visit_participant VALIDATE CONSTRAINT visit_participant_walk_in_check;
      COMMENT ON COLUMN visit_participant.represented_by IS 'Who came instead, by name.';
      COMMENT ON COLUMN visit_participant.walk_in IS 'Whether an officer has yet to look at somebody who came unasked; null for all others.';
      COMMENT ON COLUMN visit_participant.attendance_own IS 'Whether the attendance was said in person at the door.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_participant
        DROP CONSTRAINT visit_participant_attendance_check,
        DROP CONSTRAINT visit_participant_represented_by_check;
      UPDATE visit_participant SET attendance = CASE attendance WHEN 'late' THEN 'present' ELSE 'absent' END
        WHERE attendance IN ('late', 'excused', 'represented');
      ALTER TABLE visit_participant
        DROP COLUMN represented_by, DROP COLUMN walk_in, DROP COLUMN attendance_own,
        ADD CONSTRAINT visit_participant_attendance_check CHECK (
          (attendance IS NULL) = (attendance_at IS NULL)
          AND (attendance IS NULL OR attendance IN ('present', 'absent'))
        );
    `);
  }
}
