import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { AddressFaults } from './address-faults.js';
import { OvertakenMails } from './overtaken-mails.js';
import { MailTransport } from './mail-transport.js';
import { ADDRESS_SECRET, LINK_SECRET, withoutSecrets } from './secrets-in-mails.js';

/** Days that a mail which was given up, or stayed in the house, keeps its secrets: to be sent again, or handed over. */
const SECRETS_KEPT_DAYS = 30;

/** Mails redacted by one statement. */
const AT_ONCE = 500;

const REDACT = `
  WITH chosen AS (
    SELECT id FROM mail WHERE secrets = 'held' AND state <> 'queued'
      AND (($1 AND state IN ('sent', 'suppressed', 'overtaken')) OR created_at < $2) ORDER BY position LIMIT ${AT_ONCE}
    FOR UPDATE SKIP LOCKED
  ), redacted AS (
    UPDATE mail SET secrets = 'redacted', body_text = ${withoutSecrets('body_text', '$3', '$4')},
      body_html = ${withoutSecrets('body_html', '$3', '$4')},
      calendar_content = ${withoutSecrets('calendar_content', '$3', '$4')}
    WHERE id IN (SELECT id FROM chosen) RETURNING id
  )
  SELECT id FROM redacted`;

/** What is done about mails beside sending them. */
@Injectable()
export class MailUpkeep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transport: MailTransport,
    private readonly faults: AddressFaults,
    private readonly overtaken: OvertakenMails,
  ) {}

  /**
   * Takes the secrets out of mails that will not be sent any more: those that left the house before they were taken
   * out at their sending, those that were withdrawn, and those that were given up long ago. Ends marks of dead
   * addresses that mail reaches again, and holds back what waits for who is suspended.
   */
  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.faults.clearReached();
    await this.overtaken.withholdFromClosed();
    await this.database.query(
      `DELETE FROM mail_domain_second WHERE second < $1::timestamptz - interval '2 minutes'`,
      [now],
    );
    const old = new Date(now.getTime() - SECRETS_KEPT_DAYS * 86_400_000);
    const values = [this.transport.leavesTheHouse, old, LINK_SECRET, ADDRESS_SECRET];
    let redacted: unknown[];
    do redacted = await this.database.query(REDACT, values);
    while (redacted.length === AT_ONCE);
  }
}
