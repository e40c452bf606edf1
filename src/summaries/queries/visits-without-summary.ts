import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { SweepRange } from '../../platform/jobs/sweep.js';
import type { Zone } from '../../platform/text/zones.js';
import { enteredAfterwards, statesWith } from '../../visits/index.js';

/** A visit that is over and has no published summary. */
export interface VisitWithoutSummary {
  id: string;
  endsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
}

/** Visits that are over and have no published summary. */
@Injectable()
export class VisitsWithoutSummary {
  constructor(private readonly database: Database) {}

  /** Visits that ended by `now`, in the order of ids. */
  execute(now: Date, { after, only, limit }: SweepRange): Promise<VisitWithoutSummary[]> {
    return this.database.query(
      `SELECT v.id, v.ends_at AS "endsAt", h.time_zone AS "timeZone"
       FROM (SELECT * FROM visit x WHERE x.state = ANY ($5) AND x.starts_at < $1 AND x.ends_at <= $1 OFFSET 0) v
         JOIN unit h ON h.code = v.host_unit
       WHERE NOT ${enteredAfterwards} AND ($2::uuid IS NULL OR v.id > $2) AND ($3::uuid IS NULL OR v.id = $3)
       ORDER BY v.id LIMIT $4`,
      [now, after, only, limit, statesWith('awaitsSummary')],
    );
  }
}
