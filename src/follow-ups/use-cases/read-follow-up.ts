import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ReadVisit } from '../../visits/index.js';
import {
  FollowUpFacts,
  type FollowUpComment,
  type FollowUpFact,
  type FollowUpHistoryLine,
} from '../queries/follow-up-facts.js';
import { EvidenceFileRepository, type EvidenceFileRow } from '../storage/evidence-file-repository.js';

/** A follow-up with what was done and said about it. */
export type FollowUpWithStory = FollowUpFact & {
  history: FollowUpHistoryLine[];
  comments: FollowUpComment[];
  files: EvidenceFileRow[];
};

@Injectable()
export class ReadFollowUp {
  constructor(
    private readonly facts: FollowUpFacts,
    private readonly visits: ReadVisit,
    private readonly evidence: EvidenceFileRepository,
  ) {}

  /** @throws RequestError `not-found` also for those who may not see its visit */
  async fact(actor: Actor, id: string): Promise<FollowUpFact> {
    const fact = found(await this.facts.byId(id));
    await this.visits.execute(actor, fact.visit);
    return fact;
  }

  /** @throws RequestError `not-found` also for those who may not see its visit */
  async execute(actor: Actor, id: string): Promise<FollowUpWithStory> {
    const fact = await this.fact(actor, id);
    return {
      ...fact,
      history: await this.facts.history(id),
      comments: await this.facts.comments(id),
      files: await this.evidence.ofFollowUp(id),
    };
  }
}
