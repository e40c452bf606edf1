import { Injectable } from '@nestjs/common';
import { Outbox } from '../../platform/mail/outbox.js';
import type { Actor } from '../../platform/security/actor.js';
import { MailError } from '../domain/mail-error.js';
import { FindMail } from '../queries/find-mail.js';

/** Sends a mail once more that was given up: its address or its server has been mended. */
@Injectable()
export class ResendMail {
  constructor(
    private readonly mail: FindMail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws MailError `mail-not-failed`, or `mail-redacted` when its links were taken out
   * @throws RequestError `not-found`, also to those who may not see it
   */
  async execute(actor: Actor, id: string): Promise<void> {
    const { state, isRedacted } = await this.mail.execute(actor, id);
    if (state === 'failed' && isRedacted) throw new MailError('mail-redacted');
    if (!(await this.outbox.tryAgain(id))) throw new MailError('mail-not-failed');
  }
}
