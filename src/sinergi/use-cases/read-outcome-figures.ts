import { Injectable } from '@nestjs/common';
import { summaryDeadline } from '../../summaries/index.js';
import { UnitFacts } from '../../units/index.js';
import { CopiedPractices } from '../queries/copied-practices.js';
import { OutcomeCounts, type OutcomeCount } from '../queries/outcome-counts.js';
import type { Scope } from '../domain/scope.js';
import type { PromiseKind } from '../queries/scoped-follow-ups.js';
import type { Compared, OutcomeFigures, SummaryKind } from './sinergi-figures.js';

const PRACTICES = 20;

@Injectable()
export class ReadOutcomeFigures {
  constructor(
    private readonly units: UnitFacts,
    private readonly counts: OutcomeCounts,
    private readonly practices: CopiedPractices,
  ) {}

  /** @param today the reader's calendar date, on which a promise is late or not */
  async execute(scope: Scope, now: Date, today: string): Promise<OutcomeFigures> {
    const [isHoliday, counts, practices] = await Promise.all([
      this.units.holidaysAround(now),
      this.counts.execute(scope, now, today),
      this.practices.execute(scope, PRACTICES),
    ]);
    const zero = (): Compared => ({ count: 0, before: 0 });
    const summaries = { waiting: zero(), late: zero(), person: zero(), system: zero() };
    const followUps = { waiting: zero(), overdue: zero(), done: zero(), dropped: zero() };
    const [notes, replications] = [zero(), zero()];
    const isLate: IsLate = (endsAt, timeZone) => summaryDeadline(endsAt, timeZone, isHoliday) < now;
    const sums = {
      notes: () => notes,
      replications: () => replications,
      'follow-ups': (row: OutcomeCount) => followUps[promiseKind(row)],
      summaries: (row: OutcomeCount) => summaries[summaryKind(row, isLate)],
    };
    for (const row of counts) {
      const sum = sums[row.cube](row);
      sum[row.isNow ? 'count' : 'before'] += row.count;
    }
    return { summaries, followUps, notes, replications, practices };
  }
}

function promiseKind({ mark, isOverdue }: OutcomeCount): PromiseKind {
  if (mark === 'done' || mark === 'dropped') return mark;
  return isOverdue ? 'overdue' : 'waiting';
}

type IsLate = (endsAt: Date, timeZone: NonNullable<OutcomeCount['timeZone']>) => boolean;

function summaryKind({ mark, endsAt, timeZone }: OutcomeCount, isLate: IsLate): SummaryKind {
  if (!endsAt || !timeZone) return mark === 'system' ? 'system' : 'person';
  return isLate(endsAt, timeZone) ? 'late' : 'waiting';
}
