import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, Max, Min } from 'class-validator';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { UnitReminders } from '../use-cases/unit-reminders.js';

export class ReminderSettingBody {
  /** In the morning, this many calendar days before a visit's day; none for no such reminder. */
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(14, { each: true })
  daysBefore: number[];

  /** Whether the agenda, the place and the host's rules come in the evening of the last working day before. */
  @IsBoolean()
  eveningBefore: boolean;
}

@ApiTags('reminders')
@Controller('api/units/:code/reminders')
@Allow(signedIn)
export class UnitRemindersController {
  constructor(private readonly reminders: UnitReminders) {}

  @Get()
  async show(@Param('code') code: string) {
    return this.reminders.read(code);
  }

  /** Sets how the unit's own participants are reminded. */
  @Put()
  async put(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() body: ReminderSettingBody) {
    return this.reminders.change(actor, code, body);
  }
}
