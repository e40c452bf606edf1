import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { usualSetting, type UnitReminderSetting } from '../domain/participant-reminder.js';
import { ReminderSettingEntity } from './reminder-setting.entity.js';

@Injectable()
export class ReminderSettingRepository {
  constructor(
    @InjectRepository(ReminderSettingEntity) private readonly settings: Rows<ReminderSettingEntity>,
  ) {}

  async ofUnit(unit: string): Promise<UnitReminderSetting> {
    return (
      (await this.settings.findOne(['daysBefore', 'eveningBefore', 'learningDays'], { unit })) ?? usualSetting
    );
  }

  async save(unit: string, setting: UnitReminderSetting): Promise<void> {
    const { daysBefore, eveningBefore, learningDays } = setting;
    const row = { unit, daysBefore: [...daysBefore], eveningBefore, learningDays: [...learningDays] };
    await this.settings.put({ key: ['unit'] }, row);
  }
}
