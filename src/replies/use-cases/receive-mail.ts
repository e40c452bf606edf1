import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import { newId } from '../../platform/text/tokens.js';
import { readIncomingMail, type IncomingMail } from '../domain/incoming-mail.js';
import type { Outcome } from '../domain/outcome.js';
import { InvitedPeople } from '../queries/invited-people.js';
import { ReceivedMailRepository } from '../storage/received-mail-repository.js';
import { FollowReply } from './follow-reply.js';

/** What became of a mail; the visit it is about, if any. */
export interface Received {
  outcome: Outcome;
  visitId: string | null;
}

/** Takes in a mail that answers Sambang's own: what it says is done in the transaction that keeps it, so once. */
@Injectable()
export class ReceiveMail {
  private readonly logger = new Logger('replies');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly received: ReceivedMailRepository,
    private readonly faults: AddressFaults,
    private readonly invited: InvitedPeople,
    private readonly followReply: FollowReply,
  ) {}

  /**
   * @param source the mail as it came, RFC 5322
   * @returns null for a mail that was taken in before
   */
  async execute(source: Buffer): Promise<Received | null> {
    const mail = await readIncomingMail(source);
    const result = await this.database.transaction(async () => {
      const id = await this.store(source, mail);
      if (id === null) return null;
      const became = await this.follow(mail);
      await this.received.conclude(id, became.outcome, became.visitId);
      return became;
    });
    if (result) this.logger.log(`a mail came: ${result.outcome}`);
    return result;
  }

  /** Only keeps a mail, for people to read. */
  async keep(source: Buffer): Promise<void> {
    await this.store(source, { sender: '', subject: '' });
  }

  /** @returns null when it was stored before */
  private async store(
    source: Buffer,
    { sender, subject }: Pick<IncomingMail, 'sender' | 'subject'>,
  ): Promise<string | null> {
    const id = newId();
    const isNew = await this.received.add({
      id,
      digest: createHash('sha256').update(source).digest('hex'),
      sender: storable(sender),
      subject: storable(subject),
      source,
      outcome: 'not-understood',
      visitId: null,
      receivedAt: this.clock.now(),
    });
    return isNew ? id : null;
  }

  private async follow({ sender, failsChecks, reply, bounces }: IncomingMail): Promise<Received> {
    if (reply) return this.followReply.execute(reply, sender, failsChecks);
    const [first] = bounces;
    if (!first) return { outcome: 'not-understood', visitId: null };
    for (const bounce of bounces) await this.faults.mark(bounce.recipient, bounce.reason);
    const visitId = first.messageId === null ? null : await this.invited.visitOfMail(first.messageId);
    return { outcome: 'bounce', visitId };
  }
}

/** The text without NUL, which PostgreSQL does not store. */
const storable = (text: string): string => text.replaceAll('\u0000', '');
