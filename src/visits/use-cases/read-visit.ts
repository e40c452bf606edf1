import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { participantFor, visitFor, type Shown, type ShownParticipant } from '../domain/contact-policy.js';
import { timeInQuestion } from '../domain/host-time.js';
import { actorSides, mayRead, mayReadFacts } from '../domain/visit-policies.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { offeredActions, type BlockedAction, type VisitAction } from '../domain/visit-states.js';
import { OverlappingPeople, type OverlappingPerson } from '../queries/overlapping-people.js';
import { VisitGuests, type VisitGuest } from '../queries/visit-guests.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { ParticipantRepository, type ParticipantRow } from '../storage/participant-repository.js';
import { StepFacts } from './step-facts.js';

/** A visit as somebody may see it: addresses and telephone numbers that the reader may not know are not in it. */
export interface ReadableVisit {
  visit: Shown<VisitFacts>;
  participants: ShownParticipant<ParticipantRow>[];
  allowedActions: VisitAction[];
  /** Steps of the reader's side that would be refused now, with the refusal. */
  blockedActions: BlockedAction[];
  /** Participants and accepting officers whom another confirmed visit takes at this visit's time, or at the time proposed for it. */
  overlaps: OverlappingPerson[];
}

/** A visit with all who visit together. */
export interface JointVisit extends ReadableVisit {
  /** Every organisation that visits or was asked to, the leading guest first. */
  guests: VisitGuest[];
  /** Whether the reader sees no more than what an organisation decides by that was asked to join. */
  isAsked: boolean;
}

@Injectable()
export class ReadVisit {
  constructor(
    private readonly visits: VisitFactsQuery,
    private readonly stepFacts: StepFacts,
    private readonly participants: ParticipantRepository,
    private readonly overlapping: OverlappingPeople,
    private readonly guests: VisitGuests,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see it */
  async execute(actor: Actor, id: string): Promise<ReadableVisit> {
    const visit = found(await this.visits.byId(id));
    if (!mayRead(visit, actor)) throw new RequestError('not-found');
    return this.whole(actor, visit);
  }

  /**
   * A visit and who takes part, without what the reader may do.
   *
   * @throws RequestError `not-found` also for those who may not see it
   */
  async withParticipants(actor: Actor, id: string): Promise<Pick<ReadableVisit, 'visit' | 'participants'>> {
    const [facts, all] = await Promise.all([this.visits.byId(id), this.participants.ofVisit(id)]);
    const visit = found(facts);
    if (!mayRead(visit, actor)) throw new RequestError('not-found');
    const participants = all.map((participant) => participantFor(visit, participant, actor));
    return { visit: visitFor(visit, actor), participants };
  }

  private async whole(actor: Actor, visit: VisitFacts): Promise<ReadableVisit> {
    const { id } = visit;
    const accepting = actorSides(visit, actor).includes('host') ? actor.personId : null;
    const [facts, participants, overlaps] = await Promise.all([
      this.stepFacts.of(visit, actor),
      this.participants.ofVisit(id),
      this.overlapsOf(visit, accepting),
    ]);
    const { allowed, blocked } = offeredActions(visit, actor, facts);
    return {
      visit: visitFor(visit, actor),
      participants: participants.map((participant) => participantFor(visit, participant, actor)),
      allowedActions: allowed,
      blockedActions: blocked,
      overlaps,
    };
  }

  /**
   * A visit for whoever may see it, or was asked to join it; to the latter it shows its facts and guests alone.
   *
   * @throws RequestError `not-found` also for those who may not see it
   */
  async withGuests(actor: Actor, id: string): Promise<JointVisit> {
    return (await this.withGuestsBeside(actor, id, () => Promise.resolve(null))).readable;
  }

  /**
   * The same, and what else is asked about a visit that the reader sees whole, at the same time.
   *
   * @param ask what is asked; null comes of it where the reader does not see it whole
   * @throws RequestError `not-found` also for those who may not see it
   */
  async withGuestsBeside<Beside>(
    actor: Actor,
    id: string,
    ask: (visit: Shown<VisitFacts>) => Promise<Beside>,
  ): Promise<{ readable: JointVisit; beside: Beside | null }> {
    const [facts, guests] = await Promise.all([this.visits.byId(id), this.guests.ofVisit(id)]);
    const visit = found(facts);
    if (!mayReadFacts(visit, actor)) throw new RequestError('not-found');
    const shown = visitFor(visit, actor);
    if (mayRead(visit, actor)) {
      const [whole, beside] = await Promise.all([this.whole(actor, visit), ask(shown)]);
      return { readable: { ...whole, guests, isAsked: false }, beside };
    }
    const nothing = { participants: [], allowedActions: [], blockedActions: [], overlaps: [] };
    return { readable: { visit: shown, ...nothing, guests, isAsked: true }, beside: null };
  }

  private async overlapsOf(visit: VisitFacts, host: string | null): Promise<OverlappingPerson[]> {
    if (!hasTrait(visit.state, 'unsent') && !hasTrait(visit.state, 'ahead')) return [];
    const accepting = hasTrait(visit.state, 'awaitsAnswer') ? host : null;
    return this.overlapping.execute(visit.id, timeInQuestion(visit), accepting);
  }
}
