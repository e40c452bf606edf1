import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import { VisitError } from '../domain/error-codes.js';
import { ownAddressMail } from '../domain/participant-mails.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { ParticipantAddresses } from '../storage/participant-addresses.js';
import type { ParticipantRow } from '../storage/participant-repository.js';
import { assertNew } from './change-participants.js';

const DAY = 86_400_000;
const KEPT_DAYS = 7;
/** Most addresses that one participant gives in a day: each is mailed to. */
const MOST_IN_A_DAY = 3;

/** Asks the owner of a mailbox whether a participant may have its address. */
@Injectable()
export class AskOwnAddress {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly facts: VisitFactsQuery,
    private readonly addresses: ParticipantAddresses,
    private readonly outbox: Outbox,
  ) {}

  /**
   * In the open transaction.
   *
   * @param others those who take part beside
   * @throws VisitError `participant-twice`, `address-asked-too-often` with the seconds to wait
   */
  async execute(
    participant: ParticipantRow,
    email: string,
    others: readonly ParticipantRow[],
  ): Promise<void> {
    const { id: participantId, visitId, name } = participant;
    assertNew({ ...participant, email }, others);
    const now = this.clock.now();
    const [first, ...more] = await this.addresses.timesSince(participantId, new Date(now.getTime() - DAY));
    if (first && more.length + 1 >= MOST_IN_A_DAY) {
      const retryAfter = Math.ceil((first.getTime() + DAY - now.getTime()) / 1000);
      throw new VisitError('address-asked-too-often', { retryAfter });
    }
    const secret = newSecret();
    const tokenHash = hashSecret(secret);
    const expiresAt = new Date(now.getTime() + KEPT_DAYS * DAY);
    await this.addresses.use(participantId, now);
    await this.addresses.add({ tokenHash, participantId, email, createdAt: now, expiresAt, usedAt: null });
    const visit = found(await this.facts.byId(visitId));
    await this.outbox.post({
      key: `own-address:${tokenHash}`,
      stream: visitId,
      to: { name, email },
      ...ownAddressMail(name, visit, `${this.site.publicUrl}/jawab/alamat/${secret}`),
    });
  }
}
