import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { UnitReminders } from '../use-cases/unit-reminders.js';
import { ReminderSettingBody } from './unit-reminders.dto.js';
import type { ReminderSettingView } from './unit-reminders.view.js';

@ApiTags('reminders')
@Controller('api/units/:code/reminders')
@Allow(signedIn)
export class UnitRemindersController {
  constructor(private readonly reminders: UnitReminders) {}

  @Get()
  async show(@Param('code') code: string): Promise<ReminderSettingView> {
    return this.reminders.read(code);
  }

  /** Sets how the unit's own participants are reminded. */
  @Put()
  async put(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: ReminderSettingBody,
  ): Promise<ReminderSettingView> {
    return this.reminders.change(actor, code, body);
  }
}
