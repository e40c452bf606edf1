import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms that were sent, so that the same one again is not done again. */
export class SentForms1795910400023 implements MigrationInterface {
  name = 'SentForms1795910400023';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sent_form (
        key text CONSTRAINT sent_form_key_check CHECK (key ~ '^[A-Za-z0-9_-]{16,64}$'),
        digest text,
        begun_at timestamptz NOT NULL,
        location text CONSTRAINT sent_form_location_check CHECK (location ~ '^/'),
        CONSTRAINT sent_form_pkey PRIMARY KEY (key, digest)
      );
      CREATE INDEX sent_form_begun_at_idx ON sent_form (begun_at);
      COMMENT ON TABLE sent_form IS 'Forms that were sent lately, so that the same one again is not done again';
      COMMENT ON COLUMN sent_form.key IS 'Of one rendering of the form';
      COMMENT ON COLUMN sent_form.digest IS 'SHA-256 of who sent what where, in base64url';
      COMMENT ON COLUMN sent_form.location IS 'Where its sender was sent on to; null while it is being done'
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sent_form');
  }
}
