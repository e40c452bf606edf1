import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, and the ways in that they have. Of every secret only its SHA-256 in hex is stored. */
export class People1795910400005 implements MigrationInterface {
  name = 'People1795910400005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(people);
    await queryRunner.query(waysIn);
    await queryRunner.query(failures);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sign_in_failure, password_link, api_token, session, person');
  }
}

const people = `
  CREATE TABLE person (
    id uuid CONSTRAINT person_pkey PRIMARY KEY,
    name text COLLATE indonesian NOT NULL,
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
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT person_email_check CHECK (email = lower(email)),
    CONSTRAINT person_nip_check CHECK (nip ~ '^[0-9]{18}$'),
    CONSTRAINT person_role_check CHECK (role IN ('officer', 'unit-head', 'regional', 'administrator')),
    CONSTRAINT person_place_check CHECK (
      (role IN ('officer', 'unit-head') AND unit IS NOT NULL AND regional_office IS NULL)
      OR (role = 'regional' AND unit IS NULL AND regional_office IS NOT NULL)
      OR (role = 'administrator' AND unit IS NULL AND regional_office IS NULL)
    )
  );
  CREATE INDEX person_name_idx ON person (name, id);
  CREATE INDEX person_regional_office_idx ON person (regional_office, name, id);
  CREATE INDEX person_unit_idx ON person (unit, name, id);
  COMMENT ON TABLE person IS 'Accounts. One is suspended and never deleted, since what people did names them.';
  COMMENT ON COLUMN person.nip IS 'Number of a civil servant (Nomor Induk Pegawai), 18 digits.';
  COMMENT ON COLUMN person.position IS 'Office they hold, in their own words.';
  COMMENT ON COLUMN person.password_hash IS 'Argon2id; null until a password was set.';
  COMMENT ON COLUMN person.version IS 'Counts changes of who somebody is and what they do.';
`;

const waysIn = `
  CREATE TABLE session (
    token_hash text CONSTRAINT session_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT session_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL
  );
  CREATE INDEX session_expires_at_idx ON session (expires_at);
  CREATE INDEX session_person_id_idx ON session (person_id);
  COMMENT ON TABLE session IS 'Browsers that are signed in.';

  CREATE TABLE api_token (
    id uuid CONSTRAINT api_token_pkey PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT api_token_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
    name text NOT NULL,
    token_hash text NOT NULL CONSTRAINT api_token_token_hash_key UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT api_token_expiry_check
      CHECK (expires_at > created_at AND expires_at <= created_at + interval '8760 hours')
  );
  CREATE INDEX api_token_person_id_idx ON api_token (person_id, created_at);
  COMMENT ON TABLE api_token IS 'Secrets by which programs act for a person.';
  COMMENT ON COLUMN api_token.name IS 'What the person calls it.';

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
  CREATE INDEX password_link_expires_at_idx ON password_link (expires_at);
  CREATE INDEX password_link_person_id_idx ON password_link (person_id, created_at);
  COMMENT ON TABLE password_link IS 'Links by which a password is set, each once.';
  COMMENT ON COLUMN password_link.person_id IS 'Null for the link that makes the first administrator.';
`;

const failures = `
  CREATE TABLE sign_in_failure (
    id uuid CONSTRAINT sign_in_failure_pkey PRIMARY KEY,
    email text NOT NULL,
    network text NOT NULL,
    at timestamptz NOT NULL
  );
  CREATE INDEX sign_in_failure_at_idx ON sign_in_failure (at);
  CREATE INDEX sign_in_failure_email_idx ON sign_in_failure (email, network, at);
  COMMENT ON TABLE sign_in_failure IS 'Failed tries to sign in of the last hour, also for addresses without an account.';
  COMMENT ON COLUMN sign_in_failure.network IS 'Where the try came from: an IPv4 address or an IPv6 /64.';
`;
