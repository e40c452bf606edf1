import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import type { Actor } from '../../platform/security/actor.js';
import { addDays, dayNumber, instantOnDay, isCalendarDate } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import { kilometresBetween } from '../domain/distance.js';
import type { ClosedDay } from '../domain/hosting-policy.js';
import { changeableParts } from '../domain/policies.js';
import { mondayOf, weekPreview } from '../domain/week-preview.js';
import { UnitDetails, type UnitDetailsFact } from '../queries/unit-details.js';
import { UnitFacts } from '../queries/unit-facts.js';
import { TakenHostTime } from '../use-cases/taken-host-time.js';
import { UnitStrengths } from '../use-cases/unit-strengths.js';
import './unit-slots.js';
import { UnitPage } from './unit-page.js';
import type { WeekView } from './unit-week.js';

const DAYS = 7;
/** How far ahead weeks are shown. */
const MOST_WEEKS_AHEAD = 110;

/** Gathers what a unit's page shows. */
@Injectable()
export class UnitView {
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
   * @param asked a date of the week to show; anything else shows this week
   * @throws RequestError `not-found`
   */
  async page(actor: Actor, code: string, asked: unknown, notice: string | undefined): Promise<VNode> {
    const unit = await this.unit(code);
    const week = await this.parts.gather(() => this.week(unit, asked));
    const mayChange = changeableParts(unit, actor).length > 0;
    const underWeek = week.found ? await this.underWeek(actor, unit, week.found) : [];
    const parts = await this.parts.render('unit', { actor, unit, mayChange });
    const strengths = await this.parts.gather(() => this.strengths.of(code));
    const styles = this.parts.stylesOf('unit');
    const own =
      actor.unit === null || actor.unit === code
        ? null
        : await this.details.byCode(actor.unit, this.clock.now());
    const kilometres = kilometresBetween(own, unit);
    return UnitPage({
      actor,
      unit,
      kilometres,
      week,
      mayChange,
      notice,
      underWeek,
      strengths,
      parts,
      styles,
    });
  }

  private async underWeek(actor: Actor, unit: UnitDetailsFact, { monday }: WeekView): Promise<VNode[]> {
    const [from, to] = [0, DAYS].map((days) => instantOnDay(dayNumber(monday) + days, 0, unit.timeZone));
    return from && to ? this.parts.render('unit-week', { actor, unit, from, to }) : [];
  }

  /** The first week that can be asked for by a policy and closed days that are not saved yet. */
  async firstWeek(unit: UnitDetailsFact): Promise<WeekView> {
    const { timeZone, policy, closedDays } = unit;
    const first = addDays(localDate(this.clock.now(), timeZone), policy.shortestNoticeDays);
    return this.week(unit, first, closedDays);
  }

  /** The week of a date, from this week on; closed days are those stored unless others are given. */
  private async week(
    unit: Pick<UnitDetailsFact, 'code' | 'timeZone' | 'policy'>,
    asked: unknown,
    closed?: readonly ClosedDay[],
  ): Promise<WeekView> {
    const now = this.clock.now();
    const { code, timeZone, policy } = unit;
    const thisMonday = mondayOf(localDate(now, timeZone));
    const last = addDays(thisMonday, MOST_WEEKS_AHEAD * DAYS);
    const wanted = isCalendarDate(asked) && asked >= thisMonday && asked <= last ? asked : thisMonday;
    const monday = mondayOf(wanted);
    const facts = found(await this.facts.hostingFacts(code, monday, addDays(monday, DAYS)));
    const day = dayNumber(monday);
    const busy = await this.taken.between(
      code,
      instantOnDay(day, 0, timeZone),
      instantOnDay(day + DAYS, 0, timeZone),
      now,
    );
    const { holidays } = facts;
    const closedDays = closed ?? facts.closedDays;
    const days = weekPreview({ policy, closedDays, holidays, busy, timeZone }, monday, now);
    return { monday, thisMonday, days, capacity: policy.capacity };
  }
}
