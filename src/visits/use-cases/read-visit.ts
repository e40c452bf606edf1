import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { participantFor, visitFor, type Shown, type ShownParticipant } from '../domain/contact-policy.js';
import { mayRead } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import type { VisitAction } from '../domain/visit-states.js';
import { OverlappingPeople, type OverlappingPerson } from '../queries/overlapping-people.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { ParticipantRepository, type ParticipantRow } from '../storage/participant-repository.js';
import { actionsOf } from './visit-actions.js';

/** A visit as somebody may see it: addresses and telephone numbers that the reader may not know are not in it. */
export interface ReadableVisit {
  visit: Shown<VisitFacts>;
  participants: ShownParticipant<ParticipantRow>[];
  allowedActions: VisitAction[];
  /** Participants whom another confirmed visit takes at this visit's time, or at the time proposed for it. */
  overlaps: OverlappingPerson[];
}

@Injectable()
export class ReadVisit {
  constructor(
    private readonly clock: Clock,
    private readonly facts: VisitFactsQuery,
    private readonly participants: ParticipantRepository,
    private readonly overlapping: OverlappingPeople,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  async execute(actor: Actor, id: string): Promise<ReadableVisit> {
    const visit = found(await this.facts.byId(id));
    if (!mayRead(visit, actor)) throw new RequestError('not-found');
    const participants = await this.participants.ofVisit(id);
    return {
      visit: visitFor(visit, actor),
      participants: participants.map((participant) => participantFor(visit, participant, actor)),
      allowedActions: actionsOf(visit, actor, this.clock.now()),
      overlaps: await this.overlapsOf(visit),
    };
  }

  private async overlapsOf(visit: VisitFacts): Promise<OverlappingPerson[]> {
    if (!hasTrait(visit.state, 'unsent') && !hasTrait(visit.state, 'ahead')) return [];
    const { proposedStartsAt, proposedEndsAt } = visit;
    const time =
      proposedStartsAt && proposedEndsAt ? { startsAt: proposedStartsAt, endsAt: proposedEndsAt } : visit;
    return this.overlapping.execute(visit.id, time);
  }
}
