import { Injectable } from '@nestjs/common';
import { FeedbackForms, type FeedbackStanding } from '../../feedback/index.js';
import { FollowUpFacts, type FollowUpFact } from '../../follow-ups/index.js';
import { PublishedSummary, type ToldContent } from '../../summaries/index.js';
import type { ParticipantRow } from '../../visits/index.js';
import { isOwnPromise } from '../domain/own-promise.js';

/** What came of a visit, as one who took part may see it. */
export interface AfterVisit {
  summary: { revision: number; content: ToldContent } | null;
  feedback: FeedbackStanding | null;
  /** Those that name the person. */
  promises: FollowUpFact[];
}

@Injectable()
export class ReadAfterVisit {
  constructor(
    private readonly summaries: PublishedSummary,
    private readonly feedback: FeedbackForms,
    private readonly followUps: FollowUpFacts,
  ) {}

  async execute(participant: ParticipantRow): Promise<AfterVisit> {
    const { id, visitId } = participant;
    const [summary, feedback, promises] = await Promise.all([
      this.summaries.ofVisit(visitId),
      this.feedback.standingOf(id),
      this.followUps.ofVisit(visitId),
    ]);
    return { summary, feedback, promises: promises.filter((one) => isOwnPromise(one, participant)) };
  }
}
