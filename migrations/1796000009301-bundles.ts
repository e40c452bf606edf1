import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of a visit, a trip or a year put together: what is asked for, and each part as it is made. */
export class Bundles1796000009301 implements MigrationInterface {
  name = 'Bundles1796000009301';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE bundle (
        id uuid NOT NULL,
        organisation text NOT NULL,
        subject text,
        visit_id uuid,
        trip_id uuid,
        year integer,
        title text NOT NULL,
        state text NOT NULL,
        asked_by uuid NOT NULL,
        asked_at timestamp with time zone NOT NULL,
        finished_at timestamp with time zone,
        CONSTRAINT bundle_pkey PRIMARY KEY (id),
        CONSTRAINT bundle_organisation_fkey FOREIGN KEY (organisation) REFERENCES unit (code),
        CONSTRAINT bundle_subject_fkey FOREIGN KEY (subject) REFERENCES unit (code),
        CONSTRAINT bundle_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT bundle_trip_id_fkey FOREIGN KEY (trip_id) REFERENCES trip (id) ON DELETE CASCADE,
        CONSTRAINT bundle_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person (id),
        CONSTRAINT bundle_of_check CHECK (num_nonnulls(visit_id, trip_id, year) = 1),
        CONSTRAINT bundle_subject_check CHECK ((year IS NULL) = (subject IS NULL)),
        CONSTRAINT bundle_year_check CHECK (year BETWEEN 2000 AND 2100),
        CONSTRAINT bundle_state_check CHECK (state IN ('asked', 'working', 'ready')),
        CONSTRAINT bundle_ready_check CHECK ((state = 'ready') = (finished_at IS NOT NULL))
      );
      CREATE INDEX bundle_organisation_idx ON bundle (organisation, asked_at);
      CREATE UNIQUE INDEX bundle_under_way_idx ON bundle (organisation) WHERE state <> 'ready';
      CREATE INDEX bundle_subject_idx ON bundle (subject, year) WHERE subject IS NOT NULL;
      CREATE INDEX bundle_visit_idx ON bundle (visit_id) WHERE visit_id IS NOT NULL;
      CREATE INDEX bundle_trip_idx ON bundle (trip_id) WHERE trip_id IS NOT NULL;
      CREATE INDEX bundle_asked_by_idx ON bundle (asked_by);
      CREATE INDEX bundle_asked_at_idx ON bundle (asked_at);
      COMMENT ON TABLE bundle IS 'Papers of a visit, a trip or a year of an organisation, put together for who may take them; kept for days.';
      COMMENT ON COLUMN bundle.organisation IS 'Whose people asked for it.';
      COMMENT ON COLUMN bundle.subject IS 'Whose year it is.';

      CREATE TABLE bundle_part (
        bundle_id uuid NOT NULL,
        number integer NOT NULL,
        kind text NOT NULL,
        visit_id uuid NOT NULL,
        ref uuid,
        section text NOT NULL,
        title text NOT NULL,
        name text NOT NULL,
        state text NOT NULL,
        reason text DEFAULT '' NOT NULL,
        size integer,
        sha256 text,
        looked text[] DEFAULT '{}' NOT NULL,
        CONSTRAINT bundle_part_pkey PRIMARY KEY (bundle_id, number),
        CONSTRAINT bundle_part_bundle_id_fkey FOREIGN KEY (bundle_id) REFERENCES bundle (id) ON DELETE CASCADE,
        CONSTRAINT bundle_part_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT bundle_part_name_key UNIQUE (bundle_id, name),
        CONSTRAINT bundle_part_number_check CHECK (number >= 1),
        CONSTRAINT bundle_part_kind_check CHECK (kind IN ('paper-pdf', 'paper-docx', 'signed-copy', 'file', 'photo', 'summary', 'attendance')),
        CONSTRAINT bundle_part_state_check CHECK (state IN ('waiting', 'done', 'missing')),
        CONSTRAINT bundle_part_done_check CHECK ((state = 'done') = (size IS NOT NULL) AND (state = 'done') = (sha256 IS NOT NULL))
      );
      CREATE INDEX bundle_part_visit_idx ON bundle_part (visit_id);
      COMMENT ON TABLE bundle_part IS 'A part of a bundle: made, or missing with the reason; whoever makes them goes on with those that wait.';
      COMMENT ON COLUMN bundle_part.looked IS 'Whose NIP stand on it whole, as they were noted down.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE bundle_part; DROP TABLE bundle');
  }
}
