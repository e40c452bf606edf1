import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { localDate } from '../../platform/text/dates.js';
import { changedPolicy, type PolicyChange } from '../domain/changed-policy.js';
import {
  displacedVisits,
  touches,
  type AgreedVisit,
  type DisplacedVisit,
} from '../domain/displaced-visits.js';
import type { Hosting } from '../domain/hosting-hours.js';
import { changedPeriods, type HostingPeriod } from '../domain/hosting-period.js';
import type { ClosedDay, Holiday } from '../domain/hosting-policy.js';
import type { KindRule } from '../domain/kind-rules.js';
import { UnitFacts, type HostingFacts } from '../queries/unit-facts.js';
import { AgreedVisits } from './agreed-visits.js';

/** How a host would receive guests; undefined stays as it is. */
export interface HostingChange {
  hostingPolicy?: PolicyChange | undefined;
  /** All closed days from today on. */
  closedDays?: readonly ClosedDay[] | undefined;
  /** All rules for kinds of visits. */
  kinds?: readonly KindRule[] | undefined;
}

/** One period as it would be: a new one, one that was changed, or null for one that goes. */
export interface PeriodChange {
  id: string;
  period: HostingPeriod | null;
}

/** Which agreed visits a change would leave without a time or place, before it is saved. */
@Injectable()
export class FindDisplaced {
  constructor(
    private readonly clock: Clock,
    private readonly visits: AgreedVisits,
    private readonly facts: UnitFacts,
  ) {}

  /** @throws UnitError `hosting-policy-unsound` naming every fault */
  async byHost(code: string, change: HostingChange): Promise<DisplacedVisit[]> {
    const { hostingPolicy, closedDays, kinds } = change;
    if (!hostingPolicy && !closedDays && !kinds) return [];
    const now = this.clock.now();
    return this.among(await this.visits.agreed(code, now), (before) => {
      const today = localDate(now, before.timeZone);
      const kept = before.closedDays.filter(({ date }) => date < today);
      return {
        ...before,
        policy: changedPolicy(before.policy, hostingPolicy ?? {}),
        closedDays: closedDays ? [...kept, ...closedDays] : before.closedDays,
        kinds: kinds ?? before.kinds,
      };
    });
  }

  /** By a change of a period of one host, or of all. */
  async byPeriod(host: string | null, change: PeriodChange): Promise<DisplacedVisit[]> {
    const visits = await this.visits.agreed(host, this.clock.now());
    return this.among(visits, (before) => ({
      ...before,
      periods: changedPeriods(before.periods, change),
    }));
  }

  /** Among agreed visits, those that their host's rules no longer fit. */
  private async among(
    visits: readonly AgreedVisit[],
    change: (before: HostingFacts) => Hosting,
  ): Promise<DisplacedVisit[]> {
    if (visits.length === 0) return [];
    const dates = visits.flatMap(({ startsAt, endsAt, timeZone }) =>
      [startsAt, endsAt].map((at) => localDate(at, timeZone)),
    );
    dates.sort();
    const hosts = [...new Set(visits.map(({ hostUnit }) => hostUnit))];
    const facts = await this.facts.hostingOf(hosts, dates[0] as string, dates.at(-1) as string);
    return hosts.flatMap((host) => {
      const before = facts.get(host);
      const own = visits.filter(({ hostUnit }) => hostUnit === host);
      return before ? displacedVisits(own, before, change(before)) : [];
    });
  }

  /** Of all hosts, those about a program that is offered no longer. */
  async byProgram(code: string): Promise<DisplacedVisit[]> {
    const visits = await this.visits.agreed(null, this.clock.now());
    const because = 'Program yang dipilih tidak ditawarkan lagi.';
    return visits
      .filter(({ programs }) => programs.includes(code))
      .map((visit) => ({ ...visit, part: 'program', because }));
  }

  /** Of all hosts, those on days that were none of `known` before. */
  async byHolidays(days: readonly Holiday[], known: readonly Holiday[]): Promise<DisplacedVisit[]> {
    const added = days.filter(({ date }) => !known.some((other) => other.date === date));
    if (added.length === 0) return [];
    const visits = await this.visits.agreed(null, this.clock.now());
    return visits.flatMap((visit) => {
      const day = added.find(({ date }) => touches(visit, date));
      return day ? [{ ...visit, part: 'time', because: `Hari libur: ${day.name}.` }] : [];
    });
  }
}
