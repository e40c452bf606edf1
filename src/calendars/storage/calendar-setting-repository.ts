import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What people with an account want of their own calendar. */
@Injectable()
export class CalendarSettingRepository {
  constructor(private readonly database: Database) {}

  /** Minutes before an event, each an alarm; none for somebody who has set nothing. */
  async alarmsOf(personId: string): Promise<number[]> {
    const [row] = await this.database.query<{ alarms: number[] }>(
      'SELECT alarm_minutes AS alarms FROM calendar_setting WHERE person_id = $1',
      [personId],
    );
    return row?.alarms ?? [];
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
    await this.database.query(
      `INSERT INTO calendar_setting (person_id, alarm_minutes) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET alarm_minutes = excluded.alarm_minutes`,
      [personId, alarms],
    );
  }
}
