import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { changeableParts, UnitFacts } from '../../units/index.js';
import type { ReminderSetting } from '../domain/participant-reminder.js';
import { ReminderSettingRepository } from '../storage/reminder-setting-repository.js';

/** How a unit's participants are reminded, to be read by everybody and set by those who set how it hosts. */
@Injectable()
export class UnitReminders {
  constructor(
    private readonly units: UnitFacts,
    private readonly settings: ReminderSettingRepository,
  ) {}

  /** @throws RequestError `not-found` */
  async read(code: string): Promise<ReminderSetting> {
    found(await this.units.byCode(code));
    return this.settings.ofUnit(code);
  }

  /** @throws RequestError `not-found`, `not-allowed` */
  async change(actor: Actor, code: string, setting: ReminderSetting): Promise<ReminderSetting> {
    const unit = found(await this.units.byCode(code));
    if (!changeableParts(unit, actor).includes('hosting')) throw new RequestError('not-allowed');
    const daysBefore = [...new Set(setting.daysBefore)].toSorted((a, b) => b - a);
    await this.settings.save(code, { ...setting, daysBefore });
    return this.settings.ofUnit(code);
  }
}
