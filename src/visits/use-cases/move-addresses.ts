import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OtherAddresses } from '../../people/index.js';
import type { Actor } from '../../platform/security/actor.js';
import { isSamePerson } from '../../platform/text/same-person.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { Mailboxes, type MailboxUse } from '../queries/mailboxes.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { AddressChanges } from './address-changes.js';
import { byAccount, ChangeVisit } from './change-visit.js';

/** One mailbox that became another. */
export interface MovedMailbox {
  from: string;
  to: string;
  /** Whose it is; null for everybody who has it. */
  name: string | null;
}

/**
 * Lets visits follow people to another mailbox of theirs. In those to come the invitation goes there and the history
 * says so; in those that are over only the address is another, so that their people still find them.
 */
@Injectable()
export class MoveAddresses implements OnModuleInit {
  constructor(
    private readonly accounts: OtherAddresses,
    private readonly mailboxes: Mailboxes,
    private readonly participants: ParticipantRepository,
    private readonly changes: AddressChanges,
    private readonly changeVisit: ChangeVisit,
  ) {}

  onModuleInit(): void {
    this.accounts.register(({ actor, ...moved }) => this.execute(actor, moved));
  }

  /** In the open transaction. */
  async execute(actor: Actor, moved: MovedMailbox): Promise<void> {
    const uses = await this.mailboxes.usesOf(moved.from);
    const theirs = uses.filter(
      ({ name, email }) => moved.name === null || isSamePerson({ name: moved.name, email }, { name, email }),
    );
    const toCome = new Set([...statesWith('ahead'), ...statesWith('unsent')]);
    for (const use of theirs) {
      if (toCome.has(use.state)) await this.inVisitToCome(actor, use, moved);
      else await this.participants.readdress(use.id, moved.to);
    }
    for (const id of await this.mailboxes.contactOf(moved.from, [...toCome]))
      await this.contact(actor, id, moved);
  }

  private inVisitToCome(actor: Actor, use: MailboxUse, { from, to }: MovedMailbox): Promise<void> {
    const { id: participantId, visitId, name } = use;
    return this.changeVisit.execute(
      actor,
      visitId,
      'change-address',
      async (visit) => {
        const all = await this.participants.ofVisit(visitId);
        const isThere = await this.participants.readdress(participantId, to);
        const isShared = all.some(({ id, email }) => id !== participantId && email === from);
        const change = {
          ...{ visitId, participantId, isShared },
          from: { name, email: from },
          to: { name, email: to },
          reason: 'moved' as const,
        };
        const followed = isThere ? await this.changes.happened(change) : [];
        return { visit, result: undefined, beside: ['people', ...followed] };
      },
      byAccount,
    );
  }

  private contact(actor: Actor, visitId: string, { to }: MovedMailbox): Promise<void> {
    const change = (visit: Parameters<Parameters<ChangeVisit['execute']>[3]>[0]) =>
      Promise.resolve({ visit: { ...visit, contactEmail: to }, result: undefined, beside: [] });
    return this.changeVisit.execute(actor, visitId, 'change-address', change, byAccount);
  }
}
