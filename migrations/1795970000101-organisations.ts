import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The table of units holds every organisation that takes part in visits; each regional office is one itself. */
export class Organisations1795970000101 implements MigrationInterface {
  name = 'Organisations1795970000101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(kinds);
    await queryRunner.query(kanwil);
    await queryRunner.query(parties);
  }

  /** What is no unit cannot stay, nor what belongs to it: the way back is open until the first of them is used. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER visit_parties ON visit;
      DROP FUNCTION visit_parties;
      DROP TRIGGER regional_office_organisation ON regional_office;
      DROP TRIGGER unit_kanwil ON unit;
      DROP FUNCTION regional_office_organisation, unit_kanwil;
      DELETE FROM hosting_window WHERE unit IN (SELECT code FROM unit WHERE kind <> 'upt');
      DELETE FROM hosting_policy WHERE unit IN (SELECT code FROM unit WHERE kind <> 'upt');
      DELETE FROM unit WHERE kind <> 'upt';
      ALTER TABLE unit
        DROP CONSTRAINT unit_kanwil_code_check,
        DROP CONSTRAINT unit_kind_region_check,
        DROP CONSTRAINT unit_kind_type_check,
        DROP CONSTRAINT unit_kind_check,
        DROP COLUMN kind,
        ALTER COLUMN type SET NOT NULL,
        ALTER COLUMN regional_office SET NOT NULL;
      COMMENT ON TABLE unit IS 'Corrections units (UPT Pemasyarakatan).';
      COMMENT ON COLUMN unit.type IS NULL;
      COMMENT ON COLUMN unit.regional_office IS NULL;
    `);
  }
}

const kinds = `
  ALTER TABLE unit
    ADD COLUMN kind text NOT NULL DEFAULT 'upt',
    ALTER COLUMN type DROP NOT NULL,
    ALTER COLUMN regional_office DROP NOT NULL,
    ADD CONSTRAINT unit_kind_check CHECK (kind IN ('upt', 'kanwil', 'directorate', 'partner')),
    ADD CONSTRAINT unit_kind_type_check CHECK ((kind = 'upt') = (type IS NOT NULL)),
    ADD CONSTRAINT unit_kind_region_check CHECK ((kind IN ('upt', 'kanwil')) = (regional_office IS NOT NULL)),
    ADD CONSTRAINT unit_kanwil_code_check CHECK (kind <> 'kanwil' OR code = 'kanwil-' || regional_office);
  COMMENT ON TABLE unit IS 'Organisations that take part in visits: corrections units (UPT), regional offices, directorates, outside partners.';
  COMMENT ON COLUMN unit.kind IS 'What it is; a Kanwil is the one row of its regional office.';
  COMMENT ON COLUMN unit.type IS 'Type of a UPT; null for every other kind.';
  COMMENT ON COLUMN unit.regional_office IS 'Region it belongs to, a Kanwil its own; null for directorates and partners.';
`;

const kanwil = `
  -- What a regional office says of itself is said there alone: its row among the organisations follows.
  CREATE FUNCTION unit_kanwil() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      SELECT o.short_name, o.seat, o.time_zone, o.email INTO NEW.name, NEW.place, NEW.time_zone, NEW.email
        FROM regional_office o WHERE o.code = NEW.regional_office;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER unit_kanwil BEFORE INSERT OR UPDATE ON unit
    FOR EACH ROW WHEN (NEW.kind = 'kanwil') EXECUTE FUNCTION unit_kanwil();

  CREATE FUNCTION regional_office_organisation() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO unit (code, kind, name, place, regional_office, time_zone, aliases)
      VALUES ('kanwil-' || NEW.code, 'kanwil', NEW.short_name, NEW.seat, NEW.code, NEW.time_zone, ARRAY[NEW.name])
      ON CONFLICT (code) DO UPDATE SET
        aliases = CASE WHEN TG_OP = 'UPDATE' THEN array_replace(unit.aliases, OLD.name, NEW.name) ELSE unit.aliases END;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER regional_office_organisation AFTER INSERT OR UPDATE ON regional_office
    FOR EACH ROW EXECUTE FUNCTION regional_office_organisation();

  INSERT INTO unit (code, kind, name, place, regional_office, time_zone, aliases)
    SELECT 'kanwil-' || code, 'kanwil', short_name, seat, code, time_zone, ARRAY[name] FROM regional_office;
`;

const parties = `
  -- Outside partners are guests beside others: they lead no visit and receive none.
  CREATE FUNCTION visit_parties() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT 1 FROM unit WHERE code = NEW.guest_unit AND kind = 'partner') THEN
        RAISE EXCEPTION 'a partner leads no visit' USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_guest_leads_check';
      END IF;
      IF EXISTS (SELECT 1 FROM unit WHERE code = NEW.host_unit AND kind = 'partner') THEN
        RAISE EXCEPTION 'a partner receives no visit' USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_host_receives_check';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER visit_parties BEFORE INSERT OR UPDATE OF guest_unit, host_unit ON visit
    FOR EACH ROW EXECUTE FUNCTION visit_parties();
`;
