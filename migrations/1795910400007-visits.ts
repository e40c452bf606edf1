import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits, the programs they are about, and the time of their hosts that they take. */
export class Visits1795910400007 implements MigrationInterface {
  name = 'Visits1795910400007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(visits);
    await queryRunner.query(submission);
    await queryRunner.query(partsOfRequests);
    await queryRunner.query(hostTime);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE host_time, visit_idempotency_key, visit_program, visit, visit_number;
      DROP FUNCTION visit_keeps_submission;
    `);
  }
}

const instantInRange = (column: string): string =>
  `${column} >= TIMESTAMPTZ '2000-01-01 00:00:00+00' AND ${column} < TIMESTAMPTZ '2101-01-01 00:00:00+00'`;
const dateInRange = (column: string): string => `${column} BETWEEN DATE '2000-01-01' AND DATE '2100-12-31'`;

const visits = `
  CREATE TABLE visit_number (
    prefix text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL,
    CONSTRAINT visit_number_pkey PRIMARY KEY (prefix, year)
  );
  COMMENT ON TABLE visit_number IS 'The last number given in a year, by what references of visits begin with.';

  CREATE TABLE visit (
    id uuid CONSTRAINT visit_pkey PRIMARY KEY,
    reference text NOT NULL CONSTRAINT visit_reference_key UNIQUE,
    state text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    sequence integer NOT NULL DEFAULT 0,
    kind text NOT NULL,
    title text NOT NULL,
    purpose text NOT NULL,
    topics text[] NOT NULL,
    guest_unit text NOT NULL CONSTRAINT visit_guest_unit_fkey REFERENCES unit (code),
    host_unit text NOT NULL CONSTRAINT visit_host_unit_fkey REFERENCES unit (code),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    place text NOT NULL,
    contact_name text NOT NULL,
    contact_phone text,
    contact_email text,
    party_size integer NOT NULL,
    request_letter_number text,
    request_letter_date date,
    reply_letter_number text,
    reply_letter_date date,
    assignment_letter_number text,
    assignment_letter_date date,
    proposed_starts_at timestamptz,
    proposed_ends_at timestamptz,
    proposed_by text,
    proposed_at timestamptz,
    created_by uuid NOT NULL CONSTRAINT visit_created_by_fkey REFERENCES person (id),
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    submitted_at timestamptz,
    CONSTRAINT visit_state_check CHECK (state IN ('draft', 'requested', 'counter-proposed', 'confirmed', 'held',
      'closed', 'declined', 'withdrawn', 'expired', 'cancelled', 'not-held')),
    CONSTRAINT visit_kind_check CHECK (kind IN ('study-visit', 'working-visit', 'coordination')),
    CONSTRAINT visit_units_check CHECK (guest_unit <> host_unit),
    CONSTRAINT visit_party_size_check CHECK (party_size BETWEEN 1 AND 1000),
    CONSTRAINT visit_times_check CHECK (starts_at < ends_at),
    CONSTRAINT visit_length_check CHECK (
      ends_at <= starts_at + interval '336 hours' AND proposed_ends_at <= proposed_starts_at + interval '336 hours'
    ),
    CONSTRAINT visit_proposal_check CHECK (
      num_nulls(proposed_starts_at, proposed_ends_at, proposed_by, proposed_at) IN (0, 4)
      AND (proposed_starts_at IS NULL OR proposed_starts_at < proposed_ends_at)
      AND (proposed_by IS NULL OR proposed_by IN ('guest', 'host'))
      AND (state <> 'counter-proposed' OR proposed_at IS NOT NULL)
    ),
    CONSTRAINT visit_submitted_check CHECK (
      CASE state WHEN 'draft' THEN submitted_at IS NULL WHEN 'withdrawn' THEN true ELSE submitted_at IS NOT NULL END
    ),
    CONSTRAINT visit_starts_at_range_check CHECK (${instantInRange('starts_at')}),
    CONSTRAINT visit_ends_at_range_check CHECK (${instantInRange('ends_at')}),
    CONSTRAINT visit_proposed_starts_at_range_check CHECK (${instantInRange('proposed_starts_at')}),
    CONSTRAINT visit_proposed_ends_at_range_check CHECK (${instantInRange('proposed_ends_at')}),
    CONSTRAINT visit_request_letter_date_range_check CHECK (${dateInRange('request_letter_date')}),
    CONSTRAINT visit_reply_letter_date_range_check CHECK (${dateInRange('reply_letter_date')}),
    CONSTRAINT visit_assignment_letter_date_range_check CHECK (${dateInRange('assignment_letter_date')})
  );
  CREATE INDEX visit_ended_idx ON visit (ends_at) WHERE state IN ('confirmed', 'held');
  CREATE INDEX visit_guest_unit_idx ON visit (guest_unit, starts_at, id);
  CREATE INDEX visit_host_unit_idx ON visit (host_unit, starts_at, id);
  CREATE INDEX visit_starts_at_idx ON visit (starts_at, id);
  CREATE INDEX visit_waiting_idx ON visit (state, starts_at)
    WHERE state IN ('requested', 'counter-proposed', 'confirmed');
  COMMENT ON TABLE visit IS 'Visits of one unit at another. One is withdrawn or cancelled and never deleted.';
  COMMENT ON COLUMN visit.reference IS 'Number that people quote.';
  COMMENT ON COLUMN visit.version IS 'Counts changes, so that a save on an old state is refused.';
  COMMENT ON COLUMN visit.sequence IS 'SEQUENCE of its calendar event (RFC 5545).';
  COMMENT ON COLUMN visit.starts_at IS 'Instant; days and hours are told by the host''s zone.';
  COMMENT ON COLUMN visit.place IS 'Where at the host; empty for the host itself.';
  COMMENT ON COLUMN visit.party_size IS 'How many guests come, named or not.';
  COMMENT ON COLUMN visit.proposed_starts_at IS 'Begin of the time that one side offers instead; the four stand together.';
  COMMENT ON COLUMN visit.submitted_at IS 'When the host first got it; null for one that was never sent. A trigger keeps it.';
`;

const submission = `
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
`;

const partsOfRequests = `
  CREATE TABLE visit_program (
    visit_id uuid NOT NULL CONSTRAINT visit_program_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
    program text NOT NULL CONSTRAINT visit_program_program_fkey REFERENCES program (code),
    CONSTRAINT visit_program_pkey PRIMARY KEY (visit_id, program)
  );
  CREATE INDEX visit_program_program_idx ON visit_program (program);
  COMMENT ON TABLE visit_program IS 'Programs that a visit is about.';

  CREATE TABLE visit_idempotency_key (
    person_id uuid NOT NULL CONSTRAINT visit_idempotency_key_person_id_fkey REFERENCES person (id),
    key text NOT NULL,
    request_hash text NOT NULL,
    visit_id uuid NOT NULL CONSTRAINT visit_idempotency_key_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
    CONSTRAINT visit_idempotency_key_pkey PRIMARY KEY (person_id, key)
  );
  CREATE INDEX visit_idempotency_key_visit_idx ON visit_idempotency_key (visit_id);
  COMMENT ON TABLE visit_idempotency_key IS 'Keys with which requests were sent, so that one sent again makes no second visit.';
  COMMENT ON COLUMN visit_idempotency_key.request_hash IS 'SHA-256 of the request, in hex: a key serves one request alone.';
`;

const hostTime = `
  CREATE TABLE host_time (
    visit_id uuid NOT NULL CONSTRAINT host_time_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
    kind text NOT NULL,
    host_unit text NOT NULL CONSTRAINT host_time_host_unit_fkey REFERENCES unit (code),
    place integer NOT NULL,
    during tstzrange NOT NULL,
    expires_at timestamptz,
    CONSTRAINT host_time_pkey PRIMARY KEY (visit_id, kind),
    CONSTRAINT host_time_kind_check CHECK (kind IN ('confirmed', 'offer')),
    CONSTRAINT host_time_place_check CHECK (place >= 1),
    CONSTRAINT host_time_during_check
      CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
             AND NOT lower_inf(during) AND NOT upper_inf(during)),
    CONSTRAINT host_time_expiry_check CHECK ((kind = 'offer') = (expires_at IS NOT NULL)),
    CONSTRAINT host_time_no_double_booking EXCLUDE USING gist
      (host_unit WITH =, place WITH =, during WITH &&, visit_id WITH <>)
  );
  CREATE INDEX host_time_expiry_idx ON host_time (expires_at) WHERE expires_at IS NOT NULL;
  COMMENT ON TABLE host_time IS
    'Time of hosts that visits take. Nothing but its exclusion constraint decides about double booking.';
  COMMENT ON COLUMN host_time.place IS 'Which of the host''s parallel places, from 1 to its capacity.';
  COMMENT ON COLUMN host_time.expires_at IS 'Until when an offer holds the time.';
`;
