import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailDelivery1764400000001 implements MigrationInterface {
  name = 'MailDelivery1764400000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Mails that a process is sending now. A claim that ended may be taken by another.
      CREATE TABLE mail_lease (
        mail_id uuid CONSTRAINT mail_lease_pkey PRIMARY KEY
          CONSTRAINT mail_lease_mail_id_fkey REFERENCES mail (id) ON DELETE CASCADE,
        domain text NOT NULL,
        holder uuid NOT NULL,
        ends_at timestamptz NOT NULL
      );
      CREATE INDEX mail_lease_holder_idx ON mail_lease (holder);

      -- What keeps mails from leaving: '*' is the mail server itself, any other scope a recipient domain.
      CREATE TABLE mail_outage (
        scope text CONSTRAINT mail_outage_pkey PRIMARY KEY,
        cause text NOT NULL,
        words text NOT NULL,
        since timestamptz NOT NULL,
        noticed_at timestamptz NOT NULL,
        next_probe_at timestamptz NOT NULL,
        refusals integer NOT NULL DEFAULT 0,
        CONSTRAINT mail_outage_scope_check CHECK (scope = lower(scope)),
        CONSTRAINT mail_outage_cause_check CHECK (cause IN ('fault', 'takes-none')),
        CONSTRAINT mail_outage_refusals_check CHECK (refusals >= 0)
      );

      -- How many mails a domain got in a second: those of the last minute are its rate.
      CREATE TABLE mail_domain_second (
        domain text NOT NULL,
        second timestamptz NOT NULL,
        sent integer NOT NULL,
        CONSTRAINT mail_domain_second_pkey PRIMARY KEY (domain, second),
        CONSTRAINT mail_domain_second_sent_check CHECK (sent > 0)
      );
      CREATE INDEX mail_domain_second_second_idx ON mail_domain_second (second);
      DROP INDEX mail_sent_idx;

      ALTER TABLE mail
        ADD doubts integer NOT NULL DEFAULT 0,
        ADD tried_at timestamptz,
        ADD requeued_at timestamptz,
        ADD last_fate text,
        ADD secrets text NOT NULL DEFAULT 'none',
        ADD CONSTRAINT mail_doubts_check CHECK (doubts BETWEEN 0 AND 3),
        ADD CONSTRAINT mail_last_fate_check CHECK (last_fate IN
          ('server-fault', 'sender-blocked', 'later', 'in-doubt', 'refused', 'address-dead')),
        ADD CONSTRAINT mail_secrets_check CHECK (secrets IN ('none', 'held', 'redacted')),
        ADD CONSTRAINT mail_redacted_check CHECK (secrets <> 'redacted' OR state <> 'queued');
      DROP INDEX mail_due_idx;
      CREATE INDEX mail_queue_idx ON mail (tried_at NULLS FIRST, position) WHERE state = 'queued';

      -- Secrets of mails that were sent before are taken out by the first process that sends mails from here on.
      UPDATE mail SET secrets = 'held'
      WHERE concat_ws(' ', body_text, body_html) ~ '(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])';
      CREATE INDEX mail_secrets_idx ON mail (position) WHERE secrets = 'held' AND state <> 'queued';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX mail_secrets_idx, mail_queue_idx;
      CREATE INDEX mail_due_idx ON mail (position, next_try_at) WHERE state = 'queued';
      ALTER TABLE mail DROP doubts, DROP tried_at, DROP requeued_at, DROP last_fate, DROP secrets;
      CREATE INDEX mail_sent_idx ON mail (sent_at) WHERE state = 'sent';
      DROP TABLE mail_domain_second, mail_outage, mail_lease;
    `);
  }
}
