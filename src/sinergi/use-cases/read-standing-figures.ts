import { Injectable } from '@nestjs/common';
import { lateBefore, summaryDeadline } from '../../summaries/index.js';
import { UnitFacts } from '../../units/index.js';
import type { NowFigure, NowFigures } from '../domain/figure-kinds.js';
import type { Place } from '../domain/scope.js';
import { StandingCounts, type StandingCount } from '../queries/standing-counts.js';

/** What stands now, whatever period is looked at. */
@Injectable()
export class ReadStandingFigures {
  constructor(
    private readonly units: UnitFacts,
    private readonly counts: StandingCounts,
  ) {}

  /** @param today the reader's calendar date, on which a promise is overdue or not */
  async execute(place: Place, now: Date, today: string): Promise<NowFigures> {
    const [isHoliday, counts] = await Promise.all([
      this.units.holidaysAround(now),
      this.counts.execute(place, now, today, lateBefore(now)),
    ]);
    const figures: Record<NowFigure, number> = {
      unanswered: 0,
      summariesDue: 0,
      summariesLate: 0,
      promisesOpen: 0,
      promisesOverdue: 0,
    };
    const isLate: IsLate = (endsAt, timeZone) => summaryDeadline(endsAt, timeZone, isHoliday) < now;
    for (const row of counts) figures[figureOf(row, isLate)] += row.count;
    return figures;
  }
}

type IsLate = (endsAt: Date, timeZone: NonNullable<StandingCount['timeZone']>) => boolean;

function figureOf({ cube, isOverdue, endsAt, timeZone }: StandingCount, isLate: IsLate): NowFigure {
  if (cube === 'visits') return 'unanswered';
  if (cube === 'follow-ups') return isOverdue ? 'promisesOverdue' : 'promisesOpen';
  return isOverdue || (endsAt && timeZone && isLate(endsAt, timeZone)) ? 'summariesLate' : 'summariesDue';
}
