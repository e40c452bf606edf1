import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Marks of what changed, by what feeds are made of. The marks of a scope together (XOR) are its revision: each mark is
 * random, so that a revision never comes again, also after a restore, and nobody who adds one waits for another.
 */
export class FeedRevisions1796000006001 implements MigrationInterface {
  name = 'FeedRevisions1796000006001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(marks);
    await queryRunner.query(raising);
    await queryRunner.query(held);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER feed_forgets ON feed;
      DROP TRIGGER participant_link_forgets ON participant_link;
      DROP FUNCTION feed_forgets, participant_link_forgets;
      ALTER TABLE participant_link DROP feed_held;
      ALTER TABLE feed DROP held, DROP events_digest;
      COMMENT ON COLUMN feed.digest IS NULL;
      DROP FUNCTION feed_raise_visits, feed_raise, feed_scope;
      DROP TABLE feed_change;
    `);
  }
}

const marks = `
  CREATE TABLE feed_change (
    scope integer NOT NULL,
    mark bigint NOT NULL
  );
  -- With the mark in it, the index alone answers.
  CREATE INDEX feed_change_scope_idx ON feed_change (scope) INCLUDE (mark);
  COMMENT ON TABLE feed_change IS
    'A mark for each change of what feeds are made of. Only appended to, and folded: several marks of a scope become one.';
  COMMENT ON COLUMN feed_change.scope IS
    'What changed: -1 concerns all feeds, else feed_scope of a visit, unit, mail address or person.';
  COMMENT ON COLUMN feed_change.mark IS 'A random number, or several put together by XOR.';

  -- Of so many at the most, so that the table stays small however many visits there are: two that share a scope cost
  -- each other a reading, and nothing else.
  CREATE FUNCTION feed_scope(kind text, key text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (hashtextextended(kind || ':' || key, 0) & 262143)::integer;
`;

const raising = `
  CREATE FUNCTION feed_raise(scopes integer[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO feed_change (scope, mark)
    SELECT s, uuid_hash_extended(gen_random_uuid(), 0) FROM (SELECT DISTINCT unnest(scopes) AS s) raised
    WHERE s IS NOT NULL ORDER BY s
  $$;

  -- Raises whatever shows the visits. Their rows are taken first: who else changes what shows them is seen.
  CREATE FUNCTION feed_raise_visits(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM visit WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;
      PERFORM feed_raise(ARRAY(
        SELECT feed_scope('visit', id::text) FROM unnest(ids) AS id
        UNION ALL SELECT feed_scope('unit', guest_unit) FROM visit WHERE id = ANY (ids)
        UNION ALL SELECT feed_scope('unit', host_unit) FROM visit WHERE id = ANY (ids)
        UNION ALL SELECT feed_scope('unit', organisation) FROM visit_guest WHERE visit_id = ANY (ids)
        UNION ALL SELECT feed_scope('email', email) FROM visit_participant WHERE visit_id = ANY (ids)));
    END
  $$;
`;

const held = `
  ALTER TABLE feed ADD held text, ADD events_digest text;
  COMMENT ON COLUMN feed.digest IS 'Of what it held when it was written last.';
  COMMENT ON COLUMN feed.held IS
    'As of which revision, zone, day, database and program it holds what the digest says; anything else has to be written.';
  COMMENT ON COLUMN feed.events_digest IS 'Of its busy times as events.';
  ALTER TABLE participant_link ADD feed_held text;
  COMMENT ON COLUMN participant_link.feed_held IS 'As feed.held.';

  CREATE FUNCTION feed_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.held := NULL; RETURN NEW; END
  $$;
  CREATE TRIGGER feed_forgets BEFORE UPDATE ON feed FOR EACH ROW
    WHEN ((OLD.id, OLD.person_id, OLD.scope, OLD.unit, OLD.regional_office, OLD.visit_id, OLD.shows, OLD.programs, OLD.states)
      IS DISTINCT FROM
      (NEW.id, NEW.person_id, NEW.scope, NEW.unit, NEW.regional_office, NEW.visit_id, NEW.shows, NEW.programs, NEW.states))
    EXECUTE FUNCTION feed_forgets();

  CREATE FUNCTION participant_link_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.feed_held := NULL; RETURN NEW; END
  $$;
  CREATE TRIGGER participant_link_forgets BEFORE UPDATE ON participant_link FOR EACH ROW
    WHEN (OLD.participant_id IS DISTINCT FROM NEW.participant_id) EXECUTE FUNCTION participant_link_forgets();
`;
