import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Calendars1763900000005 implements MigrationInterface {
  name = 'Calendars1763900000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- What each person's calendar was last told about a visit, so that the next mail follows on from it.
      CREATE TABLE calendar_invitation (
        visit_id uuid NOT NULL CONSTRAINT calendar_invitation_visit_id_fkey REFERENCES visit (id) ON DELETE CASCADE,
        email text NOT NULL,
        name text NOT NULL,
        role text NOT NULL,
        method text NOT NULL,
        sequence integer NOT NULL,
        messages integer NOT NULL,
        shown jsonb NOT NULL,
        sent_at timestamptz NOT NULL,
        CONSTRAINT calendar_invitation_pkey PRIMARY KEY (visit_id, email),
        CONSTRAINT calendar_invitation_method_check CHECK (method IN ('REQUEST', 'CANCEL')),
        CONSTRAINT calendar_invitation_sequence_check CHECK (sequence >= 0),
        CONSTRAINT calendar_invitation_messages_check CHECK (messages >= 1)
      );

      CREATE TABLE feed (
        id uuid CONSTRAINT feed_pkey PRIMARY KEY,
        token_hash text NOT NULL CONSTRAINT feed_token_hash_key UNIQUE,
        scope text NOT NULL,
        person_id uuid NOT NULL CONSTRAINT feed_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        unit text CONSTRAINT feed_unit_fkey REFERENCES unit (code),
        regional_office text CONSTRAINT feed_regional_office_fkey REFERENCES regional_office (code),
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        CONSTRAINT feed_scope_check CHECK (
          CASE scope
            WHEN 'me' THEN unit IS NULL AND regional_office IS NULL
            WHEN 'unit' THEN unit IS NOT NULL AND regional_office IS NULL
            WHEN 'region' THEN unit IS NULL AND regional_office IS NOT NULL
            ELSE false
          END
        )
      );
      CREATE INDEX feed_person_idx ON feed (person_id, created_at, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feed, calendar_invitation');
  }
}
