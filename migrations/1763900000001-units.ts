import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Units1763900000001 implements MigrationInterface {
  name = 'Units1763900000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      CREATE TABLE regional_office (
        code text CONSTRAINT regional_office_pkey PRIMARY KEY,
        name text NOT NULL,
        short_name text NOT NULL,
        region text NOT NULL,
        seat text NOT NULL,
        time_zone text NOT NULL,
        email text,
        approves_inside boolean NOT NULL DEFAULT false,
        approves_across boolean NOT NULL DEFAULT false,
        CONSTRAINT regional_office_time_zone_check
          CHECK (time_zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'))
      );

      CREATE TABLE unit_type (
        code text CONSTRAINT unit_type_pkey PRIMARY KEY,
        name text NOT NULL,
        head text NOT NULL
      );

      CREATE TABLE unit (
        code text CONSTRAINT unit_pkey PRIMARY KEY,
        name text NOT NULL,
        type text NOT NULL CONSTRAINT unit_type_fkey REFERENCES unit_type (code),
        subtype text,
        class text,
        place text NOT NULL,
        regional_office text NOT NULL CONSTRAINT unit_regional_office_fkey REFERENCES regional_office (code),
        time_zone text NOT NULL,
        area_group text,
        latitude double precision,
        longitude double precision,
        aliases text[] NOT NULL DEFAULT '{}',
        email text,
        phone text,
        address text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT unit_time_zone_check CHECK (time_zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
        CONSTRAINT unit_position_check CHECK (
          (latitude IS NULL) = (longitude IS NULL)
          AND (latitude IS NULL OR (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180))
        )
      );
      CREATE INDEX unit_name_idx ON unit (name, code);
      CREATE INDEX unit_name_trgm_idx ON unit USING gin (name gin_trgm_ops);
      CREATE INDEX unit_regional_office_idx ON unit (regional_office, name, code);

      CREATE TABLE unit_former_name (
        unit text NOT NULL CONSTRAINT unit_former_name_unit_fkey REFERENCES unit (code),
        name text NOT NULL,
        used_until date NOT NULL,
        CONSTRAINT unit_former_name_pkey PRIMARY KEY (unit, name, used_until)
      );

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

      CREATE TABLE closed_day (
        unit text NOT NULL CONSTRAINT closed_day_unit_fkey REFERENCES unit (code),
        date date NOT NULL,
        reason text NOT NULL,
        CONSTRAINT closed_day_pkey PRIMARY KEY (unit, date)
      );

      CREATE TABLE holiday (
        date date CONSTRAINT holiday_pkey PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        CONSTRAINT holiday_kind_check CHECK (kind IN ('public-holiday', 'collective-leave'))
      );

      CREATE TABLE program (
        code text CONSTRAINT program_pkey PRIMARY KEY,
        framework text NOT NULL,
        number integer,
        title text NOT NULL,
        from_date date NOT NULL,
        verified boolean NOT NULL
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE program, holiday, closed_day, hosting_window, hosting_policy, unit_former_name, unit,
        unit_type, regional_office;
    `);
  }
}
