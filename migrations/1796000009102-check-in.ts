import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the codes at the door are signed with, papers that were taken down, contacts of who came unasked, signatures. */
export class CheckIn1796000009102 implements MigrationInterface {
  name = 'CheckIn1796000009102';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE check_in_key (
        one boolean PRIMARY KEY DEFAULT true CONSTRAINT check_in_key_one_check CHECK (one),
        key text NOT NULL CONSTRAINT check_in_key_length_check CHECK (char_length(key) >= 64)
      );
      COMMENT ON TABLE check_in_key IS 'What the secrets of visits are made of by which the codes at their doors are signed.';
      INSERT INTO check_in_key (key)
        SELECT replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', '');

      CREATE TABLE check_in_paper (
        visit_id uuid PRIMARY KEY REFERENCES visit (id) ON DELETE CASCADE,
        closed_at timestamptz NOT NULL
      );
      COMMENT ON TABLE check_in_paper IS 'Visits whose printed code is not taken any more.';

      CREATE TABLE walk_in_contact (
        participant_id uuid PRIMARY KEY REFERENCES visit_participant (id) ON DELETE CASCADE,
        device text NOT NULL,
        email text CONSTRAINT walk_in_contact_email_check CHECK (email = lower(email)),
        phone text,
        came_at timestamptz NOT NULL,
        CONSTRAINT walk_in_contact_reached_check CHECK (email IS NOT NULL OR phone IS NOT NULL)
      );
      CREATE INDEX walk_in_contact_device_idx ON walk_in_contact (device);
      COMMENT ON TABLE walk_in_contact IS 'How somebody who came unasked is reached, until an officer has looked.';

      CREATE TABLE attendance_signature (
        participant_id uuid PRIMARY KEY REFERENCES visit_participant (id) ON DELETE CASCADE,
        strokes jsonb NOT NULL CONSTRAINT attendance_signature_strokes_check
          CHECK (jsonb_typeof(strokes) = 'array' AND octet_length(strokes::text) <= 65536),
        signed_at timestamptz NOT NULL
      );
      COMMENT ON TABLE attendance_signature IS 'Signatures by finger: strokes of points, as whole numbers in a field of 1000 by 400.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE attendance_signature; DROP TABLE walk_in_contact; DROP TABLE check_in_paper; DROP TABLE check_in_key',
    );
  }
}
