import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every guest of a visit: the leading one, which is the visit's own, and those that were asked to join. */
export class VisitGuests1795970000201 implements MigrationInterface {
  name = 'VisitGuests1795970000201';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(table);
    await queryRunner.query(`
      INSERT INTO visit_guest (id, visit_id, organisation, is_leading, answer, asked_at, answered_at)
      SELECT gen_random_uuid(), id, guest_unit, true, 'joined', created_at, created_at FROM visit`);
    await queryRunner.query(triggers);
    await queryRunner.query(`
      ALTER TABLE visit_participant ADD brought_by text,
        ADD CONSTRAINT visit_participant_brought_by_fkey
          FOREIGN KEY (visit_id, brought_by) REFERENCES visit_guest (visit_id, organisation) ON UPDATE CASCADE,
        ADD CONSTRAINT visit_participant_brought_by_check CHECK ((brought_by IS NULL) OR (side = 'guest'));
      CREATE INDEX visit_participant_brought_by_idx ON visit_participant (visit_id, brought_by);
      COMMENT ON COLUMN visit_participant.brought_by IS
        'The joined guest in whose part of the party they come; null for the leading guest''s and for all others.';
      ALTER TABLE visit_history DROP CONSTRAINT visit_history_side_check,
        ADD CONSTRAINT visit_history_side_check CHECK (side IN ('guest', 'host', 'joined', 'regional', 'system'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE visit_history SET side = NULL WHERE side = 'joined';
      ALTER TABLE visit_history DROP CONSTRAINT visit_history_side_check,
        ADD CONSTRAINT visit_history_side_check CHECK (side IN ('guest', 'host', 'regional', 'system'));
      ALTER TABLE visit_participant DROP brought_by;
      DROP TRIGGER visit_leads_guests ON visit;
      DROP TABLE visit_guest;
      DROP FUNCTION visit_leads_guests, visit_guest_leads;
    `);
  }
}

const table = `
  CREATE TABLE visit_guest (
    id uuid CONSTRAINT visit_guest_pkey PRIMARY KEY,
    visit_id uuid NOT NULL CONSTRAINT visit_guest_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
    organisation text NOT NULL CONSTRAINT visit_guest_organisation_fkey REFERENCES unit (code),
    is_leading boolean NOT NULL DEFAULT false,
    answer text NOT NULL,
    asked_by uuid CONSTRAINT visit_guest_asked_by_fkey REFERENCES person (id),
    asked_at timestamptz NOT NULL,
    due_on date,
    message text NOT NULL DEFAULT '',
    answered_by uuid CONSTRAINT visit_guest_answered_by_fkey REFERENCES person (id),
    answered_at timestamptz,
    reason text NOT NULL DEFAULT '',
    party_size integer,
    reminded_at timestamptz,
    CONSTRAINT visit_guest_visit_id_organisation_key UNIQUE (visit_id, organisation),
    CONSTRAINT visit_guest_answer_check
      CHECK (answer IN ('asked', 'joined', 'declined', 'left', 'lapsed', 'taken-back', 'ended')),
    CONSTRAINT visit_guest_due_check CHECK ((answer <> 'asked') OR (due_on IS NOT NULL)),
    CONSTRAINT visit_guest_due_on_range_check CHECK (due_on >= '2000-01-01' AND due_on <= '2100-12-31'),
    CONSTRAINT visit_guest_leading_check CHECK ((NOT is_leading) OR (answer = 'joined')),
    CONSTRAINT visit_guest_party_size_check CHECK (party_size BETWEEN 1 AND 1000)
  );
  CREATE UNIQUE INDEX visit_guest_leading_key ON visit_guest (visit_id) WHERE is_leading;
  CREATE INDEX visit_guest_organisation_idx ON visit_guest (organisation, visit_id);
  CREATE INDEX visit_guest_due_idx ON visit_guest (due_on) WHERE answer = 'asked';
  COMMENT ON TABLE visit_guest IS 'The organisations that visit together, and those that were asked to.';
  COMMENT ON COLUMN visit_guest.is_leading IS 'Whether it is the visit''s guest_unit, which asks and is answered; triggers keep it.';
  COMMENT ON COLUMN visit_guest.due_on IS 'Last day on which it can answer, by its own calendar; null where nobody was asked.';
  COMMENT ON COLUMN visit_guest.message IS 'What whoever asked wrote beside it.';
  COMMENT ON COLUMN visit_guest.reason IS 'What was written with the last answer.';
  COMMENT ON COLUMN visit_guest.party_size IS
    'Size of its part of the party, as it was given; null for the leading guest, whose part is the visit''s party_size.';
`;

const triggers = `
  -- The leading guest is the visit's guest, whatever is written; the host is no guest.
  CREATE FUNCTION visit_guest_leads() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      host text;
    BEGIN
      SELECT v.guest_unit = NEW.organisation, v.host_unit INTO NEW.is_leading, host FROM visit v WHERE v.id = NEW.visit_id;
      IF host = NEW.organisation AND NEW.answer IN ('asked', 'joined') THEN
        RAISE EXCEPTION 'the host is no guest' USING ERRCODE = 'check_violation', CONSTRAINT = 'visit_guest_host_check';
      END IF;
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER visit_guest_leads BEFORE INSERT OR UPDATE ON visit_guest
    FOR EACH ROW EXECUTE FUNCTION visit_guest_leads();

  -- The visit's guest is always among its guests; one that becomes it brings its people along.
  CREATE FUNCTION visit_leads_guests() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        INSERT INTO visit_guest (id, visit_id, organisation, answer, asked_at, answered_at)
          VALUES (gen_random_uuid(), NEW.id, NEW.guest_unit, 'joined', NEW.created_at, NEW.created_at);
        RETURN NULL;
      END IF;
      IF NEW.guest_unit <> OLD.guest_unit THEN
        UPDATE visit_participant SET brought_by = NULL WHERE visit_id = NEW.id AND brought_by = NEW.guest_unit;
        DELETE FROM visit_guest WHERE visit_id = NEW.id AND organisation = NEW.guest_unit;
        UPDATE visit_guest SET organisation = NEW.guest_unit WHERE visit_id = NEW.id AND is_leading;
      END IF;
      IF NEW.host_unit <> OLD.host_unit THEN
        UPDATE visit_guest SET answer = 'ended' WHERE visit_id = NEW.id AND organisation = NEW.host_unit;
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER visit_leads_guests AFTER INSERT OR UPDATE OF guest_unit, host_unit ON visit
    FOR EACH ROW EXECUTE FUNCTION visit_leads_guests();
`;
