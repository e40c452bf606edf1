import { Injectable } from '@nestjs/common';
import { monthsIn, periodBefore } from '../domain/period.js';
import { AnswerTimes, type AnswerTime } from '../queries/answer-times.js';
import { ProgramCounts } from '../queries/program-counts.js';
import type { Scope } from '../domain/scope.js';
import { SilentUnits, type SilentMark } from '../queries/silent-units.js';
import { VisitCounts, type VisitCount } from '../queries/visit-counts.js';
import { VisitPairs } from '../queries/visit-pairs.js';
import type { Compared, OfficePair, VisitFigures } from './sinergi-figures.js';

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
      ...byOffice(counts),
      programs,
      pairs,
      ...rest(silent, answers),
    };
  }
}

/** Adds counts up by a key, those of the period and those of the one before. */
function compared<Row extends { isNow: boolean; count: number }, Key extends string>(
  rows: readonly Row[],
  key: (row: Row) => Key | null,
): Map<Key, Compared> {
  const sums = new Map<Key, Compared>();
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const sum = sums.get(name) ?? { count: 0, before: 0 };
    sum[row.isNow ? 'count' : 'before'] += row.count;
    sums.set(name, sum);
  }
  return sums;
}

const none: Compared = { count: 0, before: 0 };

function byStateAndMonth(
  scope: Scope,
  counts: readonly VisitCount[],
): Pick<VisitFigures, 'total' | 'agreed' | 'states' | 'months'> {
  const states = compared(counts, ({ state }) => state);
  const months = compared(counts, ({ month }) => month);
  const earlier = monthsIn(periodBefore(scope));
  const agreed = compared(counts, ({ isAgreed }) => (isAgreed === null ? null : String(isAgreed)));
  return {
    total: compared(counts, ({ state }) => state && 'all').get('all') ?? none,
    agreed: agreed.get('true') ?? none,
    states: [...states].map(([state, sums]) => ({ state, ...sums })),
    months: monthsIn(scope).map((month, i) => ({
      month,
      count: months.get(month)?.count ?? 0,
      before: months.get(earlier[i] ?? '')?.before ?? 0,
    })),
  };
}

function byOffice(counts: readonly VisitCount[]): Pick<VisitFigures, 'offices' | 'officePairs'> {
  // Rows by office say whether they were agreed upon; one side of them may be of no region.
  const between = counts
    .filter((row) => row.isAgreed !== null)
    .map((row) => ({ ...row, guest: row.guestOffice, host: row.hostOffice }));
  const asGuest = compared(between, ({ guest }) => guest);
  const asHost = compared(between, ({ host }) => host);
  const inside = compared(between, ({ guest, host }) => (guest === host ? guest : null));
  const sumsOf = (office: string): Compared[] =>
    [asGuest, asHost, inside].map((sums) => sums.get(office) ?? none);
  const pairs = new Map<string, OfficePair>();
  for (const { isNow, isAgreed, guest, host, count } of between) {
    if (!isNow || !isAgreed || guest === null || host === null) continue;
    pairs.set(`${guest} ${host}`, { guestOffice: guest, hostOffice: host, count });
  }
  return {
    offices: [...new Set([...asGuest.keys(), ...asHost.keys()])].sort().map((office) => {
      const [out = none, here = none, both = none] = sumsOf(office);
      return {
        office,
        count: out.count + here.count - both.count,
        before: out.before + here.before - both.before,
        asGuest: out.count,
        asHost: here.count,
      };
    }),
    officePairs: [...pairs.values()],
  };
}

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
