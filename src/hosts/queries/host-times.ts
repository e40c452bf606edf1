import { Injectable } from '@nestjs/common';
import { storedInstant } from '../../platform/text/date-range.js';
import { Database } from '../../platform/database/database.js';
import {
  closedDaysOfUnit,
  holidaysBetween,
  kindsOfUnit,
  periodsOfUnit,
  lifeOfUnit,
  policyOfUnit,
  type BusyTime,
  type HostingFacts,
} from '../../units/index.js';

/** When units receive guests, and which of that time is taken. */
export interface HostTimes extends HostingFacts {
  unit: string;
  busy: BusyTime[];
}

/** A day more on both sides, since the units' clocks are ahead of UTC. */
const [first, last] = ['($2::timestamptz::date - 1)', '($3::timestamptz::date + 1)'] as const;

@Injectable()
export class HostTimesQuery {
  constructor(private readonly database: Database) {}

  /** Of all the units, in one statement; expired offers take no time. */
  async of(units: readonly string[], from: Date, to: Date, now: Date): Promise<HostTimes[]> {
    const rows = await this.database.query<Omit<HostTimes, 'busy'> & { busy: [string, string, number][] }>(
      `SELECT u.code AS unit, u.time_zone AS "timeZone",
         ${policyOfUnit} AS policy, ${kindsOfUnit} AS kinds, ${lifeOfUnit} AS life, ${closedDaysOfUnit(first, last)} AS "closedDays",
         ${holidaysBetween(first, last)} AS holidays, ${periodsOfUnit(first, last)} AS periods,
         coalesce((SELECT jsonb_agg(jsonb_build_array(lower(t.during), upper(t.during), t.place))
           FROM host_time t WHERE t.host_unit = u.code AND t.during && tstzrange($2, $3)
             AND (t.expires_at IS NULL OR t.expires_at > $4)), '[]') AS busy
       FROM unit u JOIN hosting_policy p ON p.unit = u.code WHERE u.code = ANY ($1)`,
      [units, from, to, now],
    );
    return rows.map(({ busy, ...row }) => ({
      ...row,
      busy: busy.map(([startsAt, endsAt, lane]) => ({
        startsAt: storedInstant(startsAt),
        endsAt: storedInstant(endsAt),
        lane,
      })),
    }));
  }
}
