import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { usualSetting, type ReminderSetting } from '../domain/participant-reminder.js';

@Injectable()
export class ReminderSettingRepository {
  constructor(private readonly database: Database) {}

  async ofUnit(unit: string): Promise<ReminderSetting> {
    const [row] = await this.database.query<ReminderSetting>(
      `SELECT days_before AS "daysBefore", evening_before AS "eveningBefore"
       FROM reminder_setting WHERE unit = $1`,
      [unit],
    );
    return row ?? usualSetting;
  }

  async save(unit: string, { daysBefore, eveningBefore }: ReminderSetting): Promise<void> {
    await this.database.query(
      `INSERT INTO reminder_setting (unit, days_before, evening_before) VALUES ($1, $2, $3)
       ON CONFLICT (unit) DO UPDATE SET days_before = excluded.days_before,
         evening_before = excluded.evening_before`,
      [unit, daysBefore, eveningBefore],
    );
  }
}
