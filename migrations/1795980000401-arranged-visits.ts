import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Visits that a regional office arranges between units: both are asked, and until its guest said yes `awaits_guest`
 * stands. Hosts are asked when a visit is arranged as when one is requested, which Sinergi counts their answers from.
 */
export class ArrangedVisits1795980000401 implements MigrationInterface {
  name = 'ArrangedVisits1795980000401';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit
        ADD arranged_by text CONSTRAINT visit_arranged_by_fkey REFERENCES regional_office (code),
        ADD awaits_guest boolean NOT NULL DEFAULT false,
        DROP CONSTRAINT visit_state_check,
        ADD CONSTRAINT visit_state_check CHECK (state IN ('draft', 'arranged', 'requested', 'counter-proposed',
          'confirmed', 'held', 'closed', 'declined', 'withdrawn', 'expired', 'cancelled', 'not-held')),
        ADD CONSTRAINT visit_arranged_check CHECK (
          ((NOT awaits_guest) OR ((arranged_by IS NOT NULL)
            AND (state IN ('arranged', 'counter-proposed', 'declined', 'withdrawn', 'expired'))))
          AND ((state <> 'arranged') OR (awaits_guest AND (proposed_by IS DISTINCT FROM 'guest'))) AND ((arranged_by IS NULL) OR (state <> 'draft')));
      COMMENT ON COLUMN visit.arranged_by IS 'The regional office that arranged it; null where its guest asked for it.';
      COMMENT ON COLUMN visit.awaits_guest IS
        'Whether its guest has yet to say yes to what the regional office arranged.';
      CREATE INDEX visit_arranged_by_idx ON visit (arranged_by, starts_at) WHERE arranged_by IS NOT NULL;
    `);
    await queryRunner.query(waiting(`'arranged', 'requested', 'counter-proposed', 'confirmed'`));
    await queryRunner.query(
      counted(`IN ('submit', 'arrange')`, `'submit', 'arrange', 'accept', 'decline', 'propose'`),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(counted(`= 'submit'`, `'submit', 'accept', 'decline', 'propose'`));
    await queryRunner.query(waiting(`'requested', 'counter-proposed', 'confirmed'`));
    await queryRunner.query(`
      DELETE FROM host_time t USING visit v WHERE v.id = t.visit_id AND v.state = 'arranged';
      UPDATE visit SET awaits_guest = false, state = 'requested', version = version + 1, proposed_starts_at = NULL,
        proposed_ends_at = NULL, proposed_by = NULL, proposed_at = NULL WHERE state = 'arranged';
      DROP INDEX visit_arranged_by_idx;
      ALTER TABLE visit DROP arranged_by, DROP awaits_guest, DROP CONSTRAINT visit_state_check,
        ADD CONSTRAINT visit_state_check CHECK (state IN ('draft', 'requested', 'counter-proposed', 'confirmed', 'held',
          'closed', 'declined', 'withdrawn', 'expired', 'cancelled', 'not-held'));
      SELECT sinergi_rebuild();
    `);
  }
}

const waiting = (states: string): string => `
  DROP INDEX visit_waiting_idx;
  CREATE INDEX visit_waiting_idx ON visit (state, starts_at) WHERE state IN (${states});`;

const monthOf = (instant: string): string => `date_trunc('month', ${instant} AT TIME ZONE h.time_zone)::date`;
const ofVisit = monthOf('v.starts_at');
const programsOfVisit = `
  ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs`;

const now = {
  answered: monthOf('a.answered'),
  published: `CASE WHEN r.visit_id IS NULL THEN ${ofVisit} ELSE ${monthOf('r.published_at')} END`,
  ended: `CASE f.state WHEN 'done' THEN ${monthOf('f.done_at')} WHEN 'dropped' THEN ${monthOf('f.changed_at')}
      ELSE ${ofVisit} END`,
  byHost: `AND y.side = 'host'`,
};

/** Which steps Sinergi takes for the asking of a host, and which it counts anew by. */
const counted = (asked: string, steps: string): string => `
  CREATE OR REPLACE VIEW sinergi_fresh_of_visits AS
    -- Visits by state.
    SELECT v.id AS source, v.id AS owner, 'visits' AS cube,
      ${ofVisit} AS month, v.guest_unit, v.host_unit, v.state AS mark, '' AS unit,
      NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Requests that their host answered, by the whole hours it took.
    SELECT v.id, v.id, 'answers', ${now.answered} AS month, v.guest_unit, v.host_unit, '', '',
      floor(extract(epoch FROM a.answered - a.asked) / 3600)::integer, NULL, NULL, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit
      JOIN LATERAL (
        SELECT s.asked, min(y.at) AS answered
        FROM (SELECT min(x.at) AS asked FROM visit_history x WHERE x.visit_id = v.id AND x.action ${asked}) s
          JOIN visit_history y ON y.visit_id = v.id AND y.action IN ('accept', 'decline', 'propose') AND y.at >= s.asked
            ${now.byHost}
        GROUP BY s.asked
      ) a ON true
    WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Visits that were agreed upon, by who published the summary: nobody yet (then with the visit's end), a person,
    -- or the system by itself.
    SELECT v.id, v.id, 'summaries', ${now.published} AS month, v.guest_unit, v.host_unit,
      CASE WHEN r.visit_id IS NULL THEN 'none' WHEN r.published_by IS NULL THEN 'system' ELSE 'person' END, '',
      NULL, NULL, CASE WHEN r.visit_id IS NULL THEN v.ends_at END, ${programsOfVisit}
    FROM visit v JOIN unit h ON h.code = v.host_unit
      LEFT JOIN summary_revision r ON r.visit_id = v.id AND r.revision = 1
    WHERE v.state IN ('confirmed', 'held', 'closed')
    UNION ALL
    -- What was promised after visits, by state and responsible unit; what is open, by its due date.
    SELECT f.id, v.id, 'follow-ups', ${now.ended} AS month, v.guest_unit, v.host_unit, f.state, f.unit,
      NULL, CASE WHEN f.state IN ('open', 'in-progress') THEN f.due_on END, NULL, ${programsOfVisit}
    FROM follow_up f JOIN visit v ON v.id = f.visit_id JOIN unit h ON h.code = v.host_unit
    WHERE v.submitted_at IS NOT NULL
    UNION ALL
    -- Practices that were copied: the guest is who copied from the host, the month that in which it began, the mark
    -- the note's id or ''.
    SELECT r.id, v.id, 'replications', date_trunc('month', r.since)::date, r.to_unit, r.from_unit,
      coalesce(r.note_id::text, ''), '', NULL, NULL, NULL, ${programsOfVisit}
    FROM replication r JOIN follow_up f ON f.id = r.follow_up_id JOIN visit v ON v.id = f.visit_id;
  DROP TRIGGER sinergi_counts_step ON visit_history;
  CREATE TRIGGER sinergi_counts_step AFTER INSERT ON visit_history
    FOR EACH ROW WHEN (NEW.action IN (${steps}))
    EXECUTE FUNCTION sinergi_part_changed();`;
