import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';

/** A visit that is over and has no published summary. */
export interface VisitWithoutSummary {
  id: string;
  endsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
}

@Injectable()
export class VisitsWithoutSummary {
  constructor(private readonly database: Database) {}

  /** Visits that ended by `now`, longest ago first. */
  execute(now: Date): Promise<VisitWithoutSummary[]> {
    return this.database.query(
      `SELECT v.id, v.ends_at AS "endsAt", h.time_zone AS "timeZone"
       FROM visit v JOIN unit h ON h.code = v.host_unit
       WHERE v.state IN ('confirmed', 'held') AND v.ends_at <= $1 ORDER BY v.ends_at, v.id`,
      [now],
    );
  }
}
