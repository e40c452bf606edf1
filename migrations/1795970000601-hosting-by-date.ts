import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Periods with other hours, and rules for each kind of visit. */
export class HostingByDate1795970000601 implements MigrationInterface {
  name = 'HostingByDate1795970000601';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE hosting_period (
        id uuid CONSTRAINT hosting_period_pkey PRIMARY KEY,
        unit text CONSTRAINT hosting_period_unit_fkey REFERENCES unit (code),
        name text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        closed boolean NOT NULL,
        version integer NOT NULL,
        CONSTRAINT hosting_period_order_check CHECK (first_day <= last_day),
        CONSTRAINT hosting_period_first_day_range_check
          CHECK (first_day >= '2000-01-01' AND first_day <= '2100-12-31'),
        CONSTRAINT hosting_period_last_day_range_check CHECK (last_day >= '2000-01-01' AND last_day <= '2100-12-31'),
        CONSTRAINT hosting_period_no_overlap_excl EXCLUDE USING gist
          (coalesce(unit, '') WITH =, daterange(first_day, last_day, '[]') WITH &&)
      );
      CREATE INDEX hosting_period_unit_idx ON hosting_period (unit, last_day);
      COMMENT ON TABLE hosting_period IS 'Dates on which a unit, or every unit, receives guests at other hours or not at all.';
      COMMENT ON COLUMN hosting_period.unit IS 'Null for every unit.';
      COMMENT ON COLUMN hosting_period.last_day IS 'Itself inside.';
      COMMENT ON COLUMN hosting_period.closed IS 'Whether nobody is received.';

      CREATE TABLE hosting_period_window (
        period_id uuid NOT NULL CONSTRAINT hosting_period_window_period_id_fkey
          REFERENCES hosting_period (id) ON DELETE CASCADE,
        weekday integer NOT NULL,
        starts_minute integer NOT NULL,
        ends_minute integer NOT NULL,
        CONSTRAINT hosting_period_window_pkey PRIMARY KEY (period_id, weekday, starts_minute),
        CONSTRAINT hosting_period_window_weekday_check CHECK (weekday BETWEEN 1 AND 7),
        CONSTRAINT hosting_period_window_minutes_check
          CHECK (starts_minute >= 0 AND starts_minute < ends_minute AND ends_minute <= 1440),
        CONSTRAINT hosting_period_window_no_overlap_excl EXCLUDE USING gist
          (period_id WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&)
      );
      COMMENT ON TABLE hosting_period_window IS 'Stretches of a week in which guests are received in a period, by the clock of each unit.';

      CREATE TABLE hosting_kind (
        unit text NOT NULL CONSTRAINT hosting_kind_unit_fkey REFERENCES unit (code),
        kind text NOT NULL,
        receives boolean NOT NULL,
        largest_party integer,
        shortest_notice_days integer,
        longest_notice_days integer,
        shortest_minutes integer,
        longest_minutes integer,
        CONSTRAINT hosting_kind_pkey PRIMARY KEY (unit, kind),
        CONSTRAINT hosting_kind_kind_check CHECK (kind IN ('study-visit', 'working-visit', 'coordination')),
        CONSTRAINT hosting_kind_largest_party_check CHECK (largest_party BETWEEN 1 AND 1000),
        CONSTRAINT hosting_kind_shortest_notice_check CHECK (shortest_notice_days BETWEEN 0 AND 365),
        CONSTRAINT hosting_kind_longest_notice_check CHECK (longest_notice_days BETWEEN 0 AND 730),
        CONSTRAINT hosting_kind_length_check CHECK (shortest_minutes BETWEEN 15 AND 20160
          AND longest_minutes BETWEEN 15 AND 20160 AND shortest_minutes <= longest_minutes)
      );
      COMMENT ON TABLE hosting_kind IS 'How a unit receives one kind of visit, where that differs from its policy; null for as the policy says.';

      CREATE TABLE hosting_kind_window (
        unit text NOT NULL CONSTRAINT hosting_kind_window_unit_fkey REFERENCES unit (code),
        kind text NOT NULL,
        weekday integer NOT NULL,
        starts_minute integer NOT NULL,
        ends_minute integer NOT NULL,
        CONSTRAINT hosting_kind_window_pkey PRIMARY KEY (unit, kind, weekday, starts_minute),
        CONSTRAINT hosting_kind_window_kind_check CHECK (kind IN ('study-visit', 'working-visit', 'coordination')),
        CONSTRAINT hosting_kind_window_weekday_check CHECK (weekday BETWEEN 1 AND 7),
        CONSTRAINT hosting_kind_window_minutes_check
          CHECK (starts_minute >= 0 AND starts_minute < ends_minute AND ends_minute <= 1440),
        CONSTRAINT hosting_kind_window_no_overlap_excl EXCLUDE USING gist
          (unit WITH =, kind WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&)
      );
      COMMENT ON TABLE hosting_kind_window IS 'Stretches of a week in which a unit receives a kind of visit, of those in which it receives at all.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE hosting_kind_window, hosting_kind, hosting_period_window, hosting_period',
    );
  }
}
