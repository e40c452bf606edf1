import { Injectable } from '@nestjs/common';
import { OvertakenMails } from '../../platform/mail/overtaken-mails.js';
import { ReturnAddresses } from '../../platform/mail/return-addresses.js';
import type { Named } from '../../platform/text/same-person.js';
import { ParticipantAddresses } from '../storage/participant-addresses.js';
import { ParticipantLinkRepository } from '../storage/participant-link-repository.js';
import type { VisitAspect } from '../domain/visit-aspects.js';

/**
 * Why a participant is reached elsewhere: the same person has another mailbox, the address was wrong from the start and
 * may be a stranger's, or somebody else came in the person's place.
 */
export type AddressChangeReason = 'moved' | 'corrected' | 'succeeded';

/** A participant who is reached elsewhere from now on. */
export interface AddressChange {
  visitId: string;
  participantId: string;
  from: Named;
  to: Named;
  reason: AddressChangeReason;
  /** Whether others of the visit still have the old address. */
  isShared: boolean;
}

/** Does what follows, in the open transaction, and says what else of the visit changed by it. */
type AddressListener = (change: AddressChange) => Promise<readonly VisitAspect[]>;

/** Where features above tell what follows when a participant is reached elsewhere. */
@Injectable()
export class AddressChanges {
  private readonly listeners: AddressListener[] = [];

  constructor(
    private readonly mails: OvertakenMails,
    private readonly returns: ReturnAddresses,
    private readonly links: ParticipantLinkRepository,
    private readonly asked: ParticipantAddresses,
  ) {}

  register(listener: AddressListener): void {
    this.listeners.push(listener);
  }

  /** @returns what else changed of the visit */
  async happened(change: AddressChange): Promise<VisitAspect[]> {
    await this.leaveOld(change);
    if (change.reason !== 'moved') await this.endWaysIn(change.participantId);
    const beside: VisitAspect[] = [];
    for (const listener of this.listeners) beside.push(...(await listener(change)));
    return beside;
  }

  /** Another telephone, by somebody else's word: what was sent to the old one opens nothing any more. */
  telephoneChanged(participantId: string): Promise<void> {
    return this.links.forgetMessages(participantId);
  }

  /** Neither the links that went to the old address, nor an address that was asked for by one of them. */
  private async endWaysIn(participantId: string): Promise<void> {
    await this.links.forget(participantId);
    await this.asked.forgetAsked(participantId);
  }

  /** What waits for the old address does not leave, and answers from there count only for who moved. */
  private async leaveOld({ visitId, from, to, reason, isShared }: AddressChange): Promise<void> {
    if (from.email === null || isShared) return;
    await this.mails.overtakeToParticipant(visitId, from.email);
    if (reason === 'moved' && to.email !== null) await this.returns.carry(visitId, from.email, to.email);
    else await this.returns.forget(visitId, from.email);
  }
}
