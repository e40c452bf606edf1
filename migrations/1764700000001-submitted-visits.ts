import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a visit was ever submitted becomes a fact of its row; no state tells it of a withdrawn one. */
export class SubmittedVisits1764700000001 implements MigrationInterface {
  name = 'SubmittedVisits1764700000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit ADD submitted_at timestamptz;
      UPDATE visit v SET submitted_at = coalesce(
        (SELECT min(x.at) FROM visit_history x WHERE x.visit_id = v.id AND x.action = 'submit'),
        CASE WHEN v.state NOT IN ('draft', 'withdrawn') THEN v.created_at END)
      WHERE v.state <> 'draft';
      ALTER TABLE visit ADD CONSTRAINT visit_submitted_check CHECK (
        CASE state WHEN 'draft' THEN submitted_at IS NULL WHEN 'withdrawn' THEN true
          ELSE submitted_at IS NOT NULL END);

      -- Whoever moves a visit on need not think of it, and nobody takes it back.
      CREATE FUNCTION visit_keeps_submission() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND OLD.submitted_at IS NOT NULL THEN
            NEW.submitted_at := OLD.submitted_at;
          ELSIF NEW.state NOT IN ('draft', 'withdrawn') THEN
            NEW.submitted_at := coalesce(NEW.submitted_at, NEW.changed_at);
          ELSIF TG_OP = 'UPDATE' THEN
            NEW.submitted_at := NULL;
          END IF;
          RETURN NEW;
        END
      $$;
      CREATE TRIGGER visit_submission BEFORE INSERT OR UPDATE OF state, submitted_at ON visit
        FOR EACH ROW EXECUTE FUNCTION visit_keeps_submission();

      ${freshOfVisits('v.submitted_at IS NOT NULL')}
      SELECT sinergi_rebuild();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${freshOfVisits("v.state <> 'draft'")}
      DROP TRIGGER visit_submission ON visit;
      DROP FUNCTION visit_keeps_submission;
      ALTER TABLE visit DROP COLUMN submitted_at;
      SELECT sinergi_rebuild();
    `);
  }
}

/** The visit `v` of a part, where it is counted. */
const ofVisit = `
  date_trunc('month', v.starts_at AT TIME ZONE h.time_zone)::date AS month, v.guest_unit, v.host_unit`;
const programsOfVisit = `
  ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs`;

/** Sinergi's counts of visits afresh, one part a cube; `isCounted` says of which visits `v`. */
const freshOfVisits = (isCounted: string): string => `
  CREATE OR REPLACE VIEW sinergi_fresh_of_visits AS
    -- Visits by state.
    SELECT v.id AS source, v.id AS owner, 'visits' AS cube, ${ofVisit}, v.state AS mark, '' AS unit,
      NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit WHERE ${isCounted}
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
    WHERE ${isCounted}
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
    WHERE ${isCounted}
    UNION ALL
    -- Practices that were copied: the guest is who copied from the host, the month that in which it began, the mark
    -- the note's id or ''.
    SELECT r.id, v.id, 'replications', date_trunc('month', r.since)::date, r.to_unit, r.from_unit,
      coalesce(r.note_id::text, ''), '', NULL, NULL, NULL, ${programsOfVisit}
    FROM replication r JOIN follow_up f ON f.id = r.follow_up_id JOIN visit v ON v.id = f.visit_id;
`;
