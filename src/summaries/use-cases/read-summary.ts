import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { ReadVisit, actorSides, type VisitFacts } from '../../visits/index.js';
import { blankTexts, type SummaryContent } from '../domain/summary.js';
import { SummaryRepository, type SummaryRevision, type SummaryRow } from '../storage/summary-repository.js';
import { GatherSummary } from './gather-summary.js';

/** A visit's summary as somebody may see it. */
export interface ReadableSummary {
  visit: VisitFacts;
  /** Null for those who only see what was published. */
  draft: (SummaryRow & { content: SummaryContent }) | null;
  published: SummaryRevision | null;
}

@Injectable()
export class ReadSummary {
  constructor(
    private readonly visits: ReadVisit,
    private readonly summaries: SummaryRepository,
    private readonly gather: GatherSummary,
  ) {}

  /** The two units see what is being written; others the last revision. */
  async execute(actor: Actor, visitId: string): Promise<ReadableSummary> {
    const { visit } = await this.visits.execute(actor, visitId);
    const standing = await this.summaries.ofVisit(visitId);
    const published = standing?.revision ? await this.summaries.revision(visitId, standing.revision) : null;
    const writes = actorSides(visit, actor).some((side) => side === 'guest' || side === 'host');
    const row = standing ?? { ...blankTexts, ...unwritten, visitId, changedAt: visit.changedAt };
    const content = writes ? await this.gather.execute(visitId, row, false) : null;
    return { visit, published, draft: content && { ...row, content } };
  }
}

const unwritten = { version: 0, revision: 0, changedBy: null };
