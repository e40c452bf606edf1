import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { hashSecret } from '../../platform/text/tokens.js';
import type { Zone } from '../../platform/text/zones.js';
import { actorSides, mayRead, VisitFactsQuery } from '../../visits/index.js';
import { resultsOf, type FeedbackResults } from '../domain/feedback-results.js';
import { VisitFeedbackQuery, type VisitFeedback } from '../queries/visit-feedback.js';

/** A visit's feedback as both units and their regional offices see it. */
export interface ReadableFeedback {
  visitId: string;
  /** The host's zone. */
  timeZone: Zone;
  openUntil: Date | null;
  results: FeedbackResults;
}

@Injectable()
export class ReadFeedback {
  constructor(
    private readonly visits: VisitFactsQuery,
    private readonly feedback: VisitFeedbackQuery,
  ) {}

  /**
   * @throws RequestError `not-found` for those who may not see the visit
   * @throws RequestError `not-allowed` for those who only take part, or see to the system
   */
  async execute(actor: Actor, visitId: string): Promise<ReadableFeedback> {
    const visit = found(await this.visits.byId(visitId));
    if (!mayRead(visit, actor)) throw new RequestError('not-found');
    const allowed = await this.ifAllowed(actor, visitId);
    if (!allowed) throw new RequestError('not-allowed');
    return allowed;
  }

  /** The same for a page of a visit that the actor may see; null for those who may not see what was said. */
  async ifAllowed(actor: Actor, visitId: string): Promise<ReadableFeedback | null> {
    const feedback = await this.feedback.ofVisit(visitId);
    return feedback && actorSides(feedback, actor).length > 0 ? readable(visitId, feedback) : null;
  }
}

function readable(visitId: string, { timeZone, openUntil, released }: VisitFeedback): ReadableFeedback {
  return { visitId, timeZone, openUntil, results: resultsOf(released, hashSecret) };
}
