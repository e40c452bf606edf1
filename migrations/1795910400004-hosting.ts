import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When and for whom units receive guests. */
export class Hosting1795910400004 implements MigrationInterface {
  name = 'Hosting1795910400004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE hosting_policy (
        unit text CONSTRAINT hosting_policy_pkey PRIMARY KEY
          CONSTRAINT hosting_policy_unit_fkey REFERENCES unit (code),
        open boolean NOT NULL,
        capacity integer NOT NULL,
        largest_party integer,
        shortest_notice_days integer NOT NULL DEFAULT 2,
        longest_notice_days integer NOT NULL DEFAULT 90,
        identity_rule text NOT NULL DEFAULT '',
        phone_rule text NOT NULL DEFAULT '',
        camera_rule text NOT NULL DEFAULT '',
        CONSTRAINT hosting_policy_capacity_check CHECK (capacity BETWEEN 1 AND 20),
        CONSTRAINT hosting_policy_largest_party_check CHECK (largest_party BETWEEN 1 AND 1000),
        CONSTRAINT hosting_policy_notice_check CHECK (
          shortest_notice_days BETWEEN 0 AND 365
          AND longest_notice_days BETWEEN shortest_notice_days AND 730
        )
      );
      COMMENT ON TABLE hosting_policy IS 'For whom a unit receives guests, and with what notice; one row a unit.';
      COMMENT ON COLUMN hosting_policy.open IS 'Whether it receives guests at all.';
      COMMENT ON COLUMN hosting_policy.capacity IS 'Visits it can receive at the same time.';
      COMMENT ON COLUMN hosting_policy.largest_party IS 'Guests in one party; null for no limit.';
      COMMENT ON COLUMN hosting_policy.identity_rule IS 'What guests must show at the gate, as text; empty for nothing said.';

      CREATE TABLE hosting_window (
        unit text NOT NULL CONSTRAINT hosting_window_unit_fkey REFERENCES unit (code),
        weekday integer NOT NULL,
        starts_minute integer NOT NULL,
        ends_minute integer NOT NULL,
        CONSTRAINT hosting_window_pkey PRIMARY KEY (unit, weekday, starts_minute),
        CONSTRAINT hosting_window_weekday_check CHECK (weekday BETWEEN 1 AND 7),
        CONSTRAINT hosting_window_minutes_check
          CHECK (starts_minute >= 0 AND starts_minute < ends_minute AND ends_minute <= 1440),
        CONSTRAINT hosting_window_no_overlap_excl EXCLUDE USING gist
          (unit WITH =, weekday WITH =, int4range(starts_minute, ends_minute) WITH &&)
      );
      COMMENT ON TABLE hosting_window IS 'Stretches of a week in which a unit receives guests.';
      COMMENT ON COLUMN hosting_window.weekday IS 'ISO 8601: 1 is Monday, 7 is Sunday.';
      COMMENT ON COLUMN hosting_window.starts_minute IS 'Minutes since midnight by the unit''s clock.';
      COMMENT ON COLUMN hosting_window.ends_minute IS 'Minutes since midnight by the unit''s clock, not itself inside.';

      CREATE TABLE closed_day (
        unit text NOT NULL CONSTRAINT closed_day_unit_fkey REFERENCES unit (code),
        date date NOT NULL,
        reason text NOT NULL,
        CONSTRAINT closed_day_pkey PRIMARY KEY (unit, date),
        CONSTRAINT closed_day_date_range_check CHECK (date BETWEEN DATE '2000-01-01' AND DATE '2100-12-31')
      );
      COMMENT ON TABLE closed_day IS 'Days on which a unit receives nobody.';

      CREATE TABLE holiday (
        date date CONSTRAINT holiday_pkey PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        CONSTRAINT holiday_date_range_check CHECK (date BETWEEN DATE '2000-01-01' AND DATE '2100-12-31'),
        CONSTRAINT holiday_kind_check CHECK (kind IN ('public-holiday', 'collective-leave'))
      );
      COMMENT ON TABLE holiday IS 'Public holidays (libur nasional) and days of collective leave (cuti bersama).';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE holiday, closed_day, hosting_window, hosting_policy');
  }
}
