import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What Sinergi counts, and the triggers that count it again when it changes. */
export class SinergiCounting1795910400021 implements MigrationInterface {
  name = 'SinergiCounting1795910400021';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(freshOfVisits);
    await queryRunner.query(freshOfNotes);
    await queryRunner.query(changesOfVisits);
    await queryRunner.query(changesOfNotes);
    await queryRunner.query(changesOfZones);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER sinergi_counts_time_zone ON unit;
      DROP TRIGGER sinergi_counts_note_program ON note_program;
      DROP TRIGGER sinergi_counts_changed_note ON note;
      DROP TRIGGER sinergi_counts_note ON note;
      DROP TRIGGER sinergi_counts_replication ON replication;
      DROP TRIGGER sinergi_counts_follow_up ON follow_up;
      DROP TRIGGER sinergi_counts_summary ON summary_revision;
      DROP TRIGGER sinergi_counts_changed_step ON visit_history;
      DROP TRIGGER sinergi_counts_step ON visit_history;
      DROP TRIGGER sinergi_counts_visit_program ON visit_program;
      DROP TRIGGER sinergi_counts_changed_visit ON visit;
      DROP TRIGGER sinergi_counts_visit ON visit;
      DROP FUNCTION sinergi_time_zone_changed, sinergi_note_part_changed, sinergi_note_changed,
        sinergi_follow_up_part_changed, sinergi_part_changed, sinergi_visit_changed;
      DROP VIEW sinergi_fresh, sinergi_fresh_of_notes, sinergi_fresh_of_visits;
    `);
  }
}

/** The visit `v` of a part, where it is counted. */
const ofVisit = `
  date_trunc('month', v.starts_at AT TIME ZONE h.time_zone)::date AS month, v.guest_unit, v.host_unit`;
const programsOfVisit = `
  ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs`;

const freshOfVisits = `
  CREATE VIEW sinergi_fresh_of_visits AS
    -- Visits by state.
    SELECT v.id AS source, v.id AS owner, 'visits' AS cube, ${ofVisit}, v.state AS mark, '' AS unit,
      NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Requests that their host answered, by the whole hours it took.
    SELECT v.id, v.id, 'answers', ${ofVisit}, '', '',
      floor(extract(epoch FROM a.answered - a.asked) / 3600)::integer, NULL, NULL, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit
      JOIN LATERAL (
        SELECT s.asked, min(y.at) AS answered
        FROM (SELECT min(x.at) AS asked FROM visit_history x WHERE x.visit_id = v.id AND x.action = 'submit') s
          JOIN visit_history y ON y.visit_id = v.id AND y.action IN ('accept', 'decline', 'propose') AND y.at >= s.asked
        GROUP BY s.asked
      ) a ON true
    WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Visits that were agreed upon, by who published the summary: nobody yet (then with the visit's end), a person,
    -- or the system by itself.
    SELECT v.id, v.id, 'summaries', ${ofVisit},
      CASE WHEN r.visit_id IS NULL THEN 'none' WHEN r.published_by IS NULL THEN 'system' ELSE 'person' END, '',
      NULL, NULL, CASE WHEN r.visit_id IS NULL THEN v.ends_at END, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit
      LEFT JOIN summary_revision r ON r.visit_id = v.id AND r.revision = 1
    WHERE v.state IN ('confirmed', 'held', 'closed')
    UNION ALL
    -- What was promised after visits, by state and responsible unit; what is open, by its due date.
    SELECT f.id, v.id, 'follow-ups', ${ofVisit}, f.state, f.unit,
      NULL, CASE WHEN f.state IN ('open', 'in-progress') THEN f.due_on END, NULL, ${programsOfVisit}
    FROM follow_up f JOIN visit v ON v.id = f.visit_id JOIN unit h ON h.code = v.host_unit
    WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Practices that were copied: the guest is who copied from the host, the month that in which it began, the mark
    -- the note's id or ''.
    SELECT r.id, v.id, 'replications', date_trunc('month', r.since)::date, r.to_unit, r.from_unit,
      coalesce(r.note_id::text, ''), '', NULL, NULL, NULL, ${programsOfVisit}
    FROM replication r JOIN follow_up f ON f.id = r.follow_up_id JOIN visit v ON v.id = f.visit_id;
  COMMENT ON VIEW sinergi_fresh_of_visits IS 'Counted afresh from visits that were submitted, one part a cube.';
`;

const freshOfNotes = `
  CREATE VIEW sinergi_fresh_of_notes AS
    SELECT n.id AS source, n.id AS owner, 'notes' AS cube,
      date_trunc('month', n.published_at AT TIME ZONE u.time_zone)::date AS month,
      n.unit AS guest_unit, n.unit AS host_unit, '' AS mark, '' AS unit,
      NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at,
      ARRAY(SELECT p.program FROM note_program p WHERE p.note_id = n.id ORDER BY p.program) AS programs
    FROM note n JOIN unit u ON u.code = n.unit WHERE n.state = 'published' AND n.visibility = 'nation';
  COMMENT ON VIEW sinergi_fresh_of_notes IS
    'Notes that are published for everybody, by the month of their publication where their unit is.';

  CREATE VIEW sinergi_fresh AS SELECT * FROM sinergi_fresh_of_visits UNION ALL SELECT * FROM sinergi_fresh_of_notes;
  COMMENT ON VIEW sinergi_fresh IS 'Everything counted afresh from what it is counted of: what sinergi_fact should say.';
`;

const changesOfVisits = `
  CREATE FUNCTION sinergi_visit_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM sinergi_recount(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER sinergi_counts_visit AFTER INSERT OR DELETE ON visit
    FOR EACH ROW EXECUTE FUNCTION sinergi_visit_changed();
  CREATE TRIGGER sinergi_counts_changed_visit AFTER UPDATE ON visit
    FOR EACH ROW WHEN (
      (OLD.state, OLD.starts_at, OLD.ends_at, OLD.guest_unit, OLD.host_unit) IS DISTINCT FROM
      (NEW.state, NEW.starts_at, NEW.ends_at, NEW.guest_unit, NEW.host_unit))
    EXECUTE FUNCTION sinergi_visit_changed();

  -- For tables with a visit_id. The visit's row is taken first: what another transaction changes of the same visit
  -- is seen once it is over.
  CREATE FUNCTION sinergi_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_part uuid;
    BEGIN
      IF TG_OP = 'DELETE' THEN visit_of_part := OLD.visit_id; ELSE visit_of_part := NEW.visit_id; END IF;
      PERFORM 1 FROM visit WHERE id = visit_of_part FOR NO KEY UPDATE;
      PERFORM sinergi_recount(visit_of_part);
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER sinergi_counts_visit_program AFTER INSERT OR UPDATE OR DELETE ON visit_program
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_step AFTER INSERT ON visit_history
    FOR EACH ROW WHEN (NEW.action IN ('submit', 'accept', 'decline', 'propose'))
    EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_changed_step AFTER UPDATE OF action, at OR DELETE ON visit_history
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_summary AFTER INSERT OR UPDATE OR DELETE ON summary_revision
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
  CREATE TRIGGER sinergi_counts_follow_up AFTER INSERT OR UPDATE OR DELETE ON follow_up
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();

  CREATE FUNCTION sinergi_follow_up_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_part uuid;
    BEGIN
      SELECT v.id INTO visit_of_part FROM follow_up f JOIN visit v ON v.id = f.visit_id
        WHERE f.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.follow_up_id ELSE NEW.follow_up_id END
        FOR NO KEY UPDATE OF v;
      IF FOUND THEN PERFORM sinergi_recount(visit_of_part); END IF;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER sinergi_counts_replication AFTER INSERT OR UPDATE OR DELETE ON replication
    FOR EACH ROW EXECUTE FUNCTION sinergi_follow_up_part_changed();
`;

const changesOfNotes = `
  CREATE FUNCTION sinergi_note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM sinergi_recount(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER sinergi_counts_note AFTER INSERT OR DELETE ON note
    FOR EACH ROW EXECUTE FUNCTION sinergi_note_changed();
  CREATE TRIGGER sinergi_counts_changed_note AFTER UPDATE ON note
    FOR EACH ROW WHEN (
      (OLD.state, OLD.visibility, OLD.unit, OLD.published_at) IS DISTINCT FROM
      (NEW.state, NEW.visibility, NEW.unit, NEW.published_at))
    EXECUTE FUNCTION sinergi_note_changed();

  CREATE FUNCTION sinergi_note_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      note_of_part uuid;
    BEGIN
      IF TG_OP = 'DELETE' THEN note_of_part := OLD.note_id; ELSE note_of_part := NEW.note_id; END IF;
      PERFORM 1 FROM note WHERE id = note_of_part FOR NO KEY UPDATE;
      PERFORM sinergi_recount(note_of_part);
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER sinergi_counts_note_program AFTER INSERT OR UPDATE OR DELETE ON note_program
    FOR EACH ROW EXECUTE FUNCTION sinergi_note_part_changed();
`;

const changesOfZones = `
  -- Holds the lock of whoever must see everything that is counted, as sinergi_rebuild does.
  CREATE FUNCTION sinergi_time_zone_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_advisory_xact_lock(7261225);
      PERFORM sinergi_recount(id) FROM visit WHERE host_unit = NEW.code ORDER BY id;
      PERFORM sinergi_recount(id) FROM note WHERE note.unit = NEW.code ORDER BY id;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER sinergi_counts_time_zone AFTER UPDATE OF time_zone ON unit
    FOR EACH ROW WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION sinergi_time_zone_changed();
`;
