import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayReach, mayReachPerson } from '../domain/reach.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { ReachRepository } from '../storage/reach-repository.js';
import { ChangeVisit, type VisitChange } from './change-visit.js';

/** Keeps who was told of a visit as it stands, by telephone or message; taken back by the same people. */
@Injectable()
export class ReachParticipants {
  constructor(
    private readonly clock: Clock,
    private readonly changeVisit: ChangeVisit,
    private readonly participants: ParticipantRepository,
    private readonly reach: ReachRepository,
  ) {}

  /**
   * Saying it again changes nothing.
   *
   * @throws RequestError `not-found`; `not-allowed` to all but the people of the units, of a visit that stands or was
   *   called off
   */
  async execute(actor: Actor, visitId: string, participantId: string, isReached: boolean): Promise<void> {
    const action = isReached ? 'reach-participant' : 'unreach-participant';
    const change = (visit: VisitFacts) => this.change(actor, visit, participantId, isReached);
    await this.changeVisit.execute(actor, visitId, action, change, { may: mayReach });
  }

  private async change(
    actor: Actor,
    visit: VisitFacts,
    participantId: string,
    isReached: boolean,
  ): Promise<VisitChange<void>> {
    const all = await this.participants.ofVisit(visit.id);
    const participant = found(all.find(({ id }) => id === participantId));
    if (!mayReachPerson(visit, participant, actor)) throw new RequestError('not-allowed');
    const { sequence } = visit;
    const nothing = { visit, result: undefined, beside: [] };
    if ((await this.reach.isReached(participantId, sequence)) === isReached) return nothing;
    if (isReached) {
      const { personId: reachedBy, name: reachedByName } = actor;
      await this.reach.add({
        participantId,
        sequence,
        reachedAt: this.clock.now(),
        reachedBy,
        reachedByName,
      });
    } else await this.reach.remove(participantId, sequence);
    return { ...nothing, beside: ['reached'], reason: participant.name };
  }
}
