import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part in a visit. */
export class VisitParticipants1795910400008 implements MigrationInterface {
  name = 'VisitParticipants1795910400008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visit_participant (
        id uuid CONSTRAINT visit_participant_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT visit_participant_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        person_id uuid CONSTRAINT visit_participant_person_id_fkey REFERENCES person (id),
        name text COLLATE indonesian NOT NULL,
        office text,
        email text,
        phone text,
        contact_written_by text CONSTRAINT visit_participant_contact_written_by_fkey REFERENCES unit (code),
        side text NOT NULL,
        role text NOT NULL,
        answer text NOT NULL DEFAULT 'needs-action',
        answered_at timestamptz,
        attendance text,
        attendance_by uuid CONSTRAINT visit_participant_attendance_by_fkey REFERENCES person (id),
        attendance_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT visit_participant_email_key UNIQUE (visit_id, email),
        CONSTRAINT visit_participant_email_check CHECK (email = lower(email)),
        CONSTRAINT visit_participant_side_check CHECK (side IN ('guest', 'host', 'invited')),
        CONSTRAINT visit_participant_role_check
          CHECK (role IN ('leader', 'member', 'speaker', 'minute-taker', 'observer')),
        CONSTRAINT visit_participant_answer_check
          CHECK (answer IN ('needs-action', 'accepted', 'tentative', 'declined')),
        CONSTRAINT visit_participant_attendance_check CHECK (
          (attendance IS NULL) = (attendance_at IS NULL)
          AND (attendance IS NULL OR attendance IN ('present', 'absent'))
        )
      );
      CREATE INDEX visit_participant_contact_written_by_idx ON visit_participant (contact_written_by)
        WHERE contact_written_by IS NOT NULL;
      CREATE INDEX visit_participant_email_idx ON visit_participant (email) WHERE email IS NOT NULL;
      CREATE INDEX visit_participant_person_idx ON visit_participant (person_id) WHERE person_id IS NOT NULL;
      COMMENT ON TABLE visit_participant IS 'People who take part in a visit, with or without an account.';
      COMMENT ON COLUMN visit_participant.person_id IS 'Their account; null for somebody without one.';
      COMMENT ON COLUMN visit_participant.office IS 'Where they work and as what, as it was written.';
      COMMENT ON COLUMN visit_participant.contact_written_by IS
        'Unit whose people wrote address and telephone down, and may go on seeing them; null when they came from the account.';
      COMMENT ON COLUMN visit_participant.answer IS 'PARTSTAT of their calendar (RFC 5545), in lower case.';
      COMMENT ON COLUMN visit_participant.attendance IS 'Whether they were there; null until somebody says so.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE visit_participant');
  }
}
