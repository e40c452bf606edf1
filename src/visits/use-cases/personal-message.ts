import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayReach, mayReachPerson, reachNewsOf } from '../domain/reach.js';
import { personalText, takesWhatsApp, whatsAppTo } from '../domain/reach-text.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { ChangeVisit } from './change-visit.js';
import { ParticipantLinks } from './participant-links.js';
import { ReadVisit, type ReadableVisit } from './read-visit.js';

/** A text to one participant, ready to be sent by WhatsApp. */
export interface PersonalMessage {
  visit: ReadableVisit['visit'];
  participant: ReadableVisit['participants'][number];
  text: string;
  /** The page of WhatsApp that opens it. */
  href: string;
}

/** Writes a text to one participant, with a new link that is that person's alone; the history says for whom one was made. */
@Injectable()
export class WritePersonalMessage {
  constructor(
    private readonly read: ReadVisit,
    private readonly changeVisit: ChangeVisit,
    private readonly participants: ParticipantRepository,
    private readonly links: ParticipantLinks,
  ) {}

  /** @throws RequestError `not-found`; `not-allowed` to who may not reach the person, or where there is no mobile number that the actor may know */
  async execute(actor: Actor, visitId: string, participantId: string): Promise<PersonalMessage> {
    const { visit, participants } = await this.read.execute(actor, visitId);
    const participant = found(participants.find(({ id }) => id === participantId));
    const { phone, name } = participant;
    if (!mayReachPerson(visit, participant, actor) || !takesWhatsApp(phone))
      throw new RequestError('not-allowed');
    const link = await this.linkFor(actor, visitId, participantId);
    const text = personalText(visit, name, reachNewsOf(visit), link);
    return { visit, participant, text, href: whatsAppTo(phone, text) };
  }

  /** Each press makes another, and so a line of its own. */
  private linkFor(actor: Actor, visitId: string, participantId: string): Promise<string> {
    const make = async (visit: VisitFacts) => {
      const all = await this.participants.ofVisit(visitId);
      const { name } = found(all.find(({ id }) => id === participantId));
      const result = await this.links.newFor(participantId, true);
      return { visit, result, reason: `Untuk ${name}.`, beside: ['reached'] as const };
    };
    return this.changeVisit.execute(actor, visitId, 'make-link', make, { may: mayReach });
  }
}
