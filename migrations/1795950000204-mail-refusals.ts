import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailRefusals1795950000204 implements MigrationInterface {
  name = 'MailRefusals1795950000204';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail_refusal (
        kind text NOT NULL CONSTRAINT mail_refusal_kind_check CHECK (kind IN ('digest', 'reminder')),
        email text NOT NULL CONSTRAINT mail_refusal_email_check CHECK (email = lower(email)),
        token text NOT NULL CONSTRAINT mail_refusal_token_key UNIQUE,
        refused_at timestamptz,
        CONSTRAINT mail_refusal_pkey PRIMARY KEY (kind, email)
      );
      COMMENT ON TABLE mail_refusal IS
        'What people say by the link of a mail that they no longer want (RFC 8058), and the secret of that link.';
      ALTER TABLE mail ADD bulk text CONSTRAINT mail_bulk_check CHECK (bulk IN ('digest', 'reminder'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail DROP bulk');
    await queryRunner.query('DROP TABLE mail_refusal');
  }
}
