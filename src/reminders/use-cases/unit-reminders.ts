import { Injectable } from '@nestjs/common';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { changeableParts, UnitFacts } from '../../units/index.js';
import type { LearningDay } from '../domain/learning-days.js';
import type { ReminderSetting, UnitReminderSetting } from '../domain/participant-reminder.js';
import { ReminderSettingRepository } from '../storage/reminder-setting-repository.js';

/** How a unit's participants are reminded, to be read by everybody and set by those who set how it hosts. */
@Injectable()
export class UnitReminders {
  constructor(
    private readonly units: UnitFacts,
    private readonly settings: ReminderSettingRepository,
  ) {}

  /** @throws RequestError `not-found` */
  async read(code: string): Promise<UnitReminderSetting> {
    found(await this.units.byCode(code));
    return this.settings.ofUnit(code);
  }

  /** @throws RequestError `not-found`, `not-allowed` */
  async change(
    actor: Actor,
    code: string,
    setting: ReminderSetting & { learningDays?: readonly LearningDay[] | undefined },
  ): Promise<UnitReminderSetting> {
    const unit = found(await this.units.byCode(code));
    if (!changeableParts(unit, actor).includes('hosting')) throw new RequestError('not-allowed');
    const daysBefore = [...new Set(setting.daysBefore)].toSorted((a, b) => b - a);
    const given = setting.learningDays ?? (await this.settings.ofUnit(code)).learningDays;
    const learningDays = given.toSorted((a, b) => a - b);
    await this.settings.save(code, { ...setting, daysBefore, learningDays });
    return this.settings.ofUnit(code);
  }
}
