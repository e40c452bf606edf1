import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { blankTexts, nobodyAttended, type SummaryTexts } from '../domain/summary.js';
import { SummaryRepository } from '../storage/summary-repository.js';
import { GatherFacts } from './gather-summary.js';
import { RecordSummary } from './publish-summary.js';

/** Publishes the summary that an entered visit came with, in the transaction that enters it; whoever calls entered it. */
@Injectable()
export class KeepRecordedSummary {
  constructor(
    private readonly clock: Clock,
    private readonly summaries: SummaryRepository,
    private readonly record: RecordSummary,
    private readonly facts: GatherFacts,
  ) {}

  /**
   * @param isBare whether nothing else is known of the visit that the summary tells, neither people nor promises
   * @param mails whether it is mailed to everybody
   */
  async execute(
    actor: Actor,
    visitId: string,
    texts: Pick<SummaryTexts, 'outcomes' | 'decisions' | 'notes'>,
    { isBare, mails }: { isBare: boolean; mails: boolean },
  ): Promise<void> {
    const [changedAt, changedBy] = [this.clock.now(), actor.personId];
    const row = { ...blankTexts, ...texts, visitId, changedAt, changedBy };
    if (!isBare || mails) {
      return this.record.execute(visitId, { ...row, version: 0, revision: 0 }, actor, mails);
    }
    await this.summaries.save({ ...row, version: 1, revision: 1 });
    const { answers: _, ...blank } = blankTexts;
    const content = {
      ...blank,
      ...texts,
      ...(await this.facts.execute(visitId, Promise.resolve([]))),
      attendance: nobodyAttended,
      followUps: [],
      practices: [],
      files: [],
      learning: [],
    };
    const published = { visitId, revision: 1, publishedAt: changedAt, publishedBy: changedBy };
    await this.summaries.keep({ ...published, content: { ...content, automatic: false } });
  }
}
