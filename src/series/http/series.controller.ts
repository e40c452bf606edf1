import { sameHours } from '../../platform/text/day-hours.js';
import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { RequestError } from '../../platform/http/request-error.js';
import { acceptanceOf } from '../../visits/index.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { seriesSteps } from '../domain/series-steps.js';
import { CreateSeries } from '../use-cases/create-series.js';
import { PlanSeries } from '../use-cases/plan-series.js';
import { ReadSeries } from '../use-cases/read-series.js';
import { StepSeries } from '../use-cases/step-series.js';
import { CreateSeriesBody, PreviewSeriesBody, SeriesStepBody, type RecurrenceBody } from './series.dto.js';
import { presentOutcome, presentPreview, presentSeries } from './series.presenter.js';
import type { SeriesOutcomeList, SeriesPreviewView, SeriesView } from './series.view.js';
import { organisationOf } from '../../platform/security/capabilities.js';

const ruleOf = ({ frequency, every, ordinal = null, until }: RecurrenceBody) => ({
  frequency,
  every,
  ordinal,
  until,
});

@ApiTags('series')
@Controller('api/series')
@Allow(signedIn)
export class SeriesController {
  constructor(
    private readonly create: CreateSeries,
    private readonly plan: PlanSeries,
    private readonly read: ReadSeries,
    private readonly step: StepSeries,
    private readonly catalog: ProblemCatalog,
  ) {}

  /** The dates that a series would have, and which of them would be skipped and why; makes nothing. */
  @Post('preview')
  @HttpCode(200)
  async preview(@Body() { partySize: party = 1, ...body }: PreviewSeriesBody): Promise<SeriesPreviewView> {
    const times = { startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) };
    const plan = { hostUnit: body.hostUnit, ...times, party, rule: ruleOf(body.recurrence) };
    return presentPreview(await this.plan.execute(plan));
  }

  /** Asks the host for a coordination meeting that repeats: one request, each date a visit of its own. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Body()
    { hostUnit, startsAt, endsAt, recurrence, participants = [], draft, ...details }: CreateSeriesBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<SeriesView> {
    if (key !== undefined && key.length > 180) throw new RequestError('malformed-request');
    const times = sameHours(new Date(startsAt), new Date(endsAt));
    const units = { guestUnit: organisationOf(actor) ?? '', hostUnit };
    const visit = { ...units, kind: 'coordination' as const, ...times, participants, details };
    const series = { ...visit, rule: ruleOf(recurrence) };
    const id = await this.create.execute(actor, series, key ?? null, draft !== true);
    return presentSeries(await this.read.execute(actor, id));
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SeriesView> {
    return presentSeries(await this.read.execute(actor, id));
  }

  /**
   * Takes a step on all dates that can take it, on some of them, or on one and those after it: submit, accept, decline,
   * approve, move, call-off. What a host says with its answer is said to each of them. A date that refuses it stays as it is, and the others go on.
   */
  @Post(':id/:step')
  @HttpCode(200)
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('step') name: string,
    @Body()
    { version, dates, from, reason, startsAt, endsAt, ...given }: SeriesStepBody,
  ): Promise<SeriesOutcomeList> {
    const step = seriesSteps.find((each) => each === name);
    if (!step) throw new RequestError('not-found');
    const time = startsAt && endsAt ? { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } : null;
    const outcomes = await this.step.execute(actor, id, version, {
      step,
      scope: { dates, from },
      reason: reason ?? null,
      time,
      acceptance: acceptanceOf(given),
    });
    return { items: outcomes.map(presentOutcome(this.catalog)) };
  }
}
