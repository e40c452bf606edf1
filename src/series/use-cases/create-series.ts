import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { CreateVisit, type NewVisit } from '../../visits/index.js';
import { SeriesError } from '../domain/error-codes.js';
import type { Recurrence } from '../domain/recurrence.js';
import { SeriesRepository, type SeriesDateRow, type SeriesRow } from '../storage/series-repository.js';
import { PlanSeries, type PlannedSeries } from './plan-series.js';
import { SubmitDates } from './submit-dates.js';

export interface NewSeries extends NewVisit {
  rule: Omit<Recurrence, 'firstOn'>;
}

/** Writes down a meeting that repeats, each date as a visit, and asks the host for all of them at once. */
@Injectable()
export class CreateSeries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly plan: PlanSeries,
    private readonly create: CreateVisit,
    private readonly series: SeriesRepository,
    private readonly submit: SubmitDates,
  ) {}

  /**
   * @param key the same key with the same first date gives the same series
   * @param submits whether the host is asked, or all dates stay drafts
   * @returns the id of the series
   * @throws SeriesError, VisitError what is wrong with the rule or any visit; nothing is stored then
   */
  async execute(
    actor: Actor,
    { rule, ...visit }: NewSeries,
    key: string | null,
    submits: boolean,
  ): Promise<string> {
    if (visit.kind !== 'coordination') throw new SeriesError('series-kind-wrong');
    return this.database.transaction(async () => {
      const guests = visit.participants.filter(({ side }) => side === 'guest').length;
      const party = Math.max(visit.details.partySize ?? 1, guests);
      const planned = await this.plan.execute({ ...visit, rule, party });
      const dates = await this.visitsOf(actor, visit, planned, key);
      const first = dates.find(({ visitId }) => visitId !== null)?.visitId;
      const earlier = first ? await this.series.ofVisit(first) : null;
      if (earlier !== null) return earlier;
      const series = this.rowOf(actor, visit, planned);
      await this.series.insert(series);
      await this.series.addDates(dates.map((date) => ({ ...date, seriesId: series.id })));
      const ids = dates.flatMap(({ visitId }) => visitId ?? []);
      if (submits) await this.submit.execute(actor, series, ids);
      return series.id;
    });
  }

  private async visitsOf(
    actor: Actor,
    visit: NewVisit,
    { dates }: PlannedSeries,
    key: string | null,
  ): Promise<Omit<SeriesDateRow, 'seriesId'>[]> {
    const rows: Omit<SeriesDateRow, 'seriesId'>[] = [];
    for (const { date, skipped, startsAt, endsAt } of dates) {
      const ownKey = key === null ? null : `${key}:${date}`;
      const visitId =
        skipped === null ? await this.create.execute(actor, { ...visit, startsAt, endsAt }, ownKey) : null;
      rows.push({ onDate: date, visitId, skipped });
    }
    return rows;
  }

  private rowOf(
    actor: Actor,
    { guestUnit, hostUnit, details }: NewVisit,
    { rule }: PlannedSeries,
  ): SeriesRow {
    return {
      id: newId(),
      version: 1,
      title: details.title,
      guestUnit,
      hostUnit,
      ...rule,
      createdBy: actor.personId,
      createdAt: this.clock.now(),
    };
  }
}
