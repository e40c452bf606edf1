import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A day without visits: a holiday of everybody, or a day on which a unit is closed. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  date: string;
  name: string;
  kind: 'public-holiday' | 'collective-leave' | 'closed';
}

/** Holidays, and the days on which a unit is closed, in one statement. */
@Injectable()
export class CalendarDays {
  constructor(private readonly database: Database) {}

  /** @param from first date; `to` is the last one, itself among them */
  execute(from: string, to: string, unit: string | null): Promise<CalendarDay[]> {
    return this.database.query(
      `SELECT to_char(date, 'YYYY-MM-DD') AS date, name, kind FROM holiday WHERE date BETWEEN $1::date AND $2::date
       UNION ALL
       SELECT to_char(date, 'YYYY-MM-DD'), reason, 'closed' FROM closed_day
       WHERE unit = $3 AND date BETWEEN $1::date AND $2::date
       ORDER BY date, kind, name`,
      [from, to, unit],
    );
  }
}
