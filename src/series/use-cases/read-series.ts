import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { actorSides, allowedActions, mayRead, VisitFactsQuery, type VisitFacts } from '../../visits/index.js';
import type { SeriesStep } from '../domain/series-steps.js';
import { stepsOf } from '../domain/visit-series-steps.js';
import { SeriesRepository, type SeriesRow } from '../storage/series-repository.js';

/** A date of a series as somebody may see it. */
export interface ReadableDate {
  onDate: string;
  skipped: string | null;
  visit: VisitFacts | null;
  /** What the reader may do to it, as far as the table of steps goes; its host's rules are asked when it is done. */
  steps: SeriesStep[];
}

export interface ReadableSeries {
  series: SeriesRow;
  /** Any of its visits: what its units are called, the host's zone. */
  about: VisitFacts;
  dates: ReadableDate[];
  /** For whom the reader acts; null for who only reads. */
  side: 'guest' | 'host' | 'regional' | null;
}

/** A series with those of its dates that somebody may see. */
@Injectable()
export class ReadSeries {
  constructor(
    private readonly clock: Clock,
    private readonly series: SeriesRepository,
    private readonly visits: VisitFactsQuery,
  ) {}

  /** @throws RequestError `not-found` also for those who may see none of its visits */
  async execute(actor: Actor, id: string): Promise<ReadableSeries> {
    const series = found(await this.series.find(id));
    const rows = await this.series.datesOf(id);
    const facts = await this.visits.byIds(rows.flatMap(({ visitId }) => visitId ?? []));
    const seen = new Map(facts.filter((visit) => mayRead(visit, actor)).map((visit) => [visit.id, visit]));
    const [about] = seen.values();
    if (!about) throw new RequestError('not-found');
    const now = this.clock.now();
    const dates = rows.flatMap(({ onDate, visitId, skipped }): ReadableDate[] => {
      const visit = visitId === null ? null : (seen.get(visitId) ?? null);
      if (visitId !== null && visit === null) return [];
      return [{ onDate, skipped, visit, steps: visit ? stepsOf(visit, allowedOf(visit, actor, now)) : [] }];
    });
    const side = actorSides(about, actor).find((each) => each !== 'system' && each !== 'joined');
    return { series, about, dates, side: side ?? null };
  }
}

function allowedOf(visit: VisitFacts, actor: Actor, now: Date) {
  const missingApprovals = visit.approvalsNeeded.filter((office) => !visit.approvals.includes(office));
  return visit.endsAt <= now ? [] : allowedActions(visit, actor, { now, missingApprovals });
}
