import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Regional offices that get the report of each month by mail. */
@Injectable()
export class ReportSubscriptions {
  constructor(private readonly database: Database) {}

  async isOn(office: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM monthly_report WHERE regional_office = $1', [
      office,
    ]);
    return rows.length > 0;
  }

  /** The offices that want it. */
  async offices(): Promise<string[]> {
    const rows = await this.database.query<{ office: string }>(
      'SELECT regional_office AS office FROM monthly_report',
    );
    return rows.map(({ office }) => office);
  }

  /** Nothing when it was so already. */
  async switchOn(office: string, since: Date): Promise<void> {
    await this.database.query(
      'INSERT INTO monthly_report (regional_office, since) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [office, since],
    );
  }

  async switchOff(office: string): Promise<void> {
    await this.database.query('DELETE FROM monthly_report WHERE regional_office = $1', [office]);
  }
}
