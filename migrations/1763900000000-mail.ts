import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mail1763900000000 implements MigrationInterface {
  name = 'Mail1763900000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE mail (
        id uuid CONSTRAINT mail_pkey PRIMARY KEY,
        position bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT mail_position_key UNIQUE,
        key text NOT NULL CONSTRAINT mail_key_key UNIQUE,
        stream text,
        recipient_name text NOT NULL,
        recipient_email text NOT NULL,
        subject text NOT NULL,
        body_text text NOT NULL,
        body_html text NOT NULL,
        calendar_method text,
        calendar_content text,
        message_id text NOT NULL CONSTRAINT mail_message_id_key UNIQUE,
        state text NOT NULL DEFAULT 'queued',
        tries integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL,
        last_error text,
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        CONSTRAINT mail_calendar_check CHECK (
          (calendar_method IS NULL) = (calendar_content IS NULL)
          AND (calendar_method IS NULL OR calendar_method IN ('REQUEST', 'CANCEL'))
        ),
        CONSTRAINT mail_state_check CHECK (state IN ('queued', 'sent', 'failed', 'suppressed')),
        CONSTRAINT mail_sent_at_check CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        CONSTRAINT mail_last_error_check CHECK (state <> 'failed' OR last_error IS NOT NULL),
        CONSTRAINT mail_tries_check CHECK (tries >= 0)
      );
      CREATE INDEX mail_due_idx ON mail (position, next_try_at) WHERE state = 'queued';
      CREATE INDEX mail_order_idx ON mail (stream, lower(recipient_email), position) WHERE state = 'queued';
      CREATE INDEX mail_stream_idx ON mail (stream, position) WHERE stream IS NOT NULL;
      CREATE INDEX mail_state_idx ON mail (state, position);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE mail');
  }
}
