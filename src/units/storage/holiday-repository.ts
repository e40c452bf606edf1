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

  /** @returns what was removed; null when there was none */
  async remove(date: string): Promise<Holiday | null> {
    const [holiday] = await this.database.query<Holiday>(
      `WITH gone AS (DELETE FROM holiday WHERE date::text = $1 RETURNING date::text AS date, name, kind) SELECT * FROM gone`,
      [date],
    );
    return holiday ?? null;
  }
}
