import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What single kinds of letters say of themselves, minutes of sessions, how letters are signed, and certificates with their codes. */
export class LetterDetails1796000009280 implements MigrationInterface {
  name = 'LetterDetails1796000009280';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE letter
        ADD COLUMN signing text DEFAULT 'wet' NOT NULL,
        ADD COLUMN details jsonb DEFAULT '{}' NOT NULL,
        ADD COLUMN minutes jsonb DEFAULT '[]' NOT NULL,
        ADD CONSTRAINT letter_details_check CHECK (jsonb_typeof(details) = 'object'),
        ADD CONSTRAINT letter_minutes_check CHECK (jsonb_typeof(minutes) = 'array');
      ALTER TABLE office_paper
        ADD COLUMN signing text DEFAULT 'wet' NOT NULL,
        ADD COLUMN signature_mark text DEFAULT '' NOT NULL;

      CREATE TABLE certificate (
        code text NOT NULL,
        letter_id uuid NOT NULL,
        participant_id uuid,
        name text NOT NULL,
        position text,
        office text,
        issued_by uuid NOT NULL,
        issued_at timestamp with time zone NOT NULL,
        withdrawn_at timestamp with time zone,
        CONSTRAINT certificate_pkey PRIMARY KEY (code),
        CONSTRAINT certificate_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter (id) ON DELETE CASCADE,
        CONSTRAINT certificate_participant_id_fkey FOREIGN KEY (participant_id) REFERENCES visit_participant (id) ON DELETE SET NULL,
        CONSTRAINT certificate_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person (id),
        CONSTRAINT certificate_code_check CHECK (code ~ '^[ACDEFGHJKMNPQRTUVWXY34679]{12}$'),
        CONSTRAINT certificate_name_check CHECK (name <> '')
      );
      CREATE INDEX certificate_letter_idx ON certificate (letter_id);
      CREATE UNIQUE INDEX certificate_standing_idx ON certificate (participant_id, letter_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX certificate_participant_idx ON certificate (participant_id);
      CREATE INDEX certificate_issued_by_idx ON certificate (issued_by);
      COMMENT ON TABLE certificate IS 'Certificates that were issued with a letter, by the code by which anybody checks one.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE certificate;
      ALTER TABLE office_paper DROP COLUMN signature_mark, DROP COLUMN signing;
      ALTER TABLE letter DROP COLUMN minutes, DROP COLUMN details, DROP COLUMN signing;
    `);
  }
}
