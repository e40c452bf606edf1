import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { usualSetting, type ReminderSetting } from '../domain/participant-reminder.js';
import { ReminderSettingEntity } from './reminder-setting.entity.js';

@Injectable()
export class ReminderSettingRepository {
  constructor(
    @InjectRepository(ReminderSettingEntity) private readonly settings: Rows<ReminderSettingEntity>,
  ) {}

  async ofUnit(unit: string): Promise<ReminderSetting> {
    return (await this.settings.findOne(['daysBefore', 'eveningBefore'], { unit })) ?? usualSetting;
  }

  async save(unit: string, { daysBefore, eveningBefore }: ReminderSetting): Promise<void> {
    await this.settings.put({ key: ['unit'] }, { unit, daysBefore, eveningBefore });
  }
}
