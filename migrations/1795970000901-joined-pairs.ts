import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts each guest that joined a visit with its host, beside the visit itself, which is counted once. */
export class JoinedPairs1795970000901 implements MigrationInterface {
  name = 'JoinedPairs1795970000901';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE VIEW sinergi_fresh_of_guests AS
        SELECT x.id AS source, v.id AS owner, 'joined' AS cube,
          date_trunc('month', v.starts_at AT TIME ZONE h.time_zone)::date AS month, x.organisation AS guest_unit,
          v.host_unit, v.state AS mark, '' AS unit,
          NULL::integer AS hours, NULL::date AS due_on, NULL::timestamptz AS ends_at,
          ARRAY(SELECT p.program FROM visit_program p WHERE p.visit_id = v.id ORDER BY p.program) AS programs
        FROM visit_guest x JOIN visit v ON v.id = x.visit_id JOIN unit h ON h.code = v.host_unit
        WHERE NOT x.is_leading AND x.answer = 'joined' AND v.submitted_at IS NOT NULL;
      COMMENT ON VIEW sinergi_fresh_of_guests IS
        'Guests that joined a visit beside its leading one, by the visit''s state; counted afresh.';
      ${fresh(['sinergi_fresh_of_visits', 'sinergi_fresh_of_guests'])}
      CREATE TRIGGER sinergi_counts_guest AFTER INSERT OR UPDATE OR DELETE ON visit_guest
        FOR EACH ROW EXECUTE FUNCTION sinergi_part_changed();
      COMMENT ON COLUMN sinergi_fact.cube IS
        'What is counted: visits, joined, answers, summaries, follow-ups, replications or notes.';
      COMMENT ON COLUMN sinergi_figure.cube IS
        'What is counted: visits, joined, answers, summaries, follow-ups, replications or notes.';
      COMMENT ON COLUMN sinergi_delta.cube IS
        'What is counted: visits, joined, answers, summaries, follow-ups, replications or notes.';
      SELECT sinergi_rebuild();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const cubes = 'What is counted: visits, answers, summaries, follow-ups, replications or notes.';
    await queryRunner.query(`
      DROP TRIGGER sinergi_counts_guest ON visit_guest;
      ${fresh(['sinergi_fresh_of_visits'])}
      DROP VIEW sinergi_fresh_of_guests;
      COMMENT ON COLUMN sinergi_fact.cube IS '${cubes}';
      COMMENT ON COLUMN sinergi_figure.cube IS '${cubes}';
      COMMENT ON COLUMN sinergi_delta.cube IS '${cubes}';
      SELECT sinergi_rebuild();
    `);
  }
}

const columns =
  'source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs';

/** @param ofVisits views of what is counted of visits that nobody disputes */
const fresh = (ofVisits: readonly string[]): string => `
  CREATE OR REPLACE VIEW sinergi_fresh AS
    ${ofVisits
      .map(
        (view) => `SELECT ${columns} FROM ${view}
    WHERE NOT EXISTS (SELECT FROM visit v WHERE v.id = owner AND v.disputed_at IS NOT NULL)`,
      )
      .join(' UNION ALL ')}
    UNION ALL
    SELECT ${columns} FROM sinergi_fresh_of_notes;`;
