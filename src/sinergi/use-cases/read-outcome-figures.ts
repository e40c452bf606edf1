import { Injectable } from '@nestjs/common';
import { summaryDeadline } from '../../summaries/index.js';
import { UnitFacts } from '../../units/index.js';
import type { Scope } from '../queries/scope.js';
import { ScopedFollowUps, type PromiseKind } from '../queries/scoped-follow-ups.js';
import { UnsummarisedVisits, type UnsummarisedVisit } from '../queries/unsummarised-visits.js';

/** What came of the visits. */
export interface OutcomeFigures {
  /** Visits whose summary should have been out by now. */
  lateSummaries: UnsummarisedVisit[];
  promises: Record<PromiseKind, number>;
}

@Injectable()
export class ReadOutcomeFigures {
  constructor(
    private readonly units: UnitFacts,
    private readonly unsummarised: UnsummarisedVisits,
    private readonly followUps: ScopedFollowUps,
  ) {}

  /** @param today the reader's calendar date, on which a promise is late or not */
  async execute(scope: Scope, now: Date, today: string): Promise<OutcomeFigures> {
    const isHoliday = await this.units.holidaysAround(now);
    const unsummarised = await this.unsummarised.execute(scope, now);
    return {
      lateSummaries: unsummarised.filter(
        ({ endsAt, timeZone }) => summaryDeadline(endsAt, timeZone, isHoliday) < now,
      ),
      promises: await this.followUps.counts(scope, today),
    };
  }
}
