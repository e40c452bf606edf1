import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowUps1763900000007 implements MigrationInterface {
  name = 'FollowUps1763900000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE follow_up (
        id uuid CONSTRAINT follow_up_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT follow_up_visit_id_fkey REFERENCES visit (id),
        what text NOT NULL,
        unit text NOT NULL CONSTRAINT follow_up_unit_fkey REFERENCES unit (code),
        person_name text NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL,
        evidence text NOT NULL,
        reason text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        done_at timestamptz,
        CONSTRAINT follow_up_state_check CHECK (state IN ('open', 'in-progress', 'done', 'dropped')),
        CONSTRAINT follow_up_version_check CHECK (version >= 1),
        CONSTRAINT follow_up_what_check CHECK (what <> ''),
        CONSTRAINT follow_up_done_check
          CHECK ((state = 'done') = (done_at IS NOT NULL) AND (state <> 'done' OR evidence <> '')),
        CONSTRAINT follow_up_dropped_check CHECK (state <> 'dropped' OR reason <> '')
      );
      CREATE INDEX follow_up_due_idx ON follow_up (due_on, id);
      CREATE INDEX follow_up_unit_idx ON follow_up (unit, due_on, id);
      CREATE INDEX follow_up_visit_idx ON follow_up (visit_id);

      CREATE TABLE follow_up_history (
        follow_up_id uuid NOT NULL
          CONSTRAINT follow_up_history_follow_up_id_fkey REFERENCES follow_up (id) ON DELETE CASCADE,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid NOT NULL CONSTRAINT follow_up_history_actor_id_fkey REFERENCES person (id),
        actor_name text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        due_on date NOT NULL,
        reason text NOT NULL,
        CONSTRAINT follow_up_history_pkey PRIMARY KEY (follow_up_id, version)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE follow_up_history, follow_up');
  }
}
