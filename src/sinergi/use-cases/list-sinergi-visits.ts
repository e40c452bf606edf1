import { Injectable } from '@nestjs/common';
import type { Page } from '../../platform/http/cursor.js';
import { summaryDeadline } from '../../summaries/index.js';
import { UnitFacts } from '../../units/index.js';
import { placeOf, type Scope } from '../domain/scope.js';
import { ScopedVisits, type ScopedVisit, type VisitCut } from '../queries/scoped-visits.js';
import { UnsummarisedVisits } from '../queries/unsummarised-visits.js';
import type { SummaryKind } from './sinergi-figures.js';

/** The visits behind a figure, those of a kind of summary among them. */
@Injectable()
export class ListSinergiVisits {
  constructor(
    private readonly units: UnitFacts,
    private readonly unsummarised: UnsummarisedVisits,
    private readonly visits: ScopedVisits,
  ) {}

  async execute(
    scope: Scope,
    cut: Omit<VisitCut, 'ids' | 'publishedBy'>,
    summary: SummaryKind | undefined,
    now: Date,
  ): Promise<Page<ScopedVisit>> {
    if (summary === 'person' || summary === 'system') {
      return this.visits.execute(scope, { ...cut, publishedBy: summary });
    }
    if (summary === undefined) return this.visits.execute(scope, cut);
    const isHoliday = await this.units.holidaysAround(now);
    const ids = (await this.unsummarised.execute(placeOf(scope), now))
      .filter(
        ({ endsAt, timeZone }) => summaryDeadline(endsAt, timeZone, isHoliday) < now === (summary === 'late'),
      )
      .map(({ id }) => id);
    return this.visits.execute(scope, { ...cut, ids });
  }
}
