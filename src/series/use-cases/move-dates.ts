import { Injectable } from '@nestjs/common';
import { dayNumber, instantOnDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { Clock } from '../../platform/clock/clock.js';
import { localDate } from '../../platform/text/dates.js';
import type { Actor } from '../../platform/security/actor.js';
import { allowedActions, EditVisit, TakeStep, VisitError, type VisitFacts } from '../../visits/index.js';
import { movedDates } from '../domain/recurrence.js';
import { moveBy } from '../domain/visit-series-steps.js';
import type { SeriesRow } from '../storage/series-repository.js';

export interface NewTime {
  startsAt: Date;
  endsAt: Date;
}

/** Gives dates of a series another time: a draft is moved, for what was sent it is proposed to the other unit. */
@Injectable()
export class MoveDates {
  constructor(
    private readonly clock: Clock,
    private readonly edit: EditVisit,
    private readonly step: TakeStep,
  ) {}

  /** When each of the visits is to be, if the first goes to a time and the others go with it. */
  timesOf(
    series: SeriesRow,
    dates: readonly { visit: VisitFacts }[],
    { startsAt, endsAt }: NewTime,
  ): NewTime[] {
    const zone = dates[0]?.visit.timeZone;
    if (zone === undefined) return [];
    const { minute } = localDayAndMinute(startsAt, zone);
    const length = endsAt.getTime() - startsAt.getTime();
    const now = dates.map(({ visit }) => localDate(visit.startsAt, zone));
    return movedDates(series, now, localDate(startsAt, zone)).map((date) => {
      const starts = instantOnDay(dayNumber(date), minute, zone);
      return { startsAt: starts, endsAt: new Date(starts.getTime() + length) };
    });
  }

  async execute(
    actor: Actor,
    visit: VisitFacts,
    time: NewTime | undefined,
    reason: string | null,
  ): Promise<void> {
    const context = { now: this.clock.now(), missingApprovals: [] };
    const way = moveBy(allowedActions(visit, actor, context), visit.state);
    if (!time || way === null) throw new VisitError('step-not-allowed', { state: visit.state });
    if (way === 'edit')
      await this.edit.execute(actor, visit.id, visit.version, { ...time, ownHours: undefined, details: {} });
    else await this.step.execute(actor, visit.id, way, undefined, { ...time, reason }, { told: 'together' });
  }
}
