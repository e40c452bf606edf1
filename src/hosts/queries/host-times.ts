import { Injectable } from '@nestjs/common';
import { storedInstant } from '../../platform/text/date-range.js';
import { Database } from '../../platform/database/database.js';
import type { BusyTime, HostingFacts } from '../../units/index.js';

/** When units receive guests, and which of that time is taken. */
export interface HostTimes extends HostingFacts {
  unit: string;
  busy: BusyTime[];
}

@Injectable()
export class HostTimesQuery {
  constructor(private readonly database: Database) {}

  /** Of all the units, in one statement; expired offers take no time. */
  async of(units: readonly string[], from: Date, to: Date, now: Date): Promise<HostTimes[]> {
    const rows = await this.database.query<Omit<HostTimes, 'busy'> & { busy: [string, string, number][] }>(
      `SELECT u.code AS unit, u.time_zone AS "timeZone",
         jsonb_build_object('open', p.open, 'capacity', p.capacity, 'largestParty', p.largest_party,
           'shortestNoticeDays', p.shortest_notice_days, 'longestNoticeDays', p.longest_notice_days,
           'identityRule', p.identity_rule, 'phoneRule', p.phone_rule, 'cameraRule', p.camera_rule,
           'windows', coalesce((
             SELECT jsonb_agg(jsonb_build_object('weekday', w.weekday, 'startsMinute', w.starts_minute,
               'endsMinute', w.ends_minute) ORDER BY w.weekday, w.starts_minute)
             FROM hosting_window w WHERE w.unit = u.code), '[]')) AS policy,
         coalesce((SELECT jsonb_agg(jsonb_build_object('date', c.date, 'reason', c.reason) ORDER BY c.date)
           FROM closed_day c WHERE c.unit = u.code AND c.date BETWEEN $2::date - 1 AND $3::date + 1), '[]')
           AS "closedDays",
         coalesce((SELECT jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name) ORDER BY h.date)
           FROM holiday h WHERE h.date BETWEEN $2::date - 1 AND $3::date + 1), '[]') AS holidays,
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
