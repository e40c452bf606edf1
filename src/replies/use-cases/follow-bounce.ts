import { Injectable } from '@nestjs/common';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import { isDeadAddress } from '../../platform/text/delivery-status.js';
import type { Bounce } from '../domain/bounce.js';
import type { AddressOwner } from '../domain/incoming-mail.js';
import { bounceProof, isAuthenticated, type Authenticated } from '../domain/proof.js';
import { OwnMails } from '../queries/own-mails.js';
import type { Received } from './follow-reply.js';

/** Notes that mail does not reach an address, when the report is about a mail of ours to it. */
@Injectable()
export class FollowBounce {
  constructor(
    private readonly mails: OwnMails,
    private readonly faults: AddressFaults,
  ) {}

  /** However many addresses a report names: a mail of ours has one recipient, so one is marked at most. */
  async execute(bounces: readonly Bounce[], owners: readonly AddressOwner[]): Promise<Received> {
    const messageId = bounces.find((bounce) => bounce.messageId !== null)?.messageId ?? null;
    const returned = messageId === null ? null : await this.mails.byMessageId(messageId);
    for (const { recipients, status } of bounces) {
      const proof = recipients
        .map((email) => bounceProof(email, returned, owners))
        .find((each) => isAuthenticated(each));
      if (!proof) continue;
      await this.mark(proof, status);
      const stream = returned?.stream ?? owners[0]?.stream ?? null;
      return { outcome: 'bounce', visitId: await this.mails.visitOf(stream) };
    }
    return { outcome: 'bounce-unknown', visitId: null };
  }

  private async mark({ email }: Authenticated, status: string): Promise<void> {
    if (isDeadAddress(status)) await this.faults.mark(email, status);
  }
}
