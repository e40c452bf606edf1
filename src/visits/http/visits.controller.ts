import { stepTimeOfBody, timeOfBody } from '../use-cases/day-hours.dto.js';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequestError } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { periodEnd, periodStart } from '../../platform/text/period.js';
import { acceptanceOf } from '../domain/acceptance.js';
import type { VisitAction } from '../domain/visit-states.js';
import { ListVisits } from '../queries/list-visits.js';
import { CreateVisit } from '../use-cases/create-visit.js';
import { EditVisit } from '../use-cases/edit-visit.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { TakeStep } from '../use-cases/take-step.js';
import { VisitBackground } from '../use-cases/visit-background.js';
import { ChangeVisitBody, CreateVisitBody, StepBody, VisitListQuery } from './visit.dto.js';
import { presentHistory, presentLine, presentVisit } from './visit.presenter.js';
import type { VisitHistoryView, VisitPage, VisitView } from './visit.view.js';

const steps: readonly string[] = [
  'submit',
  'accept',
  'decline',
  'propose',
  'approve',
  'withdraw',
  'reschedule',
  'cancel',
  'complete',
  'not-held',
  'vouch',
  'object',
  'withdraw-objection',
  'settle-objection',
  'retract',
] satisfies VisitAction[];

@ApiTags('visits')
@Controller('api/visits')
@Allow(signedIn)
export class VisitsController {
  constructor(
    private readonly create: CreateVisit,
    private readonly edit: EditVisit,
    private readonly read: ReadVisit,
    private readonly take: TakeStep,
    private readonly list: ListVisits,
    private readonly background: VisitBackground,
  ) {}

  /** Writes down a visit as a draft of the own unit. */
  @Post()
  async post(
    @CurrentActor() actor: Actor,
    @Body() body: CreateVisitBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<VisitView> {
    if (key !== undefined && key.length > 200) throw new RequestError('malformed-request');
    const { guestUnit, hostUnit, kind, participants = [], guests = [], ...rest } = body;
    const { startsAt, endsAt, ownHours, ...details } = rest;
    const times = timeOfBody({ startsAt, endsAt, ownHours });
    const id = await this.create.execute(
      actor,
      { guestUnit, hostUnit, kind, ...times, participants, guests, details },
      key ?? null,
    );
    return presentVisit(await this.read.withGuests(actor, id));
  }

  /** Visits the caller may see, latest start first. */
  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() { from, to, ...filter }: VisitListQuery,
  ): Promise<VisitPage> {
    const period = {
      from: from === undefined ? undefined : periodStart(from, actor.timeZone),
      to: to === undefined ? undefined : periodEnd(to, actor.timeZone),
    };
    const page = await this.list.execute(actor, { ...filter, ...period });
    return { items: page.items.map(presentLine), nextCursor: page.nextCursor };
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<VisitView> {
    return presentVisit(await this.read.withGuests(actor, id));
  }

  /** Changes what a visit says; the time only while it is a draft. */
  @Patch(':id')
  async patch(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, startsAt, endsAt, ownHours, ...details }: ChangeVisitBody,
  ): Promise<VisitView> {
    await this.edit.execute(actor, id, version, {
      ...stepTimeOfBody({ startsAt, endsAt, ownHours }),
      details,
    });
    return presentVisit(await this.read.withGuests(actor, id));
  }

  @Get(':id/history')
  async showHistory(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<VisitHistoryView> {
    const { visit } = await this.read.execute(actor, id);
    const lines = await this.background.historyOf(actor, visit);
    return { items: lines.map((line) => presentHistory(line, visit.timeZone)) };
  }

  /**
   * Takes one step: submit, accept, decline, propose, approve, withdraw, reschedule, cancel, complete, not-held; of a
   * visit that was recorded also vouch, object, withdraw-objection, settle-objection, retract.
   */
  @Post(':id/:step')
  @HttpCode(200)
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('step') step: string,
    @Body() { version, reason, startsAt, endsAt, ownHours, early, ...given }: StepBody,
  ): Promise<VisitView> {
    if (!steps.includes(step)) throw new RequestError('not-found');
    const time = stepTimeOfBody({ startsAt, endsAt, ownHours });
    const input = { reason: reason ?? null, ...time, early };
    const acceptance = acceptanceOf(given);
    await this.take.execute(actor, id, step as VisitAction, version, { ...input, acceptance });
    return presentVisit(await this.read.withGuests(actor, id));
  }
}
