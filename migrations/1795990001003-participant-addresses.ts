import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Participants put their own mail address right; the new one counts once its owner said so. */
export class ParticipantAddresses1795990001003 implements MigrationInterface {
  name = 'ParticipantAddresses1795990001003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE participant_address (
        token_hash text NOT NULL CONSTRAINT participant_address_pkey PRIMARY KEY,
        participant_id uuid NOT NULL
          CONSTRAINT participant_address_participant_id_fkey REFERENCES visit_participant (id) ON DELETE CASCADE,
        email text NOT NULL CONSTRAINT participant_address_email_check CHECK (email = lower(email)),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX participant_address_participant_id_idx ON participant_address (participant_id, created_at);
      COMMENT ON TABLE participant_address IS
        'Links by which the owner of a mailbox says that a participant is to have its address.';
      COMMENT ON COLUMN participant_address.token_hash IS 'SHA-256 of its secret, in hex.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE participant_address');
  }
}
