import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Zone } from '../../platform/text/zones.js';
import { actorSides, mayRead, VisitFactsQuery, type VisitFacts } from '../../visits/index.js';
import { resultsOf, type FeedbackResults } from '../domain/feedback-results.js';
import { VisitFeedbackQuery } from '../queries/visit-feedback.js';

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
    if (actorSides(visit, actor).length === 0) throw new RequestError('not-allowed');
    return this.of(visit);
  }

  /** The same for a page that shows it among other things; null for those who may not see it. */
  async ifAllowed(actor: Actor, visitId: string): Promise<ReadableFeedback | null> {
    const visit = await this.visits.byId(visitId);
    return visit && actorSides(visit, actor).length > 0 ? this.of(visit) : null;
  }

  private async of({ id, timeZone }: VisitFacts): Promise<ReadableFeedback> {
    const { asked, openUntil, given } = await this.feedback.ofVisit(id);
    return { visitId: id, timeZone: timeZone as Zone, openUntil, results: resultsOf(asked, given) };
  }
}
