import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regional offices, the units below them, and the programs that visits and notes are about. */
export class Units1795910400003 implements MigrationInterface {
  name = 'Units1795910400003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(offices);
    await queryRunner.query(units);
    await queryRunner.query(programs);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE program, unit_former_name, unit, unit_type, regional_office');
  }
}

const offices = `
  CREATE TABLE regional_office (
    code text CONSTRAINT regional_office_pkey PRIMARY KEY,
    name text COLLATE indonesian NOT NULL,
    short_name text COLLATE indonesian NOT NULL,
    region text NOT NULL,
    seat text NOT NULL,
    time_zone text NOT NULL,
    email text,
    approves_inside boolean NOT NULL DEFAULT false,
    approves_across boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT regional_office_time_zone_check
      CHECK (time_zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'))
  );
  COMMENT ON TABLE regional_office IS 'Regional offices (Kantor Wilayah), each above the units of its region.';
  COMMENT ON COLUMN regional_office.seat IS 'Town it sits in.';
  COMMENT ON COLUMN regional_office.time_zone IS 'Zone of its own calendar days (IANA).';
  COMMENT ON COLUMN regional_office.approves_inside IS 'Whether it must approve visits inside its region.';
  COMMENT ON COLUMN regional_office.approves_across IS 'Whether it must approve visits across regions.';
  COMMENT ON COLUMN regional_office.version IS 'Counts changes, so that a save on an old state is refused.';
`;

const units = `
  CREATE TABLE unit_type (
    code text CONSTRAINT unit_type_pkey PRIMARY KEY,
    name text COLLATE indonesian NOT NULL,
    head text NOT NULL
  );
  COMMENT ON TABLE unit_type IS 'Kinds of units: Lapas, Rutan, Bapas …';
  COMMENT ON COLUMN unit_type.head IS 'What its head is called.';

  CREATE TABLE unit (
    code text CONSTRAINT unit_pkey PRIMARY KEY,
    name text COLLATE indonesian NOT NULL,
    type text NOT NULL CONSTRAINT unit_type_fkey REFERENCES unit_type (code),
    subtype text,
    class text,
    place text NOT NULL,
    regional_office text NOT NULL CONSTRAINT unit_regional_office_fkey REFERENCES regional_office (code),
    time_zone text NOT NULL,
    area_group text,
    latitude double precision,
    longitude double precision,
    aliases text[] NOT NULL DEFAULT '{}',
    email text,
    phone text,
    address text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT unit_time_zone_check CHECK (time_zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
    CONSTRAINT unit_position_check CHECK (
      (latitude IS NULL) = (longitude IS NULL)
      AND (latitude IS NULL OR (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180))
    )
  );
  CREATE INDEX unit_name_idx ON unit (name, code);
  CREATE INDEX unit_name_trgm_idx ON unit USING gin (name gin_trgm_ops);
  CREATE INDEX unit_regional_office_idx ON unit (regional_office, name, code);
  CREATE INDEX unit_type_idx ON unit (type, name, code);
  COMMENT ON TABLE unit IS 'Corrections units (UPT Pemasyarakatan).';
  COMMENT ON COLUMN unit.subtype IS 'For whom it is, in Indonesian (perempuan, narkotika …); null for everybody.';
  COMMENT ON COLUMN unit.class IS 'Class in the ministry''s order (I, IIA …).';
  COMMENT ON COLUMN unit.place IS 'Town or district.';
  COMMENT ON COLUMN unit.time_zone IS 'Zone of its calendar days and of the visits it hosts (IANA).';
  COMMENT ON COLUMN unit.area_group IS 'Neighbouring units that work together, as the regional office groups them.';
  COMMENT ON COLUMN unit.latitude IS 'Degrees north (WGS 84).';
  COMMENT ON COLUMN unit.longitude IS 'Degrees east (WGS 84).';
  COMMENT ON COLUMN unit.aliases IS 'Other names that people look for.';
  COMMENT ON COLUMN unit.version IS 'Counts changes of the unit and of how it receives guests.';

  CREATE TABLE unit_former_name (
    unit text NOT NULL CONSTRAINT unit_former_name_unit_fkey REFERENCES unit (code),
    name text NOT NULL,
    used_until date NOT NULL,
    CONSTRAINT unit_former_name_pkey PRIMARY KEY (unit, name, used_until)
  );
  COMMENT ON TABLE unit_former_name IS 'Names that units had before, by which they are still found.';
  COMMENT ON COLUMN unit_former_name.used_until IS 'Calendar date on which the name was given up.';
`;

const programs = `
  CREATE TABLE program (
    code text CONSTRAINT program_pkey PRIMARY KEY,
    framework text NOT NULL,
    number integer,
    title text COLLATE indonesian NOT NULL,
    from_date date NOT NULL,
    retired_on date,
    verified boolean NOT NULL,
    CONSTRAINT program_from_date_range_check CHECK (from_date BETWEEN DATE '2000-01-01' AND DATE '2100-12-31')
  );
  COMMENT ON TABLE program IS 'Programs of the ministry that visits and notes are about.';
  COMMENT ON COLUMN program.framework IS 'Name of the list that the program belongs to.';
  COMMENT ON COLUMN program.number IS 'Place in that list; null for none.';
  COMMENT ON COLUMN program.from_date IS 'Calendar date from which it holds.';
  COMMENT ON COLUMN program.retired_on IS 'Calendar date from which it is not offered any more; what refers to it stays.';
  COMMENT ON COLUMN program.verified IS 'Whether its words were compared with an official text.';
`;
