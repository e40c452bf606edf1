import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose data was erased, and accounts that nobody opens again. */
export class Erasures1796000009260 implements MigrationInterface {
  name = 'Erasures1796000009260';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE person ADD COLUMN erased_at timestamp with time zone;
      ALTER TABLE person ADD CONSTRAINT person_erased_check CHECK (erased_at IS NULL OR suspended_at IS NOT NULL AND password_hash IS NULL);
      COMMENT ON COLUMN person.erased_at IS 'From then on nobody signs in by it, ever; it stands for whoever did things under it.';

      CREATE TABLE erasure (
        id uuid NOT NULL,
        person_id uuid,
        participants uuid[] NOT NULL,
        members uuid[] NOT NULL,
        ground text NOT NULL,
        reason text DEFAULT '' NOT NULL,
        letter_on date,
        entered_by uuid,
        asked_at timestamp with time zone NOT NULL,
        subject jsonb,
        done_tables text[] DEFAULT '{}' NOT NULL,
        changed integer DEFAULT 0 NOT NULL,
        done_at timestamp with time zone,
        CONSTRAINT erasure_pkey PRIMARY KEY (id),
        CONSTRAINT erasure_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id),
        CONSTRAINT erasure_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person (id),
        CONSTRAINT erasure_ground_check CHECK (ground = ANY (ARRAY['account', 'link', 'letter', 'restored'])),
        CONSTRAINT erasure_letter_check CHECK ((ground = 'letter') = (entered_by IS NOT NULL) AND (ground = 'letter') = (letter_on IS NOT NULL) AND (ground <> 'letter' OR reason <> '')),
        CONSTRAINT erasure_letter_on_range_check CHECK (letter_on >= '2000-01-01' AND letter_on <= '2100-12-31'),
        CONSTRAINT erasure_subject_check CHECK (done_at IS NULL OR subject IS NULL)
      );
      CREATE INDEX erasure_asked_at_idx ON erasure (asked_at, id);
      CREATE INDEX erasure_waiting_idx ON erasure (id) WHERE done_at IS NULL;
      CREATE INDEX erasure_person_idx ON erasure (person_id) WHERE person_id IS NOT NULL;
      CREATE INDEX erasure_entered_by_idx ON erasure (entered_by) WHERE entered_by IS NOT NULL;
      COMMENT ON TABLE erasure IS 'Whose data was erased, by ids alone, so that what a backup brings back is erased again.';
      COMMENT ON COLUMN erasure.participants IS 'Ids of the rows in visits that were somebody.';
      COMMENT ON COLUMN erasure.members IS 'Ids of the rows in trips that were somebody.';
      COMMENT ON COLUMN erasure.subject IS 'By what somebody is found while the erasure goes on; nothing afterwards.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE erasure;
      ALTER TABLE person DROP COLUMN erased_at;
    `);
  }
}
