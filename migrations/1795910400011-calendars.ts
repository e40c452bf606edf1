import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people's calendars were told, how they are reminded, and the feeds they subscribe to. */
export class Calendars1795910400011 implements MigrationInterface {
  name = 'Calendars1795910400011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(invitations);
    await queryRunner.query(feeds);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feed, calendar_setting, answer_link, calendar_invitation');
  }
}

const invitations = `
  CREATE TABLE calendar_invitation (
    visit_id uuid NOT NULL CONSTRAINT calendar_invitation_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
    email text NOT NULL,
    event_id uuid NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    method text NOT NULL,
    sequence integer NOT NULL,
    messages integer NOT NULL,
    organizer_is_personal boolean NOT NULL DEFAULT false,
    shown jsonb NOT NULL,
    sent_at timestamptz NOT NULL,
    CONSTRAINT calendar_invitation_pkey PRIMARY KEY (visit_id, email, event_id),
    CONSTRAINT calendar_invitation_method_check CHECK (method IN ('REQUEST', 'CANCEL')),
    CONSTRAINT calendar_invitation_sequence_check CHECK (sequence >= 0),
    CONSTRAINT calendar_invitation_messages_check CHECK (messages >= 1)
  );
  CREATE INDEX calendar_invitation_event_idx ON calendar_invitation (event_id);
  COMMENT ON TABLE calendar_invitation IS
    'What each person''s calendar was told last about an event, so that the next mail follows on from it.';
  COMMENT ON COLUMN calendar_invitation.event_id IS
    'UID: the visit''s id, or that of a session which somebody comes for alone.';
  COMMENT ON COLUMN calendar_invitation.method IS 'METHOD (RFC 5546).';
  COMMENT ON COLUMN calendar_invitation.sequence IS 'SEQUENCE (RFC 5545).';
  COMMENT ON COLUMN calendar_invitation.messages IS 'How many messages the person was sent about the event.';
  COMMENT ON COLUMN calendar_invitation.organizer_is_personal IS
    'Whether ORGANIZER is the person''s own return address; a calendar that was told another one keeps that.';
  COMMENT ON COLUMN calendar_invitation.shown IS 'What the event said: title, times, place …';

  CREATE TABLE answer_link (
    token_hash text CONSTRAINT answer_link_pkey PRIMARY KEY,
    participant_id uuid NOT NULL
      CONSTRAINT answer_link_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX answer_link_participant_idx ON answer_link (participant_id);
  COMMENT ON TABLE answer_link IS 'Links by which participants answer without an account.';
  COMMENT ON COLUMN answer_link.token_hash IS 'SHA-256 of its secret, in hex.';

  CREATE TABLE calendar_setting (
    person_id uuid CONSTRAINT calendar_setting_pkey PRIMARY KEY
      CONSTRAINT calendar_setting_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
    alarm_minutes integer[] NOT NULL,
    CONSTRAINT calendar_setting_alarms_check CHECK (
      cardinality(alarm_minutes) <= 3 AND 0 <= ALL (alarm_minutes) AND 40320 >= ALL (alarm_minutes)
    )
  );
  COMMENT ON TABLE calendar_setting IS 'How a person''s calendar reminds; nobody without a row is reminded.';
  COMMENT ON COLUMN calendar_setting.alarm_minutes IS 'Minutes before an event, each an alarm.';
`;

const feeds = `
  CREATE TABLE feed (
    id uuid CONSTRAINT feed_pkey PRIMARY KEY,
    token_hash text NOT NULL CONSTRAINT feed_token_hash_key UNIQUE,
    person_id uuid NOT NULL CONSTRAINT feed_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
    scope text NOT NULL,
    unit text CONSTRAINT feed_unit_fkey REFERENCES unit (code),
    regional_office text CONSTRAINT feed_regional_office_fkey REFERENCES regional_office (code),
    visit_id uuid CONSTRAINT feed_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
    shows text NOT NULL,
    programs text[] NOT NULL,
    states text[] NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT feed_scope_check CHECK (
      scope IN ('me', 'unit', 'region', 'visit')
      AND (unit IS NOT NULL) = (scope = 'unit')
      AND (regional_office IS NOT NULL) = (scope = 'region')
      AND (visit_id IS NOT NULL) = (scope = 'visit')
    ),
    CONSTRAINT feed_shows_check CHECK (shows IN ('visits', 'sessions', 'busy')),
    CONSTRAINT feed_busy_check CHECK (
      shows <> 'busy' OR (scope = 'unit' AND programs = '{}' AND states = '{}')
    ),
    CONSTRAINT feed_states_check CHECK (states <@ ARRAY['tentative', 'confirmed', 'cancelled'])
  );
  CREATE INDEX feed_person_idx ON feed (person_id, created_at, id);
  CREATE INDEX feed_visit_idx ON feed (visit_id);
  COMMENT ON TABLE feed IS 'Calendars that programs subscribe to by a secret address.';
  COMMENT ON COLUMN feed.token_hash IS 'SHA-256 of the address''s secret, in hex.';
  COMMENT ON COLUMN feed.person_id IS 'Whose it is: it ends with their rights.';
  COMMENT ON COLUMN feed.programs IS 'Programs to show visits of; empty for all.';
  COMMENT ON COLUMN feed.states IS 'STATUS of the events to show (RFC 5545), in lower case; empty for all.';
  COMMENT ON COLUMN feed.last_used_at IS 'When a program read it last, to the hour.';
`;
