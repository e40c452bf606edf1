import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailChecks1795960000501 implements MigrationInterface {
  name = 'MailChecks1795960000501';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail_check (
        name text NOT NULL CONSTRAINT mail_check_name_check
          CHECK (name IN ('smtp', 'imap', 'mx', 'spf', 'dkim', 'dmarc')),
        state text NOT NULL CONSTRAINT mail_check_state_check
          CHECK (state IN ('good', 'warning', 'bad', 'unknown', 'off')),
        finding text NOT NULL,
        detail text NOT NULL,
        since timestamptz NOT NULL,
        checked_at timestamptz NOT NULL,
        good_at timestamptz,
        CONSTRAINT mail_check_pkey PRIMARY KEY (name)
      );
      COMMENT ON TABLE mail_check IS 'What a check of sending or receiving mail found last.';
      COMMENT ON COLUMN mail_check.since IS 'Since when it has been found so.';
      COMMENT ON COLUMN mail_check.good_at IS 'When it was last found well.';
      ALTER TABLE mailbox_position ADD looked_at timestamptz;
      COMMENT ON COLUMN mailbox_position.looked_at IS 'When the mailbox was last looked through.';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mailbox_position DROP looked_at');
    await queryRunner.query('DROP TABLE mail_check');
  }
}
