import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the hours of a time be told without a plan of its own each time, and those of one day without any query. */
export class QuickDayHours1796000008400 implements MigrationInterface {
  name = 'QuickDayHours1796000008400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`${head} LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
      DECLARE
        days integer;
        length interval;
      BEGIN
        IF own_hours IS NOT NULL THEN RETURN (${own}); END IF;
        days := (ends_at AT TIME ZONE zone)::date - (starts_at AT TIME ZONE zone)::date;
        length := ends_at - starts_at - make_interval(hours => 24 * days);
        IF days <= 0 OR days > 31 OR length <= interval '0' THEN RETURN tstzmultirange(tstzrange(starts_at, ends_at)); END IF;
        RETURN (SELECT range_agg(tstzrange(starts_at + make_interval(hours => 24 * n),
          starts_at + make_interval(hours => 24 * n) + length)) FROM generate_series(0, days) n);
      END
      $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`${head} LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN own_hours IS NOT NULL THEN (
        SELECT range_agg(tstzrange(starts_at + make_interval(mins => lower(d)), starts_at + make_interval(mins => upper(d))))
        FROM unnest(own_hours) d)
      ELSE (
        SELECT CASE WHEN t.days <= 0 OR t.days > 31 OR t.length <= interval '0' THEN tstzmultirange(tstzrange(starts_at, ends_at))
          ELSE (SELECT range_agg(tstzrange(starts_at + make_interval(hours => 24 * n),
            starts_at + make_interval(hours => 24 * n) + t.length)) FROM generate_series(0, t.days) n) END
        FROM (SELECT d.days, ends_at - starts_at - make_interval(hours => 24 * d.days) AS length
          FROM (SELECT (ends_at AT TIME ZONE zone)::date - (starts_at AT TIME ZONE zone)::date AS days) d) t) END
    $$`);
  }
}

const head = `CREATE OR REPLACE FUNCTION day_hours(starts_at timestamptz, ends_at timestamptz, zone text, own_hours int4multirange)
  RETURNS tstzmultirange`;

const own = `SELECT range_agg(tstzrange(starts_at + make_interval(mins => lower(d)), starts_at + make_interval(mins => upper(d))))
          FROM unnest(own_hours) d`;
