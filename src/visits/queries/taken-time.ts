import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { BusyTime } from '../../units/index.js';
import { statesWith } from '../domain/visit-state-traits.js';

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

  /** When a unit's people are away or receive guests: its confirmed visits, as guest or as host. */
  ofUnit(unit: string, from: Date, to: Date): Promise<BusyTime[]> {
    return this.database.query(
      `SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM visit
       WHERE (guest_unit = $1 OR host_unit = $1) AND state = ANY ($4) AND starts_at < $3 AND ends_at > $2
       ORDER BY starts_at`,
      [unit, from, to, statesWith('standing')],
    );
  }
}
