import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts what changed once, when the transaction that changed it ends. */
export class CountingOnce1795980000501 implements MigrationInterface {
  name = 'CountingOnce1795980000501';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(pending);
    await queryRunner.query(whenChanged('sinergi_count_later'));
    // The same plan serves every owner; planning the whole view took longer than counting.
    await queryRunner.query(`ALTER FUNCTION sinergi_recount SET plan_cache_mode = force_generic_plan`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER FUNCTION sinergi_recount RESET plan_cache_mode`);
    await queryRunner.query(whenChanged('sinergi_recount'));
    await queryRunner.query(`
      DROP TABLE sinergi_pending;
      DROP FUNCTION sinergi_count_later, sinergi_count_pending;
    `);
  }
}

const pending = `
  CREATE TABLE sinergi_pending (
    owner uuid CONSTRAINT sinergi_pending_pkey PRIMARY KEY
  );
  COMMENT ON TABLE sinergi_pending IS
    'Owners of what this transaction changed, to be counted again when it ends; empty for everybody else.';
  COMMENT ON COLUMN sinergi_pending.owner IS 'A visit or a note.';

  -- The caller holds the owner's row, which keeps two transactions from waiting for each other here.
  CREATE FUNCTION sinergi_count_later(whose uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO sinergi_pending (owner) VALUES (whose) ON CONFLICT DO NOTHING
  $$;

  CREATE FUNCTION sinergi_count_pending() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM sinergi_recount(NEW.owner);
      DELETE FROM sinergi_pending WHERE owner = NEW.owner;
      RETURN NULL;
    END
  $$;
  CREATE CONSTRAINT TRIGGER sinergi_counts_pending AFTER INSERT ON sinergi_pending
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sinergi_count_pending();
`;

/** @param counted the function that each trigger of a changed visit, note or part of one calls */
const whenChanged = (counted: string): string => `
  CREATE OR REPLACE FUNCTION sinergi_visit_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM ${counted}(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;
  CREATE OR REPLACE FUNCTION sinergi_note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM ${counted}(CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END);
      RETURN NULL;
    END
  $$;

  -- For tables with a visit_id. The visit's row is taken first: what another transaction changes of the same visit
  -- is seen once it is over.
  CREATE OR REPLACE FUNCTION sinergi_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_part uuid;
    BEGIN
      IF TG_OP = 'DELETE' THEN visit_of_part := OLD.visit_id; ELSE visit_of_part := NEW.visit_id; END IF;
      PERFORM 1 FROM visit WHERE id = visit_of_part FOR NO KEY UPDATE;
      PERFORM ${counted}(visit_of_part);
      RETURN NULL;
    END
  $$;

  CREATE OR REPLACE FUNCTION sinergi_follow_up_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      visit_of_part uuid;
    BEGIN
      SELECT v.id INTO visit_of_part FROM follow_up f JOIN visit v ON v.id = f.visit_id
        WHERE f.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.follow_up_id ELSE NEW.follow_up_id END
        FOR NO KEY UPDATE OF v;
      IF FOUND THEN PERFORM ${counted}(visit_of_part); END IF;
      RETURN NULL;
    END
  $$;

  CREATE OR REPLACE FUNCTION sinergi_note_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      note_of_part uuid;
    BEGIN
      IF TG_OP = 'DELETE' THEN note_of_part := OLD.note_id; ELSE note_of_part := NEW.note_id; END IF;
      PERFORM 1 FROM note WHERE id = note_of_part FOR NO KEY UPDATE;
      PERFORM ${counted}(note_of_part);
      RETURN NULL;
    END
  $$;
`;
