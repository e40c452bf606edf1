import { Injectable } from '@nestjs/common';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import { isDeadAddress } from '../../platform/mail/mail-fate.js';
import { ReturnedMails } from '../../platform/mail/returned-mails.js';
import type { Bounce } from '../domain/bounce.js';
import type { ReturnRecipient } from '../domain/incoming-mail.js';
import {
  bounceProof,
  forwardedProof,
  isAuthenticated,
  type Authenticated,
  type OwnMail,
} from '../domain/proof.js';
import { OwnMails } from '../queries/own-mails.js';
import type { Received } from './follow-reply.js';

/** Notes that mail does not reach an address, when the report is about a mail of ours to it. */
@Injectable()
export class FollowBounce {
  constructor(
    private readonly mails: OwnMails,
    private readonly faults: AddressFaults,
    private readonly returned: ReturnedMails,
  ) {}

  /** However many addresses a report names: a mail of ours has one recipient, so one is marked at most. */
  async execute(bounces: readonly Bounce[], owners: readonly ReturnRecipient[]): Promise<Received> {
    const messageId = bounces.find((bounce) => bounce.messageId !== null)?.messageId ?? null;
    const mail = messageId === null ? null : await this.mails.byMessageId(messageId);
    const stream = mail?.stream ?? owners[0]?.stream ?? null;
    const proved =
      provedBounce(bounces, mail, owners) ?? (await this.forwarded(bounces, mail, owners, stream));
    if (!proved) return { outcome: 'bounce-unknown', visitId: null };
    const { proof, status } = proved;
    if (isDeadAddress(status)) await this.faults.mark(proof.email, status);
    if (mail !== null && messageId !== null) await this.returned.note(messageId, status);
    return { outcome: 'bounce', visitId: await this.mails.visitOf(stream) };
  }

  private async forwarded(
    bounces: readonly Bounce[],
    mail: OwnMail | null,
    owners: readonly ReturnRecipient[],
    stream: string | null,
  ): Promise<ProvedBounce | null> {
    const [bounce] = bounces;
    if (!bounce || stream === null) return null;
    const isWrittenTo = await this.mails.isWrittenTo(stream, bounce.recipients);
    const proof = forwardedProof(bounces, mail, owners, isWrittenTo);
    return isAuthenticated(proof) ? { proof, status: bounce.status } : null;
  }
}

interface ProvedBounce {
  proof: Authenticated;
  status: string;
}

function provedBounce(
  bounces: readonly Bounce[],
  mail: OwnMail | null,
  owners: readonly ReturnRecipient[],
): ProvedBounce | null {
  for (const { recipients, status } of bounces) {
    const proof = recipients
      .map((email) => bounceProof(email, mail, owners))
      .find((each) => isAuthenticated(each));
    if (proof) return { proof, status };
  }
  return null;
}
