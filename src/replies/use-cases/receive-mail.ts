import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../../config/environment.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/text/tokens.js';
import { readIncomingMail, type IncomingMail } from '../domain/incoming-mail.js';
import { ReceivedMailRepository } from '../storage/received-mail-repository.js';
import { FollowMail } from './follow-mail.js';
import type { Received } from './follow-reply.js';

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
   * @returns null for a mail that was taken in before
   */
  async execute(source: Buffer): Promise<Received | null> {
    const mail = await readIncomingMail(source, this.environment.MAIL_AUTHSERV_ID);
    const result = await this.database.transaction(async () => {
      const id = await this.store(source, mail);
      if (id === null) return null;
      const became = await this.follow.execute(id, mail);
      await this.received.conclude(id, became.outcome, became.visitId);
      return became;
    });
    if (result) this.logger.log(`a mail came: ${result.outcome}`);
    return result;
  }

  /** Only keeps a mail, for people to read. */
  async keep(source: Buffer): Promise<void> {
    await this.store(source, { senders: [], subject: '' });
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
      sender: storable(senders[0] ?? ''),
      subject: storable(subject),
      source,
      outcome: 'not-understood',
      visitId: null,
      receivedAt: this.clock.now(),
    });
    return isNew ? id : null;
  }
}

/** The text without NUL, which PostgreSQL does not store. */
const storable = (text: string): string => text.replaceAll('\u0000', '');
