import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1763900000002 implements MigrationInterface {
  name = 'People1763900000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE person (
        id uuid CONSTRAINT person_pkey PRIMARY KEY,
        name text NOT NULL,
        email text NOT NULL CONSTRAINT person_email_key UNIQUE,
        phone text,
        nip text,
        position text,
        role text NOT NULL,
        unit text CONSTRAINT person_unit_fkey REFERENCES unit (code),
        regional_office text CONSTRAINT person_regional_office_fkey REFERENCES regional_office (code),
        password_hash text,
        suspended_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT person_email_check CHECK (email = lower(email)),
        CONSTRAINT person_nip_check CHECK (nip ~ '^[0-9]{18}$'),
        CONSTRAINT person_role_check CHECK (role IN ('officer', 'unit-head', 'regional', 'administrator')),
        CONSTRAINT person_place_check CHECK (
          (role IN ('officer', 'unit-head') AND unit IS NOT NULL AND regional_office IS NULL)
          OR (role = 'regional' AND unit IS NULL AND regional_office IS NOT NULL)
          OR (role = 'administrator' AND unit IS NULL AND regional_office IS NULL)
        )
      );
      CREATE INDEX person_unit_idx ON person (unit, name, id);
      CREATE INDEX person_regional_office_idx ON person (regional_office, name, id);
      CREATE INDEX person_name_idx ON person (name, id);

      CREATE TABLE session (
        token_hash text CONSTRAINT session_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT session_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL
      );
      CREATE INDEX session_person_id_idx ON session (person_id);
      CREATE INDEX session_expires_at_idx ON session (expires_at);

      CREATE TABLE api_token (
        id uuid CONSTRAINT api_token_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT api_token_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        name text NOT NULL,
        token_hash text NOT NULL CONSTRAINT api_token_token_hash_key UNIQUE,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX api_token_person_id_idx ON api_token (person_id, created_at);

      CREATE TABLE password_link (
        token_hash text CONSTRAINT password_link_pkey PRIMARY KEY,
        person_id uuid CONSTRAINT password_link_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        purpose text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT password_link_purpose_check CHECK (purpose IN ('invitation', 'reset', 'first-administrator')),
        CONSTRAINT password_link_person_check CHECK ((purpose = 'first-administrator') = (person_id IS NULL))
      );
      CREATE INDEX password_link_person_id_idx ON password_link (person_id, created_at);
      CREATE INDEX password_link_expires_at_idx ON password_link (expires_at);

      CREATE TABLE sign_in_failure (
        id uuid CONSTRAINT sign_in_failure_pkey PRIMARY KEY,
        email text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX sign_in_failure_email_idx ON sign_in_failure (email, at);
      CREATE INDEX sign_in_failure_at_idx ON sign_in_failure (at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sign_in_failure, password_link, api_token, session, person');
  }
}
