import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Holiday } from '../domain/holiday-paste.js';

@Injectable()
export class HolidayRepository {
  constructor(private readonly database: Database) {}

  /** Adds the days, in place of what was known of the same dates. */
  async put(holidays: readonly Holiday[]): Promise<void> {
    await this.database.query(
      `INSERT INTO holiday (date, name, kind)
       SELECT h.date, h.name, h.kind FROM jsonb_to_recordset($1::jsonb) AS h (date date, name text, kind text)
       ON CONFLICT (date) DO UPDATE SET name = excluded.name, kind = excluded.kind`,
      [JSON.stringify(holidays)],
    );
  }

  /** @returns whether there was one */
  async remove(date: string): Promise<boolean> {
    const rows = await this.database.query(
      `WITH gone AS (DELETE FROM holiday WHERE date::text = $1 RETURNING 1) SELECT * FROM gone`,
      [date],
    );
    return rows.length > 0;
  }
}
