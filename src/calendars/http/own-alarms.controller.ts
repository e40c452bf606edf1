import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { OwnAlarms } from '../use-cases/own-alarms.js';
import { OwnAlarmsBody } from './own-alarms.dto.js';
import type { OwnAlarmsView } from './own-alarms.view.js';

@ApiTags('feeds')
@Controller('api/me/calendar')
@Allow(signedIn)
export class OwnAlarmsController {
  constructor(private readonly alarms: OwnAlarms) {}

  @Get()
  async show(@CurrentActor() actor: Actor): Promise<OwnAlarmsView> {
    return { alarmMinutes: await this.alarms.read(actor) };
  }

  /** Sets the alarms (VALARM) of one's own invitations and personal feed. */
  @Put()
  async put(@CurrentActor() actor: Actor, @Body() { alarmMinutes }: OwnAlarmsBody): Promise<OwnAlarmsView> {
    return { alarmMinutes: await this.alarms.set(actor, alarmMinutes) };
  }
}
