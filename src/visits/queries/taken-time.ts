import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { BusyTime } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { takesPart } from './joint-guests.js';
import { endsAfter } from './visit-times.js';

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

  /** When a unit's people are away or receive guests: its confirmed visits day by day, as one of the guests or as host. */
  ofUnit(unit: string, from: Date, to: Date): Promise<BusyTime[]> {
    return this.database.query(
      `SELECT lower(d.during) AS "startsAt",
         upper(d.during) AS "endsAt"
       FROM visit v JOIN unit h ON h.code = v.host_unit
       CROSS JOIN LATERAL unnest(day_hours(v.starts_at, v.ends_at, h.time_zone, v.own_hours)) AS d (during)
       WHERE (${takesPart('$1')}) AND v.state = ANY ($4) AND v.starts_at < $3 AND ${endsAfter('$2')}
         AND d.during && tstzrange($2, $3) ORDER BY d.during`,
      [unit, from, to, statesWith('standing')],
    );
  }
}
