import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { organisationOf } from '../../platform/security/capabilities.js';
import { VisitError } from '../domain/error-codes.js';
import { mayBring, mayEdit } from '../domain/visit-policies.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { ParticipantAddresses } from '../storage/participant-addresses.js';
import { ParticipantLinkRepository } from '../storage/participant-link-repository.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { ChangeVisit } from './change-visit.js';
import { PostNewLink } from './post-new-link.js';

const may = (visit: VisitFacts, actor: Actor): boolean => mayEdit(visit, actor) || mayBring(visit, actor);

/**
 * Lets an officer send a participant a new link: those that were sent before end, with their feeds and the address that
 * was asked for by one of them.
 */
@Injectable()
export class SendLinkAgain {
  constructor(
    private readonly clock: Clock,
    private readonly changeVisit: ChangeVisit,
    private readonly participants: ParticipantRepository,
    private readonly stored: ParticipantLinkRepository,
    private readonly asked: ParticipantAddresses,
    private readonly post: PostNewLink,
  ) {}

  /**
   * @throws RequestError `not-found`, `not-allowed` to whoever may not change the participant
   * @throws VisitError `participant-without-mail`, `link-sent-too-often`
   */
  execute(actor: Actor, visitId: string, participantId: string): Promise<void> {
    const send = async (visit: VisitFacts) => {
      const all = await this.participants.ofVisit(visitId);
      const participant = found(all.find(({ id }) => id === participantId));
      if (!mayEdit(visit, actor) && participant.broughtBy !== organisationOf(actor)) {
        throw new RequestError('not-allowed');
      }
      if (participant.email === null) throw new VisitError('participant-without-mail');
      await this.stored.end(participantId, this.clock.now());
      await this.asked.forgetAsked(participantId);
      if (!(await this.post.execute(visit, participant))) throw new VisitError('link-sent-too-often');
      return { visit, result: undefined, reason: `Kepada ${participant.name}.`, beside: [] };
    };
    return this.changeVisit.execute(actor, visitId, 'send-link', send, { may });
  }
}
