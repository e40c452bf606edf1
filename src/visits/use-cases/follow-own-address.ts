import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { AddressFaults } from '../../platform/mail/address-faults.js';
import { Outbox } from '../../platform/mail/outbox.js';
import { leftAddressMail } from '../domain/participant-mails.js';
import type { VisitAspect } from '../domain/visit-aspects.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import type { ParticipantRow } from '../storage/participant-repository.js';
import { AddressChanges } from './address-changes.js';
import { ParticipantLinks } from './participant-links.js';

/** What follows, in the open transaction, when a participant moved to another mailbox: the old one is told. */
@Injectable()
export class FollowOwnAddress {
  constructor(
    private readonly changes: AddressChanges,
    private readonly links: ParticipantLinks,
    private readonly faults: AddressFaults,
    private readonly facts: VisitFactsQuery,
    private readonly outbox: Outbox,
  ) {}

  /** @returns a new link to the own page, and what else changed of the visit */
  async execute(
    { id: participantId, visitId, name, email: old }: ParticipantRow,
    email: string,
    isShared: boolean,
  ): Promise<{ page: string; beside: VisitAspect[] }> {
    const beside = await this.changes.happened({
      ...{ visitId, participantId, isShared },
      from: { name, email: old },
      to: { name, email },
      reason: 'moved',
    });
    await this.faults.clear(email);
    const page = await this.links.newFor(participantId);
    if (old !== null) {
      const visit = found(await this.facts.byId(visitId));
      await this.outbox.post({
        key: `own-address-left:${participantId}:${visit.version}:${email}`,
        stream: visitId,
        to: { name, email: old },
        ...leftAddressMail(name, visit, email),
      });
    }
    return { page, beside };
  }
}
