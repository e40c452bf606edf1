import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register of letters of visits and trips. Number and date of the three letters that a visit itself names stay with the
 * visit: their line says which it is (`slot`), and holds neither.
 */
export class Letters1796000009020 implements MigrationInterface {
  name = 'Letters1796000009020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE letter_counter (
        organisation text NOT NULL,
        year integer NOT NULL,
        last integer NOT NULL,
        CONSTRAINT letter_counter_pkey PRIMARY KEY (organisation, year),
        CONSTRAINT letter_counter_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT letter_counter_last_check CHECK (last >= 0)
      );
      COMMENT ON TABLE letter_counter IS 'The last number that an office gave to a letter of a year, without gaps.';

      CREATE TABLE letter (
        id uuid NOT NULL,
        visit_id uuid,
        trip_id uuid,
        organisation text NOT NULL,
        kind text NOT NULL,
        direction text NOT NULL,
        slot text,
        number text DEFAULT '' NOT NULL,
        dated_on date,
        nature text NOT NULL,
        attachment text DEFAULT '' NOT NULL,
        subject text DEFAULT '' NOT NULL,
        classification text,
        copies text[] DEFAULT '{}' NOT NULL,
        basis text DEFAULT '' NOT NULL,
        dipa text DEFAULT '' NOT NULL,
        drawn_year integer,
        drawn_number integer,
        generated_file uuid,
        signed_file uuid,
        sent_at timestamp with time zone,
        snapshot jsonb NOT NULL,
        version integer DEFAULT 1 NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamp with time zone NOT NULL,
        CONSTRAINT letter_pkey PRIMARY KEY (id),
        CONSTRAINT letter_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT letter_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES trip (id) ON DELETE CASCADE,
        CONSTRAINT letter_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT letter_generated_file_fkey FOREIGN KEY (generated_file) REFERENCES visit_file (id) ON DELETE SET NULL,
        CONSTRAINT letter_signed_file_fkey FOREIGN KEY (signed_file) REFERENCES visit_file (id) ON DELETE SET NULL,
        CONSTRAINT letter_written_by_fkey FOREIGN KEY (written_by) REFERENCES person (id),
        CONSTRAINT letter_slot_key UNIQUE (visit_id, slot),
        CONSTRAINT letter_drawn_key UNIQUE (organisation, drawn_year, drawn_number),
        CONSTRAINT letter_of_check CHECK (num_nonnulls(visit_id, trip_id) = 1),
        CONSTRAINT letter_direction_check CHECK (direction IN ('out', 'in')),
        CONSTRAINT letter_slot_check CHECK (slot IN ('request', 'reply', 'assignment')),
        CONSTRAINT letter_slot_place_check CHECK (slot IS NULL OR visit_id IS NOT NULL AND number = '' AND dated_on IS NULL),
        CONSTRAINT letter_drawn_check CHECK ((drawn_year IS NULL) = (drawn_number IS NULL)),
        CONSTRAINT letter_dated_on_range_check CHECK (dated_on >= '2000-01-01' AND dated_on <= '2100-12-31')
      );
      CREATE INDEX letter_trip_idx ON letter (trip_id) WHERE trip_id IS NOT NULL;
      CREATE INDEX letter_generated_file_idx ON letter (generated_file) WHERE generated_file IS NOT NULL;
      CREATE INDEX letter_signed_file_idx ON letter (signed_file) WHERE signed_file IS NOT NULL;
      CREATE INDEX letter_written_by_idx ON letter (written_by);
      COMMENT ON TABLE letter IS 'A letter or paper of a visit or a trip, in the register of one of its parties.';
      COMMENT ON COLUMN letter.slot IS 'Which of the letters that the visit names it is; number and date then stand at the visit.';
      COMMENT ON COLUMN letter.snapshot IS 'Letterhead, signer and party as they were; they stay when people and units change.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE letter; DROP TABLE letter_counter');
  }
}
