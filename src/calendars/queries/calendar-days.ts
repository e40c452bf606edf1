import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { dateOfDay } from '../../platform/text/calendar-dates.js';
import { closedDates, daysFrom, hostingHours, UnitFacts, type Hosting } from '../../units/index.js';

/** A day without visits: a holiday of everybody, a day on which a unit is closed, or one without hours for guests. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  date: string;
  /** Empty for `no-hours`. */
  name: string;
  kind: 'public-holiday' | 'collective-leave' | 'closed' | 'no-hours';
}

/** Holidays, and the days on which a unit is closed or has no hours. */
@Injectable()
export class CalendarDays {
  constructor(
    private readonly database: Database,
    private readonly units: UnitFacts,
  ) {}

  /** @param from first date; `to` is the last one, itself among them */
  async execute(from: string, to: string, unit: string | null): Promise<CalendarDay[]> {
    const facts = unit === null ? null : await this.units.hostingFacts(unit, from, to);
    if (!facts) return this.holidays(from, to);
    const all = [...facts.holidays, ...ownDays(facts, from, to)];
    return all.sort((a, b) => (`${a.date} ${a.kind}` < `${b.date} ${b.kind}` ? -1 : 1));
  }

  private holidays(from: string, to: string): Promise<CalendarDay[]> {
    return this.database.query<CalendarDay>(
      `SELECT to_char(date, 'YYYY-MM-DD') AS date, name, kind FROM holiday
       WHERE date BETWEEN $1::date AND $2::date ORDER BY date, kind, name`,
      [from, to],
    );
  }
}

/** Days on which a unit is closed of itself, and those on which it has no hours anyway. */
function ownDays(host: Hosting, from: string, to: string): CalendarDay[] {
  const own = closedDates({ ...host, holidays: [] }, from, to);
  const hoursOf = hostingHours(host, null);
  const without = daysFrom(from, to).filter((day) => !host.policy.open || hoursOf(day).unclosed.length === 0);
  return [
    ...own.map(({ date, reason }): CalendarDay => ({ date, name: reason, kind: 'closed' })),
    ...without.map((day): CalendarDay => ({ date: dateOfDay(day), name: '', kind: 'no-hours' })),
  ];
}
