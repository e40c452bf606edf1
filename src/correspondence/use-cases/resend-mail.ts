import { Injectable } from '@nestjs/common';
import { MailRenewals } from '../../platform/mail/mail-renewals.js';
import { RequeueMails } from '../../platform/mail/requeue-mails.js';
import type { Actor } from '../../platform/security/actor.js';
import { MailError } from '../domain/mail-error.js';
import { FindMail, type MailFacts } from '../queries/find-mail.js';

/** Sends a mail once more that was given up: its address or its server has been mended. */
@Injectable()
export class ResendMail {
  constructor(
    private readonly mail: FindMail,
    private readonly requeue: RequeueMails,
    private readonly renewals: MailRenewals,
  ) {}

  /**
   * Whatever goes out says what stands now: a mail that is older than what stands is overtaken or held back, and one
   * whose links were taken out is written anew by whose it is.
   *
   * @throws MailError `mail-not-failed`, `mail-overtaken`, or `mail-redacted` when its links were taken out and nobody
   * writes it anew
   * @throws RequestError `not-found`, also to those who may not see it
   */
  async execute(actor: Actor, id: string): Promise<void> {
    const mail = await this.mail.execute(actor, id);
    if (mail.state === 'overtaken') throw new MailError('mail-overtaken');
    if (mail.state === 'failed' && mail.isRedacted) return this.writeAnew(mail);
    if (!(await this.requeue.tryAgain(id))) throw new MailError('mail-not-failed');
  }

  private async writeAnew({ visit: stream, toEmail: email, topic }: MailFacts): Promise<void> {
    const isAddressed = stream !== null && email !== null && topic !== null;
    const isWritten = isAddressed && (await this.renewals.renew({ stream, email, topic }));
    if (!isWritten) throw new MailError('mail-redacted');
  }
}
