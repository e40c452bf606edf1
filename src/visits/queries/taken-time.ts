import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { BusyTime } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { endsAfter, mayReachInto } from './visit-times.js';

/** Which time of a unit is taken. */
@Injectable()
export class TakenTime {
  constructor(private readonly database: Database) {}

  /** The host's held places between two instants, each with its place as the lane; expired offers hold none. */
  ofHost(unit: string, from: Date, to: Date, now: Date): Promise<BusyTime[]> {
    return this.database.query(
      `SELECT lower(during) AS "startsAt", upper(during) AS "endsAt", place AS lane FROM host_time
       WHERE host_unit = $1 AND during && tstzrange($2, $3) AND (expires_at IS NULL OR expires_at > $4)
       ORDER BY during`,
      [unit, from, to, now],
    );
  }

  /**
   * What is taken of a host's places, as `ofHost`, and when a guest's people are away or receive guests: its confirmed
   * visits day by day, as one of the guests or as host. In one statement.
   */
  async ofBoth(
    { host, guest }: { host: string; guest: string | null },
    { from, to, now }: { from: Date; to: Date; now: Date },
  ): Promise<{ host: BusyTime[]; guest: BusyTime[] }> {
    const rows = await this.database.query<{
      isHost: boolean;
      startsAt: Date;
      endsAt: Date;
      lane: number | null;
    }>(
      `SELECT true AS "isHost", lower(t.during) AS "startsAt", upper(t.during) AS "endsAt", t.place AS lane
       FROM host_time t WHERE t.host_unit = $1 AND t.during && tstzrange($2, $3) AND (t.expires_at IS NULL OR t.expires_at > $4)
       UNION ALL
       SELECT false, lower(d.during), upper(d.during), NULL
       FROM visit v JOIN unit h ON h.code = v.host_unit
       CROSS JOIN LATERAL unnest(day_hours(v.starts_at, v.ends_at, h.time_zone, v.own_hours)) AS d (during)
       WHERE v.id IN (SELECT r.visit_id FROM unit u JOIN visit_reader r ON r.reader = 'unit:' || u.code
           WHERE (u.heir = $5 OR u.code = $5) AND ${mayReachInto('r.starts_at', '$2', '$3')})
         AND v.state = ANY ($6) AND v.starts_at < $3 AND ${endsAfter('$2')} AND d.during && tstzrange($2, $3)
       ORDER BY 2, 3`,
      [host, from, to, now, guest, statesWith('standing')],
    );
    const [ofHost, ofGuest] = [true, false].map((side) => rows.filter(({ isHost }) => isHost === side));
    return {
      host: (ofHost ?? []).map(({ startsAt, endsAt, lane }) => ({
        startsAt,
        endsAt,
        ...(lane === null ? {} : { lane }),
      })),
      guest: (ofGuest ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
    };
  }
}
