import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { OwnAlarms } from '../use-cases/own-alarms.js';

const FOUR_WEEKS = 4 * 7 * 24 * 60;

export class OwnAlarmsBody {
  /** Minutes before the start at which one's calendar reminds; none for no alarm. */
  @IsArray()
  @ArrayMaxSize(3)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(FOUR_WEEKS, { each: true })
  alarmMinutes: number[];
}

@ApiTags('feeds')
@Controller('api/me/calendar')
@Allow(signedIn)
export class OwnAlarmsController {
  constructor(private readonly alarms: OwnAlarms) {}

  @Get()
  async show(@CurrentActor() actor: Actor) {
    return { alarmMinutes: await this.alarms.read(actor) };
  }

  /** Sets the alarms (VALARM) of one's own invitations and personal feed. */
  @Put()
  async put(@CurrentActor() actor: Actor, @Body() { alarmMinutes }: OwnAlarmsBody) {
    return { alarmMinutes: await this.alarms.set(actor, alarmMinutes) };
  }
}
