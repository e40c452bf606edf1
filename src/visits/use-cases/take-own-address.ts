import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { VisitError } from '../domain/error-codes.js';
import { participantChanges } from '../domain/field-changes.js';
import { ParticipantAddresses, type AskedOwnAddress } from '../storage/participant-addresses.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { ActAsParticipant } from './act-as-participant.js';
import { FollowOwnAddress } from './follow-own-address.js';

/** Gives a participant the address whose owner said yes by the link that was mailed there. */
@Injectable()
export class TakeOwnAddress {
  constructor(
    private readonly clock: Clock,
    private readonly addresses: ParticipantAddresses,
    private readonly act: ActAsParticipant,
    private readonly participants: ParticipantRepository,
    private readonly follow: FollowOwnAddress,
  ) {}

  /** What a link is about; null for one that cannot be used. Looking at it does not use it up. */
  find(secret: string): Promise<AskedOwnAddress | null> {
    return this.addresses.findLive(hashSecret(secret), this.clock.now());
  }

  /**
   * The invitation goes to the new address as it stands; answers, links and feeds stay.
   *
   * @returns a link to the own page, for whoever has just shown to be the owner
   * @throws VisitError `participant-twice`
   * @throws RequestError `not-found` for a link that cannot be used
   */
  async execute(secret: string): Promise<string> {
    const { visitId, participantId, email } = found(await this.find(secret));
    let page = '';
    await this.act.execute(visitId, participantId, async ({ participant, others, now }) => {
      // Somebody else may have used it while this one waited.
      found(await this.find(secret));
      const { name } = participant;
      if (!(await this.participants.readdress(participantId, email)))
        throw new VisitError('participant-twice');
      await this.addresses.use(participantId, now);
      const isShared = others.some((one) => one.email === participant.email);
      const followed = await this.follow.execute(participant, email, isShared);
      page = followed.page;
      const changes = participantChanges(participant, { ...participant, email });
      const beside = ['people', ...followed.beside] as const;
      return { name, action: 'change-own-address', reason: null, beside, changes };
    });
    return page;
  }
}
