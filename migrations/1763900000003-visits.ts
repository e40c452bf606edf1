import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Visits1763900000003 implements MigrationInterface {
  name = 'Visits1763900000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visit_number (
        prefix text NOT NULL,
        year integer NOT NULL,
        last integer NOT NULL,
        CONSTRAINT visit_number_pkey PRIMARY KEY (prefix, year)
      );

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
        CONSTRAINT visit_state_check CHECK (state IN ('draft', 'requested', 'counter-proposed', 'confirmed', 'held',
          'closed', 'declined', 'withdrawn', 'expired', 'cancelled', 'not-held')),
        CONSTRAINT visit_kind_check CHECK (kind IN ('study-visit', 'working-visit', 'coordination')),
        CONSTRAINT visit_times_check CHECK (starts_at < ends_at),
        CONSTRAINT visit_units_check CHECK (guest_unit <> host_unit),
        CONSTRAINT visit_party_size_check CHECK (party_size BETWEEN 1 AND 1000),
        CONSTRAINT visit_proposal_check CHECK (
          num_nulls(proposed_starts_at, proposed_ends_at, proposed_by, proposed_at) IN (0, 4)
          AND (proposed_starts_at IS NULL OR proposed_starts_at < proposed_ends_at)
          AND (proposed_by IS NULL OR proposed_by IN ('guest', 'host'))
          AND (state <> 'counter-proposed' OR proposed_at IS NOT NULL)
        )
      );
      CREATE INDEX visit_guest_unit_idx ON visit (guest_unit, starts_at, id);
      CREATE INDEX visit_host_unit_idx ON visit (host_unit, starts_at, id);
      CREATE INDEX visit_starts_at_idx ON visit (starts_at, id);
      CREATE INDEX visit_waiting_idx ON visit (state, starts_at)
        WHERE state IN ('requested', 'counter-proposed', 'confirmed');

      CREATE TABLE visit_program (
        visit_id uuid NOT NULL CONSTRAINT visit_program_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        program text NOT NULL CONSTRAINT visit_program_program_fkey REFERENCES program (code),
        CONSTRAINT visit_program_pkey PRIMARY KEY (visit_id, program)
      );
      CREATE INDEX visit_program_program_idx ON visit_program (program);

      CREATE TABLE visit_approval (
        visit_id uuid NOT NULL CONSTRAINT visit_approval_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        regional_office text NOT NULL
          CONSTRAINT visit_approval_regional_office_fkey REFERENCES regional_office (code),
        approved_by uuid NOT NULL CONSTRAINT visit_approval_approved_by_fkey REFERENCES person (id),
        approved_at timestamptz NOT NULL,
        CONSTRAINT visit_approval_pkey PRIMARY KEY (visit_id, regional_office)
      );

      CREATE TABLE visit_history (
        id uuid CONSTRAINT visit_history_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT visit_history_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        actor_id uuid CONSTRAINT visit_history_actor_id_fkey REFERENCES person (id),
        actor_name text NOT NULL,
        action text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        reason text,
        version integer NOT NULL,
        CONSTRAINT visit_history_version_key UNIQUE (visit_id, version)
      );

      CREATE TABLE visit_participant (
        id uuid CONSTRAINT visit_participant_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT visit_participant_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        person_id uuid CONSTRAINT visit_participant_person_id_fkey REFERENCES person (id),
        name text NOT NULL,
        office text,
        email text,
        phone text,
        side text NOT NULL,
        role text NOT NULL,
        answer text NOT NULL DEFAULT 'needs-action',
        answered_at timestamptz,
        attendance text,
        attendance_by uuid CONSTRAINT visit_participant_attendance_by_fkey REFERENCES person (id),
        attendance_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT visit_participant_email_key UNIQUE (visit_id, email),
        CONSTRAINT visit_participant_email_check CHECK (email = lower(email)),
        CONSTRAINT visit_participant_side_check CHECK (side IN ('guest', 'host', 'invited')),
        CONSTRAINT visit_participant_role_check
          CHECK (role IN ('leader', 'member', 'speaker', 'minute-taker', 'observer')),
        CONSTRAINT visit_participant_answer_check
          CHECK (answer IN ('needs-action', 'accepted', 'tentative', 'declined')),
        CONSTRAINT visit_participant_attendance_check CHECK (
          (attendance IS NULL) = (attendance_at IS NULL)
          AND (attendance IS NULL OR attendance IN ('present', 'absent'))
        )
      );
      CREATE INDEX visit_participant_email_idx ON visit_participant (email) WHERE email IS NOT NULL;
      CREATE INDEX visit_participant_person_idx ON visit_participant (person_id) WHERE person_id IS NOT NULL;

      -- One row takes one of a host's parallel places for a time; nothing else decides about double booking.
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

      CREATE TABLE visit_idempotency_key (
        person_id uuid NOT NULL CONSTRAINT visit_idempotency_key_person_id_fkey REFERENCES person (id),
        key text NOT NULL,
        request_hash text NOT NULL,
        visit_id uuid NOT NULL CONSTRAINT visit_idempotency_key_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        CONSTRAINT visit_idempotency_key_pkey PRIMARY KEY (person_id, key)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE visit_idempotency_key, host_time, visit_participant, visit_history, visit_approval,
        visit_program, visit, visit_number;
    `);
  }
}
