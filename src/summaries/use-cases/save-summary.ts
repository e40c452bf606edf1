import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { actorSides, ReadVisit, type VisitFacts } from '../../visits/index.js';
import { SummaryError } from '../domain/error-codes.js';
import { blankTexts, isOpenForSummary, type SummaryTexts } from '../domain/summary.js';
import { SummaryRepository, type SummaryRow } from '../storage/summary-repository.js';

/** Writes what people say of a visit; nothing goes out by that. */
@Injectable()
export class SaveSummary {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: ReadVisit,
    private readonly summaries: SummaryRepository,
  ) {}

  /**
   * @param texts what is undefined stays as it is
   * @param version what the caller saw, 0 for none; without it the change builds on whatever stands
   */
  async execute(
    actor: Actor,
    visitId: string,
    texts: Partial<SummaryTexts>,
    version: number | undefined,
  ): Promise<SummaryRow> {
    return this.database.transaction(async () => {
      const { visit } = await this.visits.execute(actor, visitId);
      assertWritable(visit, actor);
      await this.summaries.lock(visitId);
      const standing = await this.summaries.ofVisit(visitId);
      assertCurrentSummary(standing, version);
      const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
      const summary: SummaryRow = {
        ...(standing ?? { ...blankTexts, visitId, revision: 0 }),
        ...given,
        version: (standing?.version ?? 0) + 1,
        changedAt: this.clock.now(),
        changedBy: actor.personId,
      };
      await this.summaries.save(summary);
      return summary;
    });
  }
}

/**
 * @throws RequestError `not-allowed` for those who only read the visit
 * @throws SummaryError `summary-not-open` when the visit does not get so far
 */
export function assertWritable(visit: VisitFacts, actor: Actor): void {
  const sides = actorSides(visit, actor);
  if (!sides.includes('guest') && !sides.includes('host')) throw new RequestError('not-allowed');
  if (!isOpenForSummary(visit.state)) throw new SummaryError('summary-not-open', { state: visit.state });
}

/** @throws SummaryError `summary-changed` naming the version that stands */
export function assertCurrentSummary(standing: SummaryRow | null, version: number | undefined): void {
  const current = standing?.version ?? 0;
  if (version !== undefined && version !== current) {
    throw new SummaryError('summary-changed', { current: { version: current } });
  }
}
