import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { localDate } from '../../platform/text/dates.js';
import { readDate } from '../../platform/text/typed-calendar.js';
import type { Zone } from '../../platform/text/zones.js';
import { ordinalsOf, PlanSeries, type PlannedSeries, type Recurrence } from '../../series/index.js';
import type { ChosenTime } from '../domain/chosen-time.js';
import type { Pace, TypedRepeat } from '../domain/repeat.js';

/** The dates of a meeting that repeats, or a sentence on what is missing. */
export type RepeatView = PlannedSeries | string;

/** Works out on which dates a meeting repeats, and which of them are skipped. */
@Injectable()
export class LookAtRepeat {
  constructor(
    private readonly plan: PlanSeries,
    private readonly catalog: ProblemCatalog,
  ) {}

  async execute(
    host: { code: string; timeZone: Zone },
    chosen: ChosenTime | string,
    pace: Pace,
    typed: TypedRepeat,
    party: number,
  ): Promise<RepeatView> {
    if (typeof chosen === 'string') return 'Pilih waktu pertemuan pertamanya dahulu.';
    if (typed.until.trim() === '') return 'Isi sampai kapan pertemuan ini berulang.';
    // Words such as `besok` were read where the reader's day is known.
    const until = readDate(typed.until, null);
    if (until.fault !== null) return until.fault;
    const rule = ruleOf(pace, localDate(chosen.startsAt, host.timeZone), until.value);
    try {
      return await this.plan.execute({ hostUnit: host.code, ...chosen, rule, party });
    } catch (thrown) {
      const problem = thrown instanceof AppError ? this.catalog.problem(thrown.code) : undefined;
      if (!(thrown instanceof AppError) || !problem) throw thrown;
      return typeof problem.detail === 'string' ? problem.detail : problem.detail(thrown.facts);
    }
  }
}

/** On the weekday of the first date, which keeps its place in the month; a fifth one is the last. */
const ruleOf = (
  { frequency, every, isLast }: Pace,
  firstOn: string,
  until: string,
): Omit<Recurrence, 'firstOn'> => ({
  frequency,
  every,
  ordinal: frequency === 'weekly' ? null : isLast ? -1 : (ordinalsOf(firstOn)[0] ?? -1),
  until,
});
