import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A visit of several days takes its host's time by day: the same hours on each, and no night. */
export class DayHours1795990003002 implements MigrationInterface {
  name = 'DayHours1795990003002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION day_hours(starts_at timestamptz, ends_at timestamptz, zone text) RETURNS tstzmultirange
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN t.days <= 0 OR t.days > 31 OR t.length <= interval '0' THEN tstzmultirange(tstzrange(starts_at, ends_at))
          ELSE (SELECT range_agg(tstzrange(starts_at + make_interval(hours => 24 * n),
            starts_at + make_interval(hours => 24 * n) + t.length)) FROM generate_series(0, t.days) n) END
        FROM (SELECT d.days, ends_at - starts_at - make_interval(hours => 24 * d.days) AS length
          FROM (SELECT (ends_at AT TIME ZONE zone)::date - (starts_at AT TIME ZONE zone)::date AS days) d) t
        $$;
      COMMENT ON FUNCTION day_hours IS
        'The hours of a time, day by day: the same on each of several local days; one stretch where it goes over a night.';
      ALTER TABLE host_time DROP CONSTRAINT host_time_pkey,
        ADD CONSTRAINT host_time_pkey PRIMARY KEY (visit_id, kind, during);
      INSERT INTO host_time (visit_id, kind, host_unit, place, during, expires_at)
        SELECT t.visit_id, t.kind, t.host_unit, t.place, d.during, t.expires_at
        FROM host_time t JOIN unit u ON u.code = t.host_unit
        CROSS JOIN LATERAL unnest(day_hours(lower(t.during), upper(t.during), u.time_zone)) AS d (during)
        WHERE d.during <> t.during;
      DELETE FROM host_time t USING host_time d
        WHERE d.visit_id = t.visit_id AND d.kind = t.kind AND d.during <> t.during AND d.during <@ t.during;
    `);
  }

  /** Of several days the first stays held, since nights may be taken by now. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM host_time t USING host_time e
        WHERE e.visit_id = t.visit_id AND e.kind = t.kind AND e.during < t.during;
      ALTER TABLE host_time DROP CONSTRAINT host_time_pkey,
        ADD CONSTRAINT host_time_pkey PRIMARY KEY (visit_id, kind);
      DROP FUNCTION day_hours;
    `);
  }
}
