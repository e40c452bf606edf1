import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings that repeat: each date is a visit, or was skipped with its reason. */
export class Series1795970000801 implements MigrationInterface {
  name = 'Series1795970000801';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE series (
        id uuid CONSTRAINT series_pkey PRIMARY KEY,
        version integer NOT NULL DEFAULT 1,
        title text NOT NULL,
        guest_unit text NOT NULL CONSTRAINT series_guest_unit_fkey REFERENCES unit (code),
        host_unit text NOT NULL CONSTRAINT series_host_unit_fkey REFERENCES unit (code),
        first_on date NOT NULL,
        frequency text NOT NULL,
        every integer NOT NULL,
        ordinal integer,
        until date NOT NULL,
        created_by uuid NOT NULL CONSTRAINT series_created_by_fkey REFERENCES person (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT series_frequency_check CHECK (frequency IN ('weekly', 'monthly')),
        CONSTRAINT series_every_check CHECK (every BETWEEN 1 AND CASE frequency WHEN 'weekly' THEN 8 ELSE 6 END),
        CONSTRAINT series_ordinal_check CHECK ((frequency = 'monthly') = (ordinal IS NOT NULL)
          AND ordinal IN (1, 2, 3, 4, -1)),
        CONSTRAINT series_until_check CHECK (until > first_on AND until <= first_on + 366),
        CONSTRAINT series_first_on_range_check CHECK (first_on >= '2000-01-01' AND first_on <= '2100-12-31'),
        CONSTRAINT series_until_range_check CHECK (until >= '2000-01-01' AND until <= '2100-12-31')
      );
      CREATE INDEX series_guest_unit_idx ON series (guest_unit);
      CREATE INDEX series_host_unit_idx ON series (host_unit);
      COMMENT ON TABLE series IS 'A meeting that repeats: its rule, a subset of RFC 5545 section 3.3.10.';
      COMMENT ON COLUMN series.every IS 'Every so many weeks or months.';
      COMMENT ON COLUMN series.ordinal IS 'Which of its weekdays the date is in its month, -1 for the last; null for weeks.';

      CREATE TABLE series_date (
        series_id uuid NOT NULL CONSTRAINT series_date_series_id_fkey REFERENCES series (id) ON DELETE CASCADE,
        on_date date NOT NULL,
        visit_id uuid CONSTRAINT series_date_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        skipped text,
        CONSTRAINT series_date_pkey PRIMARY KEY (series_id, on_date),
        CONSTRAINT series_date_visit_key UNIQUE (visit_id),
        CONSTRAINT series_date_skipped_check CHECK ((visit_id IS NULL) = (skipped IS NOT NULL) AND skipped <> ''),
        CONSTRAINT series_date_on_date_range_check CHECK (on_date >= '2000-01-01' AND on_date <= '2100-12-31')
      );
      COMMENT ON TABLE series_date IS 'A date of a series by its rule, wherever its visit was moved.';
      COMMENT ON COLUMN series_date.skipped IS 'Why there is no visit on it.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE series_date, series');
  }
}
