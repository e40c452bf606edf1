import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { mayReport, ReadVisit, type VisitFacts } from '../../visits/index.js';
import { OutgoingEntries } from '../../visit-days/index.js';
import { SummaryError } from '../domain/error-codes.js';
import { blankTexts, isOpenForSummary, saysTheSame, type SummaryTexts } from '../domain/summary.js';
import { SummaryRepository, type SummaryRow } from '../storage/summary-repository.js';

/** Writes what people say of a visit; nothing goes out by that. */
@Injectable()
export class SaveSummary {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: ReadVisit,
    private readonly summaries: SummaryRepository,
    private readonly entries: OutgoingEntries,
  ) {}

  /**
   * @param texts what is undefined stays as it is
   * @param version what the caller saw, 0 for none
   */
  async execute(
    actor: Actor,
    visitId: string,
    texts: { [Name in keyof SummaryTexts]?: SummaryTexts[Name] | undefined },
    version: number,
  ): Promise<SummaryRow> {
    return this.database.transaction(async () => {
      // Read once the lock is had: a transaction's statements are sent in their order.
      const [{ visit }, , standing] = await Promise.all([
        this.visits.withParticipants(actor, visitId),
        this.summaries.lock(visitId),
        this.summaries.ofVisit(visitId),
      ]);
      assertWritable(visit, actor);
      assertCurrentSummary(standing, version);
      const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
      if (standing && saysTheSame(standing, { ...standing, ...given })) return standing;
      const summary: SummaryRow = {
        ...(standing ?? { ...blankTexts, visitId, revision: 0 }),
        ...given,
        version: (standing?.version ?? 0) + 1,
        changedAt: this.clock.now(),
        changedBy: actor.personId,
      };
      await this.assertOutgoing(visitId, standing?.entries ?? [], summary.entries);
      await this.database.sendAlong(() =>
        Promise.all([
          this.summaries.save(summary),
          this.summaries.choose(visitId, standing?.entries ?? [], summary.entries),
        ]),
      );
      return summary;
    });
  }

  /** What was taken in before may have been removed since: nobody is told of it, and nobody is stopped by it. */
  private async assertOutgoing(visitId: string, standing: string[], chosen: string[]): Promise<void> {
    const added = chosen.filter((id) => !standing.includes(id));
    const outgoing = await this.entries.among(visitId, added);
    if (outgoing.length < added.length)
      throw new SummaryError('summary-entry-missing', {}, [
        { field: 'entries', message: 'ada catatan atau foto yang tidak dapat dimuat' },
      ]);
  }
}

/**
 * @throws RequestError `not-allowed` for those who only read the visit
 * @throws SummaryError `summary-not-open` when the visit does not get so far
 */
export function assertWritable(visit: VisitFacts, actor: Actor): void {
  if (!mayReport(visit, actor)) throw new RequestError('not-allowed');
  if (!isOpenForSummary(visit.state)) throw new SummaryError('summary-not-open', { state: visit.state });
}

/** @throws SummaryError `summary-changed` naming the version that stands */
export function assertCurrentSummary(standing: SummaryRow | null, version: number): void {
  const current = standing?.version ?? 0;
  if (version !== current) {
    throw new SummaryError('summary-changed', { current: { version: current } });
  }
}
