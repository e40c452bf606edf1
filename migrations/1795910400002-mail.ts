import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox: mails that go out, who is sending them, and what is known of the servers and addresses they go to. */
export class Mail1795910400002 implements MigrationInterface {
  name = 'Mail1795910400002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(mails);
    await queryRunner.query(delivery);
    await queryRunner.query(addresses);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE address_fault, return_address, mail_domain_second, mail_outage, mail_lease, mail_attachment, mail;
    `);
  }
}

const mails = `
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
    reference text,
    secrets text NOT NULL DEFAULT 'none',
    state text NOT NULL DEFAULT 'queued',
    tries integer NOT NULL DEFAULT 0,
    doubts integer NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL,
    tried_at timestamptz,
    last_error text,
    last_fate text,
    created_at timestamptz NOT NULL,
    requeued_at timestamptz,
    sent_at timestamptz,
    CONSTRAINT mail_calendar_check CHECK (
      (calendar_method IS NULL) = (calendar_content IS NULL)
      AND (calendar_method IS NULL OR calendar_method IN ('REQUEST', 'CANCEL'))
    ),
    CONSTRAINT mail_reference_check CHECK (length(reference) BETWEEN 1 AND 64),
    CONSTRAINT mail_secrets_check CHECK (secrets IN ('none', 'held', 'redacted')),
    CONSTRAINT mail_redacted_check CHECK (secrets <> 'redacted' OR state <> 'queued'),
    CONSTRAINT mail_state_check CHECK (state IN ('queued', 'sent', 'failed', 'suppressed')),
    CONSTRAINT mail_sent_at_check CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CONSTRAINT mail_last_error_check CHECK (state <> 'failed' OR last_error IS NOT NULL),
    CONSTRAINT mail_last_fate_check CHECK (last_fate IN
      ('server-fault', 'sender-blocked', 'later', 'in-doubt', 'refused', 'address-dead')),
    CONSTRAINT mail_tries_check CHECK (tries >= 0),
    CONSTRAINT mail_doubts_check CHECK (doubts BETWEEN 0 AND 3)
  );
  CREATE INDEX mail_order_idx ON mail (stream, lower(recipient_email), position) WHERE state = 'queued';
  CREATE INDEX mail_queue_idx ON mail (tried_at NULLS FIRST, position) WHERE state = 'queued';
  CREATE INDEX mail_secrets_idx ON mail (position) WHERE secrets = 'held' AND state <> 'queued';
  CREATE INDEX mail_state_idx ON mail (state, position);
  CREATE INDEX mail_stream_idx ON mail (stream, position) WHERE stream IS NOT NULL;
  COMMENT ON TABLE mail IS 'Mails of the outbox: those that wait, and what became of the others.';
  COMMENT ON COLUMN mail.position IS 'Order in which mails were posted.';
  COMMENT ON COLUMN mail.key IS 'What the mail is about and for whom; one with a key that was posted before is not stored again.';
  COMMENT ON COLUMN mail.stream IS
    'What mails follow on from one another, mostly the id of a visit; those of one stream to one address leave in order.';
  COMMENT ON COLUMN mail.calendar_method IS 'METHOD of the scheduling message (RFC 5546); null for a mail without one.';
  COMMENT ON COLUMN mail.calendar_content IS 'The scheduling message (RFC 5545).';
  COMMENT ON COLUMN mail.reference IS 'The request or job that the mail comes from, as the log names it.';
  COMMENT ON COLUMN mail.secrets IS 'Whether the texts hold a link that signs somebody in; redacted once the mail is out for good.';
  COMMENT ON COLUMN mail.tries IS 'Tries to send it that counted.';
  COMMENT ON COLUMN mail.doubts IS 'Tries after which it may have arrived all the same.';
  COMMENT ON COLUMN mail.last_error IS 'What the mail server said last, or what failed.';
  COMMENT ON COLUMN mail.last_fate IS 'What the last failure means.';
  COMMENT ON COLUMN mail.requeued_at IS 'When an administrator had it sent anew.';

  CREATE TABLE mail_attachment (
    mail_id uuid NOT NULL CONSTRAINT mail_attachment_mail_id_fkey REFERENCES mail (id) ON DELETE CASCADE,
    position integer NOT NULL,
    filename text NOT NULL,
    content_type text NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT mail_attachment_pkey PRIMARY KEY (mail_id, position),
    CONSTRAINT mail_attachment_content_check CHECK (octet_length(content) <= 10485760)
  );
  COMMENT ON TABLE mail_attachment IS 'Files that go with a mail.';
`;

const delivery = `
  CREATE TABLE mail_lease (
    mail_id uuid CONSTRAINT mail_lease_pkey PRIMARY KEY
      CONSTRAINT mail_lease_mail_id_fkey REFERENCES mail (id) ON DELETE CASCADE,
    domain text NOT NULL,
    holder uuid NOT NULL,
    ends_at timestamptz NOT NULL
  );
  CREATE INDEX mail_lease_holder_idx ON mail_lease (holder);
  COMMENT ON TABLE mail_lease IS 'Mails that a process is sending now. A claim that ended may be taken by another.';
  COMMENT ON COLUMN mail_lease.domain IS 'Recipient domain.';
  COMMENT ON COLUMN mail_lease.holder IS 'The process that sends, by a number it drew when it started.';

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
  COMMENT ON TABLE mail_outage IS 'What keeps mails from leaving, for no fault of their own.';
  COMMENT ON COLUMN mail_outage.scope IS 'A recipient domain, or * for the mail server itself.';
  COMMENT ON COLUMN mail_outage.words IS 'What the server said, or what failed; one line.';
  COMMENT ON COLUMN mail_outage.noticed_at IS 'When it was last seen to be so.';
  COMMENT ON COLUMN mail_outage.refusals IS 'Mails that were refused in a row.';

  CREATE TABLE mail_domain_second (
    domain text NOT NULL,
    second timestamptz NOT NULL,
    sent integer NOT NULL,
    CONSTRAINT mail_domain_second_pkey PRIMARY KEY (domain, second),
    CONSTRAINT mail_domain_second_sent_check CHECK (sent > 0)
  );
  CREATE INDEX mail_domain_second_second_idx ON mail_domain_second (second);
  COMMENT ON TABLE mail_domain_second IS
    'How many mails a recipient domain got in a second; those of the last minute are its rate.';
`;

const addresses = `
  CREATE TABLE return_address (
    stream text NOT NULL,
    email text NOT NULL,
    token text NOT NULL CONSTRAINT return_address_token_key UNIQUE,
    CONSTRAINT return_address_pkey PRIMARY KEY (stream, email),
    CONSTRAINT return_address_email_check CHECK (email = lower(email)),
    CONSTRAINT return_address_token_check CHECK (token ~ '^[a-z2-7]{26}$')
  );
  COMMENT ON TABLE return_address IS
    'The address that answers to one stream''s mails to one person go to, the same for as long as the stream lives.';
  COMMENT ON COLUMN return_address.token IS 'What stands after its plus: a secret of that person.';

  CREATE TABLE address_fault (
    email text CONSTRAINT address_fault_pkey PRIMARY KEY,
    status text NOT NULL,
    noticed_at timestamptz NOT NULL,
    CONSTRAINT address_fault_email_check CHECK (email = lower(email)),
    CONSTRAINT address_fault_status_check CHECK (status ~ '^5\\.[0-9]{1,3}\\.[0-9]{1,3}$')
  );
  COMMENT ON TABLE address_fault IS 'Addresses that are known to be dead, until somebody answers from there.';
  COMMENT ON COLUMN address_fault.status IS 'Enhanced status code (RFC 3463) that said so.';
`;
