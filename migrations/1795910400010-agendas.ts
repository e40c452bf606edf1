import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agendas of visits: their sessions, what was published of them, and who was told. */
export class Agendas1795910400010 implements MigrationInterface {
  name = 'Agendas1795910400010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(agendas);
    await queryRunner.query(publications);
    await queryRunner.query(insideVisit);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER visit_around_agenda ON visit;
      DROP TABLE participant_session, agenda_recipient;
      ALTER TABLE agenda DROP CONSTRAINT agenda_public_revision_fkey;
      DROP TABLE agenda_revision, agenda_item, agenda;
      DROP FUNCTION agenda_stays_inside_visit;
    `);
  }
}

const instantInRange = (column: string): string =>
  `${column} >= TIMESTAMPTZ '2000-01-01 00:00:00+00' AND ${column} < TIMESTAMPTZ '2101-01-01 00:00:00+00'`;

const agendas = `
  CREATE TABLE agenda (
    visit_id uuid CONSTRAINT agenda_pkey PRIMARY KEY
      CONSTRAINT agenda_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
    state text NOT NULL,
    version integer NOT NULL,
    revision integer NOT NULL,
    public_revision integer,
    changed_at timestamptz NOT NULL,
    published_at timestamptz,
    CONSTRAINT agenda_state_check CHECK (state IN ('draft', 'published')),
    CONSTRAINT agenda_version_check CHECK (version >= 1),
    CONSTRAINT agenda_revision_check CHECK (revision >= 0 AND (revision = 0) = (published_at IS NULL)),
    CONSTRAINT agenda_public_revision_check CHECK (public_revision BETWEEN 1 AND revision),
    CONSTRAINT agenda_published_check
      CHECK (state <> 'published' OR (public_revision IS NOT NULL AND public_revision = revision))
  );
  COMMENT ON TABLE agenda IS 'The agenda of a visit, as it is worked on.';
  COMMENT ON COLUMN agenda.revision IS 'Its last publication, counted from 1; 0 before the first.';
  COMMENT ON COLUMN agenda.public_revision IS 'The publication that is shown; null for none.';

  CREATE TABLE agenda_item (
    id uuid CONSTRAINT agenda_item_pkey PRIMARY KEY,
    visit_id uuid NOT NULL CONSTRAINT agenda_item_visit_id_fkey REFERENCES agenda (visit_id) ON DELETE CASCADE,
    position integer NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    place text NOT NULL,
    persons text[] NOT NULL,
    note text NOT NULL,
    CONSTRAINT agenda_item_position_key UNIQUE (visit_id, position),
    CONSTRAINT agenda_item_times_check CHECK (starts_at < ends_at),
    CONSTRAINT agenda_item_starts_at_range_check CHECK (${instantInRange('starts_at')}),
    CONSTRAINT agenda_item_ends_at_range_check CHECK (${instantInRange('ends_at')}),
    CONSTRAINT agenda_item_title_check CHECK (title <> ''),
    CONSTRAINT agenda_item_kind_check CHECK (kind IN ('welcome', 'remarks', 'presentation', 'field-tour',
      'discussion', 'follow-up-plan', 'photo', 'closing', 'break')),
    CONSTRAINT agenda_item_one_place_excl EXCLUDE USING gist
      (visit_id WITH =, lower(btrim(place)) WITH =, tstzrange(starts_at, ends_at) WITH &&)
  );
  COMMENT ON TABLE agenda_item IS 'Sessions of agendas. All of an agenda are stored anew with every save, and keep their ids.';
  COMMENT ON COLUMN agenda_item.place IS 'Empty: the visit''s main place.';
  COMMENT ON COLUMN agenda_item.persons IS 'Who leads or speaks, by name.';
`;

const publications = `
  CREATE TABLE agenda_revision (
    visit_id uuid NOT NULL
      CONSTRAINT agenda_revision_visit_id_fkey REFERENCES agenda (visit_id) ON DELETE CASCADE,
    revision integer NOT NULL,
    published_at timestamptz NOT NULL,
    items jsonb NOT NULL,
    CONSTRAINT agenda_revision_pkey PRIMARY KEY (visit_id, revision),
    CONSTRAINT agenda_revision_revision_check CHECK (revision >= 1),
    CONSTRAINT agenda_revision_items_check CHECK (jsonb_typeof(items) = 'array')
  );
  COMMENT ON TABLE agenda_revision IS 'What a publication of an agenda showed; never changed afterwards.';
  -- Agendas and their revisions refer to each other.
  ALTER TABLE agenda ADD CONSTRAINT agenda_public_revision_fkey
    FOREIGN KEY (visit_id, public_revision) REFERENCES agenda_revision (visit_id, revision)
    DEFERRABLE INITIALLY DEFERRED;

  CREATE TABLE agenda_recipient (
    participant_id uuid CONSTRAINT agenda_recipient_pkey PRIMARY KEY
      CONSTRAINT agenda_recipient_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
    visit_id uuid NOT NULL,
    revision integer NOT NULL,
    told_at timestamptz NOT NULL,
    CONSTRAINT agenda_recipient_revision_fkey FOREIGN KEY (visit_id, revision)
      REFERENCES agenda_revision (visit_id, revision) ON DELETE CASCADE
  );
  CREATE INDEX agenda_recipient_revision_idx ON agenda_recipient (visit_id, revision);
  COMMENT ON TABLE agenda_recipient IS 'The publication each participant knows: later ones tell what changed since.';

  CREATE TABLE participant_session (
    participant_id uuid NOT NULL CONSTRAINT participant_session_participant_id_fkey
      REFERENCES visit_participant (id) ON DELETE CASCADE,
    session_id uuid NOT NULL,
    CONSTRAINT participant_session_pkey PRIMARY KEY (participant_id, session_id)
  );
  COMMENT ON TABLE participant_session IS 'Participants who come for some sessions only; one without a row comes for all.';
  COMMENT ON COLUMN participant_session.session_id IS
    'Id of an agenda_item; no foreign key can point there, since a save stores them anew.';
`;

const insideVisit = `
  -- Looks at what stands when the transaction ends. The visit is locked, so that of a save and a move at the
  -- same time the later one sees the earlier one.
  CREATE FUNCTION agenda_stays_inside_visit() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_agenda uuid;
    BEGIN
      IF TG_TABLE_NAME = 'visit' THEN visit_of_agenda := NEW.id; ELSE visit_of_agenda := NEW.visit_id; END IF;
      PERFORM 1 FROM visit WHERE id = visit_of_agenda FOR SHARE;
      IF EXISTS (
        SELECT 1 FROM agenda_item i JOIN visit v ON v.id = i.visit_id
        WHERE i.visit_id = visit_of_agenda AND (i.starts_at < v.starts_at OR i.ends_at > v.ends_at)
      ) THEN
        RAISE EXCEPTION 'a session of visit % lies outside of the visit', visit_of_agenda
          USING ERRCODE = 'check_violation', CONSTRAINT = 'agenda_item_inside_visit', TABLE = 'agenda_item';
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE CONSTRAINT TRIGGER agenda_item_inside_visit AFTER INSERT OR UPDATE ON agenda_item
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION agenda_stays_inside_visit();
  CREATE CONSTRAINT TRIGGER visit_around_agenda AFTER UPDATE OF starts_at, ends_at ON visit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.starts_at <> NEW.starts_at OR OLD.ends_at <> NEW.ends_at)
    EXECUTE FUNCTION agenda_stays_inside_visit();
`;
