import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { whenSaid } from '../../visits/index.js';
import { newId } from '../../platform/text/tokens.js';
import { cleanBeginning } from '../../platform/text/clean-text.js';
import type { IncomingMail } from '../domain/incoming-mail.js';
import { ReceivedMailRepository } from '../storage/received-mail-repository.js';
import { FollowMail } from './follow-mail.js';
import type { Received } from './follow-reply.js';

const LONGEST_SENDER = 1_000;

/** Takes in a mail that answers Sambang's own: what it says is done in the transaction that keeps it, so once. */
@Injectable()
export class ReceiveMail {
  private readonly logger = new Logger('replies');

  constructor(
    private readonly environment: Environment,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly received: ReceivedMailRepository,
    private readonly follow: FollowMail,
  ) {}

  /**
   * @param source the mail as it came, RFC 5322
   * @param cameAt when it reached the mailbox; left out for now
   * @returns null for a mail that was taken in before
   */
  async execute(source: Buffer, cameAt: Date | null = null): Promise<Received | null> {
    const mail = await this.read(source);
    if (!mail) return this.keep(source);
    const now = this.clock.now();
    const result = await this.database.transaction(async () => {
      const id = await this.store(source, mail);
      if (id === null) return null;
      const became = await this.follow.execute({ mailId: id, cameAt: whenSaid(cameAt, now), now }, mail);
      await this.received.conclude(id, became.outcome, became.visitId);
      return became;
    });
    if (result) this.logger.log(`a mail came: ${result.outcome}`);
    return result;
  }

  /** Only keeps a mail, for people to read. @returns null for one that was taken in before */
  async keep(source: Buffer): Promise<Received | null> {
    const id = await this.store(source, { senders: [], subject: '' });
    return id === null ? null : { outcome: 'not-understood', visitId: null };
  }

  /** Null for what cannot be taken apart, such as parts within parts without end. */
  private async read(source: Buffer): Promise<IncomingMail | null> {
    try {
      // What reads mails takes long to load, and few processes read any.
      const { readIncomingMail } = await import('../domain/incoming-mail.js');
      return await readIncomingMail(source, this.environment.MAIL_AUTHSERV_ID);
    } catch (error) {
      this.logger.warn(
        `a mail that cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  }

  /** @returns null when it was stored before */
  private async store(
    source: Buffer,
    { senders, subject }: Pick<IncomingMail, 'senders' | 'subject'>,
  ): Promise<string | null> {
    const id = newId();
    const isNew = await this.received.add({
      id,
      digest: createHash('sha256').update(source).digest('hex'),
      sender: cleanBeginning(senders.filter(Boolean).join(', '), LONGEST_SENDER),
      subject,
      source,
      outcome: 'not-understood',
      visitId: null,
      receivedAt: this.clock.now(),
    });
    return isNew ? id : null;
  }
}
