import { Injectable } from '@nestjs/common';
import { statesWith, type VisitState } from '../../visits/index.js';
import { monthsIn, periodBefore } from '../domain/period.js';
import { AnswerTimes, type AnswerTime } from '../queries/answer-times.js';
import { ProgramCounts } from '../queries/program-counts.js';
import type { Scope } from '../domain/scope.js';
import { SilentUnits, type SilentMark } from '../queries/silent-units.js';
import { VisitCounts, type VisitCount } from '../queries/visit-counts.js';
import { VisitPairs } from '../queries/visit-pairs.js';
import type { Compared, VisitFigures } from './sinergi-figures.js';

@Injectable()
export class ReadVisitFigures {
  constructor(
    private readonly counts: VisitCounts,
    private readonly programs: ProgramCounts,
    private readonly pairs: VisitPairs,
    private readonly silent: SilentUnits,
    private readonly answers: AnswerTimes,
  ) {}

  /** @param most pairs of units at the most; none are asked for by 0 */
  async execute(scope: Scope, most: number): Promise<VisitFigures> {
    const [counts, programs, pairs, silent, answers] = await Promise.all([
      this.counts.execute(scope),
      this.programs.execute(scope),
      most > 0 ? this.pairs.execute(scope, most) : [],
      this.silent.marks(scope),
      this.answers.execute(scope),
    ]);
    return {
      ...byStateAndMonth(scope, counts),
      offices: byOffice(counts),
      officePairs: officePairs(counts),
      programs,
      pairs,
      ...rest(silent, answers),
    };
  }
}

/** Adds counts up by a key, those of the period and those of the one before. */
function compared<Row extends { isNow: boolean; count: number }, Key extends string>(
  rows: readonly Row[],
  key: (row: Row) => Key,
): Map<Key, Compared> {
  const sums = new Map<Key, Compared>();
  for (const row of rows) {
    const name = key(row);
    const sum = sums.get(name) ?? { count: 0, before: 0 };
    sum[row.isNow ? 'count' : 'before'] += row.count;
    sums.set(name, sum);
  }
  return sums;
}

const none: Compared = { count: 0, before: 0 };
const agreedStates: ReadonlySet<string> = new Set(statesWith('agreed'));

function byStateAndMonth(
  scope: Scope,
  counts: readonly VisitCount[],
): Pick<VisitFigures, 'total' | 'agreed' | 'states' | 'months'> {
  const visits = counts.filter(({ cube }) => cube === 'visits');
  const states = compared(visits, ({ mark }) => mark as VisitState);
  const months = compared(visits, ({ month }) => month ?? '');
  const earlier = monthsIn(periodBefore(scope));
  const agreed = compared(visits, ({ mark }) => String(agreedStates.has(mark)));
  return {
    total: compared(visits, () => 'all').get('all') ?? none,
    agreed: agreed.get('true') ?? none,
    states: [...states].map(([state, sums]) => ({ state, ...sums })),
    months: monthsIn(scope).map((month, i) => ({
      month,
      count: months.get(month)?.count ?? 0,
      before: months.get(earlier[i] ?? '')?.before ?? 0,
    })),
  };
}

function byOffice(counts: readonly VisitCount[]): VisitFigures['offices'] {
  const of = (wanted: VisitCount['cube']): ReadonlyMap<string, Compared> =>
    compared(
      counts.filter(({ cube }) => cube === wanted),
      ({ mark }) => mark,
    );
  const [asGuest, asHost, inside] = [of('guests'), of('hosts'), of('inside')];
  return [...new Set([...asGuest.keys(), ...asHost.keys()])].sort().map((office) => {
    const [out, here, both] = [
      asGuest.get(office) ?? none,
      asHost.get(office) ?? none,
      inside.get(office) ?? none,
    ];
    return {
      office,
      count: out.count + here.count - both.count,
      before: out.before + here.before - both.before,
      asGuest: out.count,
      asHost: here.count,
    };
  });
}

const officePairs = (counts: readonly VisitCount[]): VisitFigures['officePairs'] =>
  counts
    .filter(({ cube }) => cube === 'offices')
    .map(({ mark, count }) => {
      const [guestOffice = '', hostOffice = ''] = mark.split(' ');
      return { guestOffice, hostOffice, count };
    });

function rest(
  silent: readonly SilentMark[],
  answers: readonly AnswerTime[],
): Pick<VisitFigures, 'silent' | 'answers'> {
  const units = silent
    .filter(({ isNow }) => isNow)
    .map(({ code, name, officeName }) => ({ code, name, officeName }));
  const all = (now: boolean): AnswerTime | undefined =>
    answers.find(({ host, isNow }) => host === null && isNow === now);
  return {
    silent: { count: units.length, before: silent.filter(({ isBefore }) => isBefore).length, units },
    answers: {
      count: all(true)?.count ?? 0,
      before: all(false)?.count ?? 0,
      medianHours: all(true)?.medianHours ?? null,
      medianHoursBefore: all(false)?.medianHours ?? null,
      hosts: answers.flatMap(({ host, hostName, count, medianHours }) =>
        host === null ? [] : [{ host, hostName: hostName ?? host, count, medianHours }],
      ),
    },
  };
}
