import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { askedCalendar } from '../../platform/pages/typed-calendar-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { periodEnd, periodStart } from '../../platform/text/period.js';
import { ProgramChoices } from '../../visits/index.js';
import { CalendarDays, type CalendarDay } from '../queries/calendar-days.js';
import { CalendarUnits } from '../queries/calendar-units.js';
import { CalendarVisits, type VisitsOfPeriod } from '../queries/calendar-visits.js';
import {
  CalendarQuery,
  calendarViews,
  choiceOf,
  datesOf,
  monthOf,
  statesOf,
  type CalendarChoice,
  type Dates,
} from './calendar-choice.js';
import { eventsOf } from './calendar-events.js';
import { CalendarPage } from './calendar-page.js';
import { dayLines, shownDays } from './closed-days.js';
import { daysOfMany, MANY_WORDS } from './days-of-many.js';
import type { ShownPeriod } from './shown-calendar.js';

/** Visits by the day. */
@PageController('kalender')
@Allow(signedIn)
export class CalendarPages {
  constructor(
    private readonly clock: Clock,
    private readonly visits: CalendarVisits,
    private readonly days: CalendarDays,
    private readonly programs: ProgramChoices,
    private readonly units: CalendarUnits,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() asked: CalendarQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const [programs, units] = await Promise.all([
      this.programs.offered([asked.program ?? '']),
      this.units.execute(actor, asked.upt, now),
    ]);
    const chosen = choiceOf(actor, asked, { programs, units });
    const view = calendarViews.find((each) => each === asked.tampilan);
    const today = localDate(now, actor.timeZone);
    const bulan = askedCalendar('month', asked.bulan, today);
    const month = monthOf(bulan, today);
    const found = await this.find(actor, chosen, month);
    await html(
      reply,
      CalendarPage({ actor, now, today, bulan, month, view, chosen, programs, units, ...found }),
    );
  }

  /** What the calendar in the browser shows of a period. */
  @Get('acara')
  async events(
    @CurrentActor() actor: Actor,
    @Query() asked: CalendarQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShownPeriod> {
    const dates = datesOf(asked);
    if (!dates) throw new RequestError('malformed-request');
    const chosen = choiceOf(actor, asked);
    const { visits, manyByDay, days } = await this.find(actor, chosen, dates);
    void reply.header('cache-control', 'no-store');
    const now = this.clock.now();
    return {
      events: visits.flatMap((visit) => eventsOf(visit, actor, now)),
      manyByDay: daysOfMany(manyByDay, chosen),
      note: manyByDay.length > 0 ? MANY_WORDS : '',
      days: shownDays(days),
      lines: dayLines(days),
    };
  }

  private async find(
    actor: Actor,
    chosen: CalendarChoice,
    { from, to }: Dates,
  ): Promise<VisitsOfPeriod & { days: CalendarDay[] }> {
    const filter = {
      scope: chosen.scope,
      states: statesOf(chosen),
      program: chosen.program,
      unit: chosen.unit,
      from: periodStart(from, actor.timeZone),
      to: periodEnd(to, actor.timeZone),
    };
    const [found, days] = await Promise.all([
      this.visits.execute(actor, filter),
      this.days.execute(from, to, chosen.unit ?? actor.unit),
    ]);
    return { ...found, days };
  }
}
