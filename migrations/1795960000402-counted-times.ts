import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Says of each step for whom it was taken, so that answers of hosts are theirs alone, and counts what happens in the
 * month in which it happens: answers when they were given, summaries when they were published, promises when they were
 * kept or given up. What is open has the month of its visit, by which nobody looks it up.
 */
export class CountedTimes1795960000402 implements MigrationInterface {
  name = 'CountedTimes1795960000402';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_history ADD side text
        CONSTRAINT visit_history_side_check CHECK (side IN ('guest', 'host', 'regional', 'system'));
      COMMENT ON COLUMN visit_history.side IS 'For whom it was done; null for participants who act for themselves.';
    `);
    await queryRunner.query(`DROP TRIGGER sinergi_counts_changed_step ON visit_history`);
    await queryRunner.query(`
      UPDATE visit_history h SET side = CASE
        WHEN h.actor_id IS NULL THEN CASE WHEN h.actor_name = 'Sambang' THEN 'system' END
        WHEN p.unit = v.guest_unit THEN 'guest'
        WHEN p.unit = v.host_unit THEN 'host'
        WHEN p.regional_office IN (g.regional_office, o.regional_office) THEN 'regional'
        -- Whoever moved to another unit since: what only one side can do tells whose it was.
        WHEN h.action IN ('create', 'submit') THEN 'guest'
        WHEN h.action IN ('accept', 'decline') AND h.from_state = 'requested' THEN 'host'
        WHEN h.action = 'approve' THEN 'regional' END
      FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit o ON o.code = v.host_unit,
        visit_history x LEFT JOIN person p ON p.id = x.actor_id
      WHERE v.id = h.visit_id AND x.id = h.id`);
    await queryRunner.query(changedStep('action, at, side'));
    await queryRunner.query(fresh(NOW));
    await queryRunner.query(`SELECT sinergi_rebuild()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(fresh(BEFORE));
    await queryRunner.query(`DROP TRIGGER sinergi_counts_changed_step ON visit_history`);
    await queryRunner.query('ALTER TABLE visit_history DROP side');
    await queryRunner.query(changedStep('action, at'));
    await queryRunner.query(`SELECT sinergi_rebuild()`);
  }
}

const changedStep = (columns: string): string => `
  CREATE TRIGGER sinergi_counts_changed_step AFTER UPDATE OF ${columns} OR DELETE ON visit_history
    FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed()`;

const monthOf = (instant: string): string => `date_trunc('month', ${instant} AT TIME ZONE h.time_zone)::date`;
const ofVisit = monthOf('v.starts_at');
const programsOfVisit = `
  ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs`;

const BEFORE = { answered: ofVisit, published: ofVisit, ended: ofVisit, byHost: '' };
const NOW = {
  answered: monthOf('a.answered'),
  published: `CASE WHEN r.visit_id IS NULL THEN ${ofVisit} ELSE ${monthOf('r.published_at')} END`,
  ended: `CASE f.state WHEN 'done' THEN ${monthOf('f.done_at')} WHEN 'dropped' THEN ${monthOf('f.changed_at')}
      ELSE ${ofVisit} END`,
  byHost: `AND y.side = 'host'`,
};

const fresh = ({ answered, published, ended, byHost }: typeof NOW): string => `
  CREATE OR REPLACE VIEW sinergi_fresh_of_visits AS
    -- Visits by state.
    SELECT v.id AS source, v.id AS owner, 'visits' AS cube,
      ${ofVisit} AS month, v.guest_unit, v.host_unit, v.state AS mark, '' AS unit,
      NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Requests that their host answered, by the whole hours it took.
    SELECT v.id, v.id, 'answers', ${answered} AS month, v.guest_unit, v.host_unit, '', '',
      floor(extract(epoch FROM a.answered - a.asked) / 3600)::integer, NULL, NULL, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit
      JOIN LATERAL (
        SELECT s.asked, min(y.at) AS answered
        FROM (SELECT min(x.at) AS asked FROM visit_history x WHERE x.visit_id = v.id AND x.action = 'submit') s
          JOIN visit_history y ON y.visit_id = v.id AND y.action IN ('accept', 'decline', 'propose') AND y.at >= s.asked
            ${byHost}
        GROUP BY s.asked
      ) a ON true
    WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Visits that were agreed upon, by who published the summary: nobody yet (then with the visit's end), a person,
    -- or the system by itself.
    SELECT v.id, v.id, 'summaries', ${published} AS month, v.guest_unit, v.host_unit,
      CASE WHEN r.visit_id IS NULL THEN 'none' WHEN r.published_by IS NULL THEN 'system' ELSE 'person' END, '',
      NULL, NULL, CASE WHEN r.visit_id IS NULL THEN v.ends_at END, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit
      LEFT JOIN summary_revision r ON r.visit_id = v.id AND r.revision = 1
    WHERE v.state IN ('confirmed', 'held', 'closed')
    UNION ALL
    -- What was promised after visits, by state and responsible unit; what is open, by its due date.
    SELECT f.id, v.id, 'follow-ups', ${ended} AS month, v.guest_unit, v.host_unit, f.state, f.unit,
      NULL, CASE WHEN f.state IN ('open', 'in-progress') THEN f.due_on END, NULL, ${programsOfVisit}
    FROM follow_up f JOIN visit v ON v.id = f.visit_id JOIN unit h ON h.code = v.host_unit
    WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Practices that were copied: the guest is who copied from the host, the month that in which it began, the mark
    -- the note's id or ''.
    SELECT r.id, v.id, 'replications', date_trunc('month', r.since)::date, r.to_unit, r.from_unit,
      coalesce(r.note_id::text, ''), '', NULL, NULL, NULL, ${programsOfVisit}
    FROM replication r JOIN follow_up f ON f.id = r.follow_up_id JOIN visit v ON v.id = f.visit_id`;
