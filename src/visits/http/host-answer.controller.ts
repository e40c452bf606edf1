import { stepTimeOfBody } from '../use-cases/day-hours.dto.js';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { EnterHostAnswer } from '../use-cases/enter-host-answer.js';
import { ReadVisit } from '../use-cases/read-visit.js';
import { HostAnswerBody } from './host-answer.dto.js';
import { presentVisit } from './visit.presenter.js';
import type { VisitView } from './visit.view.js';

@ApiTags('visits')
@Controller('api/visits/:id/host-answer')
@Allow(signedIn)
export class HostAnswerController {
  constructor(
    private readonly enter: EnterHostAnswer,
    private readonly read: ReadVisit,
  ) {}

  /** Enters the host's answer that came by letter or telephone; for the guest. The host may object for seven days. */
  @Post()
  @HttpCode(200)
  async post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, startsAt, endsAt, ownHours, ...entered }: HostAnswerBody,
  ): Promise<VisitView> {
    const times = stepTimeOfBody({ startsAt, endsAt, ownHours });
    await this.enter.execute(actor, id, version, { ...entered, ...times });
    return presentVisit(await this.read.withGuests(actor, id));
  }
}
