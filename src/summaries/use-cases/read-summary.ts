import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { ReadVisit, mayReport, type VisitFacts } from '../../visits/index.js';
import { blankTexts, type ToldContent } from '../domain/summary.js';
import { PublishedSummary, type RevisionLine, type ToldRevision } from '../queries/published-summary.js';
import { TellContent } from '../queries/tell-content.js';
import { SummaryRepository, type SummaryRow } from '../storage/summary-repository.js';
import { GatherSummary } from './gather-summary.js';

/** A visit's summary as somebody may see it. */
export interface ReadableSummary {
  visit: VisitFacts;
  /** Null for those who only see what was published. */
  draft: (SummaryRow & { content: ToldContent }) | null;
  published: ToldRevision | null;
}

@Injectable()
export class ReadSummary {
  constructor(
    private readonly visits: ReadVisit,
    private readonly summaries: SummaryRepository,
    private readonly published: PublishedSummary,
    private readonly gather: GatherSummary,
    private readonly tell: TellContent,
  ) {}

  /** The two units see what is being written; others the last revision. */
  async execute(actor: Actor, visitId: string): Promise<ReadableSummary> {
    const [{ visit }, standing] = await Promise.all([
      this.visits.withParticipants(actor, visitId),
      this.summaries.ofVisit(visitId),
    ]);
    const writes = mayReport(visit, actor);
    const row = standing ?? { ...blankTexts, ...unwritten, visitId, changedAt: visit.changedAt };
    const [published, content] = await Promise.all([
      standing?.revision ? this.published.ofVisit(visitId) : null,
      writes ? this.gather.execute(visitId, row, false) : null,
    ]);
    const told = content && (await this.tell.execute(visitId, content));
    return { visit, published, draft: told && { ...row, content: told } };
  }

  /** What went out when, the first one first. @throws RequestError `not-found` also for those who may not see the visit */
  async revisions(actor: Actor, visitId: string): Promise<{ visit: VisitFacts; lines: RevisionLine[] }> {
    const { visit } = await this.visits.withParticipants(actor, visitId);
    return { visit, lines: await this.published.revisionsOf(visitId) };
  }

  /** As it went out. @throws RequestError `not-found` also for a revision that there is not */
  async revision(
    actor: Actor,
    visitId: string,
    revision: number,
  ): Promise<{ visit: VisitFacts; published: ToldRevision }> {
    const { visit } = await this.visits.execute(actor, visitId);
    return { visit, published: found(await this.published.revision(visitId, revision)) };
  }
}

const unwritten = { version: 0, revision: 0, changedBy: null };
