import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { accessFault } from '../../platform/mail-checks/access-fault.js';
import { CertificateWatch } from '../../platform/mail-checks/certificate-watch.js';
import type { FindingName } from '../../platform/mail-checks/findings.js';
import { MailChecks } from '../../platform/mail-checks/mail-checks.js';
import { certificateFound, type Found, type MailProbe } from '../../platform/mail-checks/mail-probe.js';
import { mailboxFault, mailboxWords } from '../domain/mailbox-problem.js';
import { MailboxReading } from '../queries/mailbox-reading.js';
import { mailboxClient } from './mailbox-client.js';

/** Milliseconds that each step of signing in may take. */
const PATIENCE = 10_000;
/** Milliseconds without a look at the mailbox after which nobody reads it: its reader tries each five minutes at the least. */
const UNREAD = 15 * 60_000;

/** Whether the mailbox that answers come to can be opened, and is read. */
@Injectable()
export class MailboxProbe implements MailProbe, OnModuleInit {
  readonly name = 'imap';
  readonly subject = 'IMAP_URL';

  constructor(
    private readonly environment: Environment,
    private readonly checks: MailChecks,
    private readonly reading: MailboxReading,
  ) {}

  onModuleInit(): void {
    this.checks.register(this);
  }

  async look(now: Date): Promise<Found> {
    const { IMAP_URL: url } = this.environment;
    if (!url) return { finding: 'imap-not-set', detail: '' };
    const found = await this.open(url, now);
    if (found.finding !== 'reachable' && found.finding !== 'certificate-ends-soon') return found;
    const reading = await this.reading.execute();
    const isUnread = reading?.lookedAt && now.getTime() - reading.lookedAt.getTime() > UNREAD;
    return isUnread ? { ...found, finding: 'not-read' } : found;
  }

  private async open(url: string, now: Date): Promise<Found> {
    const watch = new CertificateWatch();
    const times = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
    const { client, access } = await mailboxClient(url, { ...times, tls: watch.options });
    client.on('error', () => undefined); // without a listener an error would end the process
    try {
      await client.connect();
      await client.mailboxOpen(access.name, { readOnly: true });
      await client.logout().catch(() => undefined);
      return certificateFound(watch, now);
    } catch (error) {
      return { finding: findingOf(error), detail: mailboxWords(error) };
    } finally {
      client.close();
    }
  }
}

function findingOf(error: unknown): FindingName {
  const fault = mailboxFault(error);
  if (fault === 'password') return 'password-refused';
  return fault === 'mailbox' ? 'mailbox-missing' : accessFault(error);
}
