import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many visits each host received, in all and by program, so that nobody counts ten years to offer a host. */
export class HostedVisits1796000008003 implements MigrationInterface {
  name = 'HostedVisits1796000008003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(FUNCTIONS);
    await queryRunner.query('SELECT hosted_visits_rebuild()');
    await queryRunner.query(TRIGGERS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER hosted_visits_written ON visit;
      DROP TRIGGER hosted_visits_changed ON visit;
      DROP TRIGGER hosted_visits_forgotten ON visit;
      DROP TRIGGER hosted_visits_given_programs ON visit_program;
      DROP TRIGGER hosted_visits_taken_programs ON visit_program;
      DROP FUNCTION hosted_visits_of_visit(), hosted_visits_of_program();
      DROP FUNCTION hosted_visits_add(text, uuid, integer);
      DROP FUNCTION hosted_visits_rebuild();
      DROP TABLE hosted_visits;
    `);
  }
}

const TABLE = `
  CREATE TABLE hosted_visits (
    host_unit text NOT NULL,
    program text NOT NULL,
    visits integer NOT NULL,
    CONSTRAINT hosted_visits_pkey PRIMARY KEY (host_unit, program),
    CONSTRAINT hosted_visits_host_unit_fkey FOREIGN KEY (host_unit) REFERENCES unit (code),
    CONSTRAINT hosted_visits_visits_check CHECK (visits >= 0)
  );
  COMMENT ON TABLE hosted_visits IS 'How many visits took place at a host; triggers keep it.';
  COMMENT ON COLUMN hosted_visits.program IS 'A program of the visits; empty for all visits, with programs or without.';`;

const TOOK_PLACE = `('held', 'closed')`;

const FUNCTIONS = `
  CREATE FUNCTION hosted_visits_rebuild() RETURNS void LANGUAGE sql AS $$
    DELETE FROM hosted_visits;
    INSERT INTO hosted_visits
    SELECT host_unit, '', count(*) FROM visit WHERE state IN ${TOOK_PLACE} GROUP BY host_unit
    UNION ALL SELECT v.host_unit, p.program, count(*) FROM visit v JOIN visit_program p ON p.visit_id = v.id
      WHERE v.state IN ${TOOK_PLACE} GROUP BY v.host_unit, p.program;
  $$;

  CREATE FUNCTION hosted_visits_add(host text, visit uuid, by integer) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO hosted_visits (host_unit, program, visits)
    SELECT host, program, 0 FROM (
      SELECT '' AS program UNION ALL SELECT p.program FROM visit_program p WHERE p.visit_id = visit) x ORDER BY program
    ON CONFLICT DO NOTHING;
    UPDATE hosted_visits c SET visits = c.visits + by
    WHERE c.host_unit = host AND (c.program = '' OR c.program IN (SELECT p.program FROM visit_program p WHERE p.visit_id = visit));
  END $$;

  CREATE FUNCTION hosted_visits_of_visit() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      IF OLD.state IN ${TOOK_PLACE} THEN PERFORM hosted_visits_add(OLD.host_unit, OLD.id, -1); END IF;
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    IF NEW.state IN ${TOOK_PLACE} THEN PERFORM hosted_visits_add(NEW.host_unit, NEW.id, 1); END IF;
    RETURN NEW;
  END $$;

  CREATE FUNCTION hosted_visits_of_program() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO hosted_visits (host_unit, program, visits)
    SELECT DISTINCT v.host_unit, w.program, 0 FROM written w JOIN visit v ON v.id = w.visit_id AND v.state IN ${TOOK_PLACE}
    ORDER BY 1, 2 ON CONFLICT DO NOTHING;
    UPDATE hosted_visits c SET visits = c.visits + TG_ARGV[0]::integer * x.visits FROM (
      SELECT v.host_unit, w.program, count(*)::integer AS visits FROM written w
        JOIN visit v ON v.id = w.visit_id AND v.state IN ${TOOK_PLACE} GROUP BY 1, 2) x
    WHERE c.host_unit = x.host_unit AND c.program = x.program;
    RETURN NULL;
  END $$;`;

const TRIGGERS = `
  CREATE TRIGGER hosted_visits_written AFTER INSERT ON visit FOR EACH ROW WHEN (NEW.state IN ${TOOK_PLACE})
    EXECUTE FUNCTION hosted_visits_of_visit();
  CREATE TRIGGER hosted_visits_changed AFTER UPDATE OF state, host_unit ON visit FOR EACH ROW
    WHEN ((OLD.state IN ${TOOK_PLACE} OR NEW.state IN ${TOOK_PLACE})
      AND (OLD.host_unit <> NEW.host_unit OR (OLD.state IN ${TOOK_PLACE}) <> (NEW.state IN ${TOOK_PLACE})))
    EXECUTE FUNCTION hosted_visits_of_visit();
  -- Before, while the visit's programs are there.
  CREATE TRIGGER hosted_visits_forgotten BEFORE DELETE ON visit FOR EACH ROW WHEN (OLD.state IN ${TOOK_PLACE})
    EXECUTE FUNCTION hosted_visits_of_visit();
  CREATE TRIGGER hosted_visits_given_programs AFTER INSERT ON visit_program REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION hosted_visits_of_program('1');
  CREATE TRIGGER hosted_visits_taken_programs AFTER DELETE ON visit_program REFERENCING OLD TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION hosted_visits_of_program('-1');`;
