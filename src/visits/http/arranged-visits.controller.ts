import { timeOfBody } from '../use-cases/day-hours.dto.js';
import { Body, Controller, Headers, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequestError } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ArrangeVisit } from '../use-cases/arrange-visit.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { CreateVisitBody } from './visit.dto.js';
import { presentVisit } from './visit.presenter.js';
import type { VisitView } from './visit.view.js';

@ApiTags('visits')
@Controller('api/arranged-visits')
@Allow(signedIn)
export class ArrangedVisitsController {
  constructor(
    private readonly arrange: ArrangeVisit,
    private readonly read: ReadVisit,
  ) {}

  /**
   * Arranges a visit of a unit of the own region, as its regional office: guest and host are both asked, and it is
   * confirmed once both said yes. The office withdraws or cancels it by the visit's own steps.
   */
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
    const request = { guestUnit, hostUnit, kind, ...times, participants, guests, details };
    const id = await this.arrange.execute(actor, request, key ?? null);
    return presentVisit(await this.read.withGuests(actor, id));
  }
}
