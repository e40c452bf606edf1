import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddressChanges1795970000702 implements MigrationInterface {
  name = 'AddressChanges1795970000702';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE address_change (
        token_hash text NOT NULL CONSTRAINT address_change_pkey PRIMARY KEY,
        person_id uuid NOT NULL
          CONSTRAINT address_change_person_id_fkey REFERENCES person (id) ON DELETE CASCADE,
        email text NOT NULL CONSTRAINT address_change_email_check CHECK (email = lower(email)),
        asked_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX address_change_person_id_idx ON address_change (person_id, created_at);
      CREATE INDEX address_change_expires_at_idx ON address_change (expires_at);
      COMMENT ON TABLE address_change IS
        'Links by which the owner of a mailbox says that an account is to have its address.';
      COMMENT ON COLUMN address_change.token_hash IS 'SHA-256 of its secret, in hex.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE address_change');
  }
}
