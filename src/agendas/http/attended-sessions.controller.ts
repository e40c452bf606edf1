import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ReadAttendedSessions } from '../queries/read-attended-sessions.js';
import { ChooseSessions } from '../use-cases/choose-sessions.js';
import { AttendedSessionsBody } from './attended-sessions.dto.js';
import type { AttendedSessionsView } from './attended-sessions.view.js';

@ApiTags('agendas')
@Controller('api/visits/:id/participants/:participantId/sessions')
@Allow(signedIn)
export class AttendedSessionsController {
  constructor(
    private readonly read: ReadAttendedSessions,
    private readonly choose: ChooseSessions,
  ) {}

  /** Sessions a participant comes for; none when it is the whole visit. */
  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
  ): Promise<AttendedSessionsView> {
    return { sessions: await this.read.execute(actor, id, participantId) };
  }

  /** Says which sessions a participant comes for; each is then an invitation of its own. */
  @Put()
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Body() { sessions }: AttendedSessionsBody,
  ): Promise<AttendedSessionsView> {
    await this.choose.execute(actor, id, participantId, sessions);
    return { sessions: await this.read.execute(actor, id, participantId) };
  }
}
