import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError, type ErrorFacts } from '../../platform/errors/app-error.js';
import type { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { VisitError, type VisitFacts } from '../../visits/index.js';
import { SeriesError } from '../domain/error-codes.js';
import { isInScope, type SeriesScope } from '../domain/series-steps.js';
import { SeriesRepository, type SeriesRow } from '../storage/series-repository.js';
import type { NewTime } from './move-dates.js';
import { ReadSeries, type ReadableDate, type ReadableSeries } from './read-series.js';
import { StepDate, type StepOnDate } from './step-date.js';
import { TellSeries } from './tell-series.js';

/** A step on dates of a series. */
export interface SeriesRequest extends StepOnDate {
  scope: SeriesScope;
  /** Of a move: when the first of the dates is to be. */
  time: NewTime | null;
}

/** What became of a date. */
export interface DateOutcome {
  onDate: string;
  visitId: string;
  /** Why it was not done; null where it was. */
  refusal: { code: string; facts: ErrorFacts } | null;
}

/** Why something was not done, as its problem says it. */
export function refusalText(
  catalog: ProblemCatalog,
  { code, facts }: NonNullable<DateOutcome['refusal']>,
): string {
  const detail = catalog.problem(code)?.detail ?? code;
  return typeof detail === 'string' ? detail : detail(facts);
}

/**
 * Where not a single date took the step, that is a refusal like any other.
 *
 * @throws VisitError the first one
 */
export function assertAnyDone(outcomes: DateOutcome[]): DateOutcome[] {
  const [first] = outcomes;
  if (first?.refusal && outcomes.every(({ refusal }) => refusal !== null)) {
    throw new AppError(first.refusal.code, first.refusal.facts);
  }
  return outcomes;
}

/** Takes a step on several dates of a series; a date that refuses it stays as it is, and the others go on. */
@Injectable()
export class StepSeries {
  constructor(
    private readonly database: Database,
    private readonly series: SeriesRepository,
    private readonly read: ReadSeries,
    private readonly step: StepDate,
    private readonly tell: TellSeries,
  ) {}

  /**
   * @param version what the caller saw of the series
   * @throws SeriesError `series-changed`, `series-step-for-nobody` where none of the dates can take it
   * @throws VisitError `reason-needed`, `times-needed`
   * @throws RequestError `not-allowed` for mere readers
   */
  async execute(actor: Actor, id: string, version: number, request: SeriesRequest): Promise<DateOutcome[]> {
    assertComplete(request);
    const readable = await this.read.execute(actor, id);
    if (readable.side === null) throw new RequestError('not-allowed');
    return this.database.transaction(async () => {
      const series = await this.locked(readable, version);
      const meant = await this.meant(actor, id, request);
      const times = request.time && this.step.move.timesOf(series, meant, request.time);
      const outcomes: DateOutcome[] = [];
      for (const [index, { onDate, visit }] of meant.entries()) {
        const refusal = await this.apart(() => this.step.execute(actor, visit, request, times?.[index]));
        outcomes.push({ onDate, visitId: visit.id, refusal });
      }
      const done = outcomes.filter(({ refusal }) => refusal === null).map(({ visitId }) => visitId);
      if (done.length > 0) await this.series.raiseVersion(series);
      // Of what was never sent nobody but the own unit knows.
      const told = await this.series.sentOf(done);
      await this.tell.execute(actor, series, request.step, told, request.reason);
      return outcomes;
    });
  }

  private async locked({ series: { id }, dates }: ReadableSeries, version: number): Promise<SeriesRow> {
    const series = await this.series.lock(id);
    if (!series) throw new RequestError('not-found');
    if (series.version !== version) {
      throw new SeriesError('series-changed', { current: { version: series.version } });
    }
    await this.series.lockVisits(dates.flatMap(({ visit }) => visit?.id ?? []));
    return series;
  }

  /** Dates that are meant and can take the step, as they stand under the lock. */
  private async meant(actor: Actor, id: string, { step, scope }: SeriesRequest): Promise<MeantDate[]> {
    const { dates } = await this.read.execute(actor, id);
    const meant = dates.filter(
      (date): date is MeantDate =>
        date.visit !== null && date.steps.includes(step) && isInScope(date.onDate, scope),
    );
    if (meant.length === 0) throw new SeriesError('series-step-for-nobody');
    return meant;
  }

  /** What speaks against one date, which takes nothing from the others. */
  private async apart(work: () => Promise<void>): Promise<DateOutcome['refusal']> {
    try {
      await this.database.apart(work);
      return null;
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      const { code, facts } = thrown as VisitError;
      return { code, facts };
    }
  }
}

type MeantDate = ReadableDate & { visit: VisitFacts };

function assertComplete({ step, reason, time }: SeriesRequest): void {
  const needsReason = step === 'decline' || step === 'call-off' || step === 'move';
  if (needsReason && !reason?.trim()) {
    throw new VisitError('reason-needed', {}, [{ field: 'reason', message: 'perlu diisi' }]);
  }
  if (step === 'move' && !time) throw new VisitError('times-needed');
  if (time && time.startsAt >= time.endsAt) {
    throw new VisitError('ends-before-start', {}, [
      { field: 'endsAt', message: 'harus sesudah waktu mulai' },
    ]);
  }
}
