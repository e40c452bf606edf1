import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeParticipants, mayEdit, ReadVisit } from '../../visits/index.js';
import { WalkInContacts } from '../storage/walk-in-contacts.js';
import { DoorAccess } from './door-access.js';

/** How somebody who came unasked said to be reached, for those who look. */
export interface WaitingWalkIn {
  participantId: string;
  name: string;
  office: string | null;
  email: string | null;
  phone: string | null;
}

/** An officer's look at those who came unasked: whom they know stays, with the contacts that were given. */
@Injectable()
export class LookAtWalkIn {
  constructor(
    private readonly database: Database,
    private readonly door: DoorAccess,
    private readonly read: ReadVisit,
    private readonly contacts: WalkInContacts,
    private readonly participants: ChangeParticipants,
  ) {}

  /** Those who wait. @throws as DoorAccess.execute */
  async waiting(actor: Actor, visitId: string): Promise<WaitingWalkIn[]> {
    const [{ participants }, contacts] = await Promise.all([
      this.door.execute(actor, visitId),
      this.contacts.ofVisit(visitId),
    ]);
    const given = new Map(contacts.map((contact) => [contact.participantId, contact]));
    return participants
      .filter(({ walkIn }) => walkIn === 'waits')
      .map(({ id, name, office }) => {
        const { email = null, phone = null } = given.get(id) ?? {};
        return { participantId: id, name, office, email, phone };
      });
  }

  /**
   * Says that somebody is known: the contacts that were given count from now on, once the party may still be changed.
   *
   * @throws VisitError `participant-twice`; and as DoorAccess.execute
   */
  async accept(actor: Actor, visitId: string, participantId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { visit } = await this.read.execute(actor, visitId);
      const contacts = await this.contacts.ofVisit(visitId);
      const { email, phone } = contacts.find((each) => each.participantId === participantId) ?? {};
      const reached = mayEdit(visit, actor) ? { ...(email && { email }), ...(phone && { phone }) } : {};
      await this.participants.change(actor, visitId, participantId, { walkIn: 'seen', ...reached });
      await this.contacts.forget(participantId);
    });
  }

  /** Says that nobody knows the person, who leaves the list. @throws RequestError `not-allowed` for all others */
  async refuse(actor: Actor, visitId: string, participantId: string): Promise<void> {
    const waiting = await this.waiting(actor, visitId);
    if (!waiting.some((each) => each.participantId === participantId)) throw new RequestError('not-found');
    await this.participants.remove(actor, visitId, participantId);
  }
}
