import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ReadVisit } from '../../visits/index.js';
import { FollowUpFacts, type FollowUpFact, type FollowUpHistoryLine } from '../queries/follow-up-facts.js';

@Injectable()
export class ReadFollowUp {
  constructor(
    private readonly facts: FollowUpFacts,
    private readonly visits: ReadVisit,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see its visit */
  async execute(actor: Actor, id: string): Promise<FollowUpFact & { history: FollowUpHistoryLine[] }> {
    const fact = found(await this.facts.byId(id));
    await this.visits.execute(actor, fact.visit);
    return { ...fact, history: await this.facts.history(id) };
  }
}
