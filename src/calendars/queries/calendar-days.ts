import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A day without visits: a holiday of everybody, a day on which a unit is closed, or one without hours for guests. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** Empty for `no-hours`. */
  name: string;
  kind: 'public-holiday' | 'collective-leave' | 'closed' | 'no-hours';
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
       UNION ALL
       SELECT to_char(d, 'YYYY-MM-DD'), '', 'no-hours'
       FROM hosting_policy p CROSS JOIN generate_series($1::date, $2::date, interval '1 day') d
       WHERE p.unit = $3 AND (NOT p.open OR NOT EXISTS (SELECT 1 FROM hosting_window w
         WHERE w.unit = p.unit AND w.weekday = extract(isodow FROM d)))
       ORDER BY date, kind, name`,
      [from, to, unit],
    );
  }
}
