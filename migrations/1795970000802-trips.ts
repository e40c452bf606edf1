import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A party that sees several hosts on one journey: its legs are visits, its people take part in each. */
export class Trips1795970000802 implements MigrationInterface {
  name = 'Trips1795970000802';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(trigger);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TRIGGER trip_leg_time ON visit');
    await queryRunner.query('DROP FUNCTION follow_leg_time');
    await queryRunner.query('DROP TABLE trip_participant, trip_member, trip_leg, trip');
  }
}

const tables = `
  CREATE TABLE trip (
    id uuid CONSTRAINT trip_pkey PRIMARY KEY,
    version integer NOT NULL DEFAULT 1,
    title text NOT NULL,
    guest_unit text NOT NULL CONSTRAINT trip_guest_unit_fkey REFERENCES unit (code),
    created_by uuid NOT NULL CONSTRAINT trip_created_by_fkey REFERENCES person (id),
    created_at timestamptz NOT NULL
  );
  CREATE INDEX trip_guest_unit_idx ON trip (guest_unit, created_at);
  COMMENT ON TABLE trip IS 'A party that sees several hosts on one journey.';

  CREATE TABLE trip_leg (
    visit_id uuid CONSTRAINT trip_leg_pkey PRIMARY KEY
      CONSTRAINT trip_leg_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
    trip_id uuid NOT NULL CONSTRAINT trip_leg_trip_id_fkey REFERENCES trip (id) ON DELETE CASCADE,
    during tstzrange,
    CONSTRAINT trip_leg_no_overlap EXCLUDE USING gist (trip_id WITH =, during WITH &&)
  );
  CREATE INDEX trip_leg_trip_idx ON trip_leg (trip_id);
  COMMENT ON TABLE trip_leg IS 'A leg of a trip is a visit of its own.';
  COMMENT ON COLUMN trip_leg.during IS 'The time that it takes of the party, kept by a trigger; null once it fell out.';

  CREATE TABLE trip_member (
    id uuid CONSTRAINT trip_member_pkey PRIMARY KEY,
    trip_id uuid NOT NULL CONSTRAINT trip_member_trip_id_fkey REFERENCES trip (id) ON DELETE CASCADE,
    position integer NOT NULL,
    name text NOT NULL,
    office text,
    email text,
    phone text,
    role text NOT NULL,
    CONSTRAINT trip_member_name_check CHECK (name <> ''),
    CONSTRAINT trip_member_role_check CHECK (role IN ('leader', 'member'))
  );
  CREATE INDEX trip_member_trip_idx ON trip_member (trip_id);
  COMMENT ON TABLE trip_member IS 'The one party that sees all legs of a trip.';

  CREATE TABLE trip_participant (
    participant_id uuid CONSTRAINT trip_participant_pkey PRIMARY KEY
      CONSTRAINT trip_participant_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
    member_id uuid NOT NULL CONSTRAINT trip_participant_member_id_fkey REFERENCES trip_member (id) ON DELETE CASCADE
  );
  CREATE INDEX trip_participant_member_idx ON trip_participant (member_id);
  COMMENT ON TABLE trip_participant IS 'Which participant of a leg somebody of the party is.';
`;

const trigger = `
  CREATE FUNCTION follow_leg_time() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE trip_leg SET during = CASE
      WHEN NEW.state IN ('declined', 'withdrawn', 'expired', 'cancelled', 'not-held') THEN NULL
      ELSE tstzrange(NEW.starts_at, NEW.ends_at) END
    WHERE visit_id = NEW.id;
    RETURN NULL;
  END $$;
  COMMENT ON FUNCTION follow_leg_time IS 'Keeps the time of a leg that of its visit, and frees it once the visit fell out.';
  CREATE TRIGGER trip_leg_time AFTER UPDATE OF state, starts_at, ends_at ON visit
    FOR EACH ROW EXECUTE FUNCTION follow_leg_time();
`;
