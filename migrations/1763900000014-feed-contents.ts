import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FeedContents1763900000014 implements MigrationInterface {
  name = 'FeedContents1763900000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE feed
        ADD visit_id uuid CONSTRAINT feed_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        ADD shows text NOT NULL DEFAULT 'visits',
        -- Empty: all of them.
        ADD programs text[] NOT NULL DEFAULT '{}',
        ADD states text[] NOT NULL DEFAULT '{}',
        DROP CONSTRAINT feed_scope_check;
      ALTER TABLE feed
        ALTER shows DROP DEFAULT,
        ALTER programs DROP DEFAULT,
        ALTER states DROP DEFAULT,
        ADD CONSTRAINT feed_scope_check CHECK (
          scope IN ('me', 'unit', 'region', 'visit')
          AND (unit IS NOT NULL) = (scope = 'unit')
          AND (regional_office IS NOT NULL) = (scope = 'region')
          AND (visit_id IS NOT NULL) = (scope = 'visit')
        ),
        ADD CONSTRAINT feed_shows_check CHECK (shows IN ('visits', 'sessions', 'busy')),
        ADD CONSTRAINT feed_busy_check CHECK (
          shows <> 'busy' OR (scope = 'unit' AND programs = '{}' AND states = '{}')
        ),
        ADD CONSTRAINT feed_states_check CHECK (states <@ ARRAY['tentative', 'confirmed', 'cancelled']);
      CREATE INDEX feed_visit_idx ON feed (visit_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM feed WHERE scope = 'visit';
      ALTER TABLE feed DROP CONSTRAINT feed_scope_check, DROP visit_id, DROP shows, DROP programs, DROP states,
        ADD CONSTRAINT feed_scope_check CHECK (
          CASE scope
            WHEN 'me' THEN unit IS NULL AND regional_office IS NULL
            WHEN 'unit' THEN unit IS NOT NULL AND regional_office IS NULL
            WHEN 'region' THEN unit IS NULL AND regional_office IS NOT NULL
            ELSE false
          END
        );
    `);
  }
}
