import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { CalendarSettingEntity } from './calendar-setting.entity.js';

/** What people with an account want of their own calendar. */
@Injectable()
export class CalendarSettingRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(CalendarSettingEntity) private readonly settings: Rows<CalendarSettingEntity>,
  ) {}

  /** Minutes before an event, each an alarm; none for somebody who has set nothing. */
  async alarmsOf(personId: string): Promise<number[]> {
    const setting = await this.settings.findOne(['alarmMinutes'], { personId });
    return setting?.alarmMinutes ?? [];
  }

  /** The same by mail address, of those who have set something. */
  async alarmsByEmail(emails: readonly string[]): Promise<Map<string, number[]>> {
    const rows = await this.database.query<{ email: string; alarms: number[] }>(
      `SELECT p.email, s.alarm_minutes AS alarms FROM calendar_setting s JOIN person p ON p.id = s.person_id
       WHERE p.email = ANY ($1)`,
      [emails],
    );
    return new Map(rows.map(({ email, alarms }) => [email, alarms]));
  }

  async save(personId: string, alarms: readonly number[]): Promise<void> {
    await this.settings.put({ key: ['personId'] }, { personId, alarmMinutes: alarms });
  }
}
