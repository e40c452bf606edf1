import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Agendas1763900000004 implements MigrationInterface {
  name = 'Agendas1763900000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
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
        CONSTRAINT agenda_item_title_check CHECK (title <> ''),
        CONSTRAINT agenda_item_kind_check CHECK (kind IN ('welcome', 'remarks', 'presentation', 'field-tour',
          'discussion', 'follow-up-plan', 'photo', 'closing', 'break')),
        -- Sessions without a place are all in the visit's main place.
        CONSTRAINT agenda_item_one_place_excl EXCLUDE USING gist
          (visit_id WITH =, lower(btrim(place)) WITH =, tstzrange(starts_at, ends_at) WITH &&)
      );

      -- What a publication showed; never changed afterwards.
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
      ALTER TABLE agenda ADD CONSTRAINT agenda_public_revision_fkey
        FOREIGN KEY (visit_id, public_revision) REFERENCES agenda_revision (visit_id, revision)
        DEFERRABLE INITIALLY DEFERRED;

      -- The revision each participant knows: later ones tell what changed since.
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
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER visit_around_agenda ON visit;
      ALTER TABLE agenda DROP CONSTRAINT agenda_public_revision_fkey;
      DROP TABLE agenda_recipient, agenda_revision, agenda_item, agenda;
      DROP FUNCTION agenda_stays_inside_visit();
    `);
  }
}
