import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { Actor } from '../../platform/security/actor.js';
import {
  mondayOf,
  addDays,
  dayNumber,
  instantOnDay,
  isCalendarDate,
} from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { distanceBetween } from '../../platform/text/distance.js';
import type { Hosting } from '../domain/hosting-hours.js';
import { changedPeriods, type PeriodTerms } from '../domain/hosting-period.js';
import { changeableParts } from '../domain/policies.js';
import { weekPreview } from '../domain/week-preview.js';
import { UnitDetails, type UnitDetailsFact } from '../queries/unit-details.js';
import { UnitFacts } from '../queries/unit-facts.js';
import { TakenHostTime } from '../use-cases/taken-host-time.js';
import { UnitStrengths } from '../use-cases/unit-strengths.js';
import './unit-slots.js';
import { UnitPage, type UnitPageProps } from './unit-page.js';
import type { WeekView } from './unit-week.js';
import { organisationOf } from '../../platform/security/capabilities.js';

const DAYS = 7;
/** How far ahead weeks are shown. */
const MOST_WEEKS_AHEAD = 110;
/** Among so many weeks the first with a free time is looked for. */
const WEEKS_LOOKED_AT = 12;

/** Gathers what a unit's page shows. */
@Injectable()
export class ShowUnit {
  constructor(
    private readonly clock: Clock,
    private readonly details: UnitDetails,
    private readonly facts: UnitFacts,
    private readonly taken: TakenHostTime,
    private readonly parts: PageParts,
    private readonly strengths: UnitStrengths,
  ) {}

  /** @throws RequestError `not-found` */
  async unit(code: string): Promise<UnitDetailsFact> {
    return found(await this.details.byCode(code, this.clock.now()));
  }

  /**
   * @param asked a date of the week to show; anything else shows the first week in which a visit can be asked for
   * @throws RequestError `not-found`
   */
  async page(
    actor: Actor,
    code: string,
    asked: unknown,
    said: Pick<UnitPageProps, 'notice' | 'faults'>,
  ): Promise<VNode> {
    const unit = await this.unit(code);
    const mayChange = changeableParts(unit, actor).length > 0;
    const ownCode = organisationOf(actor);
    const [{ week, underWeek }, parts, strengths, own] = await Promise.all([
      this.shownWeek(actor, unit, asked),
      this.parts.render('unit', { actor, unit, mayChange }),
      this.parts.gather(() => this.strengths.of(code)),
      ownCode === null || ownCode === code ? null : this.details.byCode(ownCode, this.clock.now()),
    ]);
    const styles = this.parts.stylesOf('unit');
    const distance = distanceBetween(own, unit);
    return UnitPage({
      actor,
      now: this.clock.now(),
      unit,
      distance,
      week,
      mayChange,
      ...said,
      underWeek,
      strengths,
      parts,
      styles,
    });
  }

  private async shownWeek(actor: Actor, unit: UnitDetailsFact, asked: unknown) {
    const week = await this.parts.gather(() =>
      isCalendarDate(asked) ? this.week(unit, asked) : this.firstFreeWeek(unit),
    );
    return { week, underWeek: week.found ? await this.underWeek(actor, unit, week.found) : [] };
  }

  private async underWeek(actor: Actor, unit: UnitDetailsFact, { monday }: WeekView): Promise<VNode[]> {
    const [from, to] = [0, DAYS].map((days) => instantOnDay(dayNumber(monday) + days, 0, unit.timeZone));
    return from && to ? this.parts.render('unit-week', { actor, unit, from, to }) : [];
  }

  /** The first week that can be asked for by a policy and closed days that are not saved yet. */
  async firstWeek(unit: UnitDetailsFact): Promise<WeekView> {
    const { timeZone, policy, closedDays } = unit;
    const first = addDays(localDate(this.clock.now(), timeZone), policy.shortestNoticeDays);
    return this.week(unit, first, { closedDays });
  }

  /** The first week of a period that is not saved yet; this week where it has begun. */
  async periodWeek(unit: UnitDetailsFact, id: string | null, terms: PeriodTerms): Promise<WeekView> {
    const period = { ...terms, id: id ?? '', national: false };
    return this.week(unit, terms.from, { periods: changedPeriods(unit.periods, { id: period.id, period }) });
  }

  /** The first week with a free time that can be asked for today; this week where there is none, or nobody is received. */
  private async firstFreeWeek(unit: UnitDetailsFact): Promise<WeekView> {
    const thisMonday = mondayOf(localDate(this.clock.now(), unit.timeZone));
    const weeks = unit.policy.open ? await this.weeksFrom(unit, thisMonday, WEEKS_LOOKED_AT) : [];
    const free = weeks.find(({ days }) =>
      days.some(
        ({ closure, stretches }) =>
          closure === null && stretches.some((each) => each.freePlaces > 0 && each.notice === 'in-time'),
      ),
    );
    if (!free) return weeks[0] ?? this.week(unit, thisMonday);
    return { ...free, isFirstFree: free.monday !== thisMonday };
  }

  /** The week of a date, from this week on; what is not given is as it is stored. */
  private async week(unit: Host, asked: string, given: Given = {}): Promise<WeekView> {
    const thisMonday = mondayOf(localDate(this.clock.now(), unit.timeZone));
    const last = addDays(thisMonday, MOST_WEEKS_AHEAD * DAYS);
    const monday = mondayOf(asked >= thisMonday && asked <= last ? asked : thisMonday);
    const [week] = await this.weeksFrom(unit, monday, 1, given);
    return found(week ?? null);
  }

  private async weeksFrom(
    { code, timeZone, policy }: Host,
    first: string,
    count: number,
    given: Given = {},
  ): Promise<WeekView[]> {
    const now = this.clock.now();
    const [from, to] = [0, count * DAYS].map((days) => instantOnDay(dayNumber(first) + days, 0, timeZone));
    const [stored, busy] = await Promise.all([
      this.facts.hostingFacts(code, first, addDays(first, count * DAYS)),
      from && to ? this.taken.between(code, from, to, now) : [],
    ]);
    const host = { ...found(stored), policy, ...given, busy, timeZone };
    const thisMonday = mondayOf(localDate(now, timeZone));
    return Array.from({ length: count }, (_, week) => addDays(first, week * DAYS)).map((monday) => ({
      monday,
      thisMonday,
      isFirstFree: false,
      days: weekPreview(host, monday, now),
      capacity: policy.capacity,
    }));
  }
}

/** What is shown before it is saved. */
type Given = Partial<Pick<Hosting, 'closedDays' | 'periods'>>;
type Host = Pick<UnitDetailsFact, 'code' | 'timeZone' | 'policy'>;
