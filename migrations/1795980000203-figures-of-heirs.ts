import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts what was a merged unit's for the unit into which it merged. */
export class FiguresOfHeirs1795980000203 implements MigrationInterface {
  name = 'FiguresOfHeirs1795980000203';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE VIEW sinergi_fresh AS
        SELECT f.source, f.owner, f.cube, f.month, g.heir AS guest_unit, h.heir AS host_unit, f.mark,
          coalesce(r.heir, '') AS unit, f.hours, f.due_on, f.ends_at, f.programs
        FROM (${fresh}) f JOIN unit g ON g.code = f.guest_unit JOIN unit h ON h.code = f.host_unit
          LEFT JOIN unit r ON r.code = f.unit;

      -- Holds the lock of whoever must see everything that is counted, as sinergi_rebuild does.
      CREATE FUNCTION sinergi_heir_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(7261225);
          PERFORM sinergi_recount(id) FROM (
            SELECT v.id FROM visit v WHERE v.guest_unit = NEW.code OR v.host_unit = NEW.code
            UNION SELECT x.visit_id FROM visit_guest x WHERE x.organisation = NEW.code
            UNION SELECT f.visit_id FROM follow_up f WHERE f.unit = NEW.code
            UNION SELECT f.visit_id FROM replication r JOIN follow_up f ON f.id = r.follow_up_id
              WHERE r.from_unit = NEW.code OR r.to_unit = NEW.code
            UNION SELECT n.id FROM note n WHERE n.unit = NEW.code) counted ORDER BY id;
          RETURN NULL;
        END
      $$;
      CREATE TRIGGER sinergi_counts_heir AFTER UPDATE OF heir ON unit
        FOR EACH ROW WHEN (OLD.heir <> NEW.heir) EXECUTE FUNCTION sinergi_heir_changed();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER sinergi_counts_heir ON unit;
      DROP FUNCTION sinergi_heir_changed();
      CREATE OR REPLACE VIEW sinergi_fresh AS ${fresh};
      SELECT sinergi_rebuild();
    `);
  }
}

const columns =
  'source, owner, cube, month, guest_unit, host_unit, mark, unit, hours, due_on, ends_at, programs';

/** As `1795970000901-joined-pairs` has it. */
const fresh = `
    ${['sinergi_fresh_of_visits', 'sinergi_fresh_of_guests']
      .map(
        (view) => `SELECT ${columns} FROM ${view}
    WHERE NOT EXISTS (SELECT FROM visit v WHERE v.id = owner AND v.disputed_at IS NOT NULL)`,
      )
      .join(' UNION ALL ')}
    UNION ALL
    SELECT ${columns} FROM sinergi_fresh_of_notes`;
