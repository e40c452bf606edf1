import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ReadAttendedSessions } from '../queries/read-attended-sessions.js';
import { ChooseSessions } from '../use-cases/choose-sessions.js';

const lowered = ({ value }: { value: unknown }): unknown =>
  Array.isArray(value)
    ? value.map((each: unknown) => (typeof each === 'string' ? each.toLowerCase() : each))
    : value;

export class AttendedSessionsBody {
  /** Ids of sessions of the visit's agenda; none for the whole visit. */
  @Transform(lowered)
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  sessions: string[];
}

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
  ) {
    return { sessions: await this.read.execute(actor, id, participantId) };
  }

  /** Says which sessions a participant comes for; each is then an invitation of its own. */
  @Put()
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Body() { sessions }: AttendedSessionsBody,
  ) {
    await this.choose.execute(actor, id, participantId, sessions);
    return { sessions: await this.read.execute(actor, id, participantId) };
  }
}
