import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days of a visit may have hours of their own: minutes after its start, a range a day; null where each day has the same. */
export class OwnHours1796000004001 implements MigrationInterface {
  name = 'OwnHours1796000004001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit ADD COLUMN own_hours int4multirange, ADD COLUMN proposed_own_hours int4multirange,
        ADD CONSTRAINT visit_own_hours_check CHECK (own_hours IS NULL OR (lower(own_hours) IS NOT DISTINCT FROM 0
          AND starts_at + upper(own_hours) * interval '1 minute' IS NOT DISTINCT FROM ends_at
          AND own_hours <> int4multirange(range_merge(own_hours)))),
        ADD CONSTRAINT visit_proposed_own_hours_check CHECK (proposed_own_hours IS NULL OR (proposed_starts_at IS NOT NULL
          AND lower(proposed_own_hours) IS NOT DISTINCT FROM 0
          AND proposed_starts_at + upper(proposed_own_hours) * interval '1 minute' IS NOT DISTINCT FROM proposed_ends_at
          AND proposed_own_hours <> int4multirange(range_merge(proposed_own_hours))));
      DROP FUNCTION day_hours;
      ${dayHours}
      ${sessionsInside(`i.starts_at < v.starts_at OR i.ends_at > v.ends_at OR (v.own_hours IS NOT NULL
          AND NOT tstzrange(i.starts_at, i.ends_at) <@ day_hours(v.starts_at, v.ends_at, '', v.own_hours))`)}
      ${aroundAgenda(', own_hours', ' OR old.own_hours IS DISTINCT FROM new.own_hours')}
    `);
  }

  /** Visits keep their first start and last end; whatever goes by day has the same hours on each from then on. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${aroundAgenda('', '')}
      ${sessionsInside('i.starts_at < v.starts_at OR i.ends_at > v.ends_at')}
      DROP FUNCTION day_hours;
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
      ALTER TABLE visit DROP COLUMN own_hours, DROP COLUMN proposed_own_hours;
    `);
  }
}

const dayHours = `
  CREATE FUNCTION day_hours(starts_at timestamptz, ends_at timestamptz, zone text, own_hours int4multirange)
    RETURNS tstzmultirange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN own_hours IS NOT NULL THEN (
        SELECT range_agg(tstzrange(starts_at + make_interval(mins => lower(d)), starts_at + make_interval(mins => upper(d))))
        FROM unnest(own_hours) d)
      ELSE (
        SELECT CASE WHEN t.days <= 0 OR t.days > 31 OR t.length <= interval '0' THEN tstzmultirange(tstzrange(starts_at, ends_at))
          ELSE (SELECT range_agg(tstzrange(starts_at + make_interval(hours => 24 * n),
            starts_at + make_interval(hours => 24 * n) + t.length)) FROM generate_series(0, t.days) n) END
        FROM (SELECT d.days, ends_at - starts_at - make_interval(hours => 24 * d.days) AS length
          FROM (SELECT (ends_at AT TIME ZONE zone)::date - (starts_at AT TIME ZONE zone)::date AS days) d) t) END
    $$;
  COMMENT ON FUNCTION day_hours IS
    'The hours of a time, day by day: its own; else the same on each of several local days, and one stretch over a night.';`;

/** @param outside when a session `i` lies outside of the visit `v` */
const sessionsInside = (outside: string): string => `
  CREATE OR REPLACE FUNCTION agenda_stays_inside_visit() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_agenda uuid;
    BEGIN
      IF TG_TABLE_NAME = 'visit' THEN visit_of_agenda := NEW.id; ELSE visit_of_agenda := NEW.visit_id; END IF;
      PERFORM 1 FROM visit WHERE id = visit_of_agenda FOR SHARE;
      IF EXISTS (
        SELECT 1 FROM agenda_item i JOIN visit v ON v.id = i.visit_id
        WHERE i.visit_id = visit_of_agenda AND (${outside})
      ) THEN
        RAISE EXCEPTION 'a session of visit % lies outside of the visit', visit_of_agenda
          USING ERRCODE = 'check_violation', CONSTRAINT = 'agenda_item_inside_visit', TABLE = 'agenda_item';
      END IF;
      RETURN NULL;
    END
  $$;`;

/** @param columns and @param more by which other columns than start and end, and when */
const aroundAgenda = (columns: string, more: string): string => `
  DROP TRIGGER visit_around_agenda ON visit;
  CREATE CONSTRAINT TRIGGER visit_around_agenda AFTER UPDATE OF starts_at, ends_at${columns} ON visit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (old.starts_at <> new.starts_at OR old.ends_at <> new.ends_at${more})
    EXECUTE FUNCTION agenda_stays_inside_visit();`;
