import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import { enteredAfterwards, statesWith, visitsOfUnits } from '../../visits/index.js';
import { nameOnVisit } from '../../units/index.js';

/** A visit of a unit that is over and has no published summary. */
export interface DueSummary {
  id: string;
  title: string;
  guestUnitName: string;
  hostUnitName: string;
  endsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
}

/** What a unit's people have yet to write, longest ago first. */
@Injectable()
export class SummariesDue {
  constructor(private readonly database: Database) {}

  ofUnits(units: readonly string[], now: Date): Promise<DueSummary[]> {
    return this.database.query(
      `SELECT v.id, v.title, ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName", v.ends_at AS "endsAt",
         h.time_zone AS "timeZone"
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit
       WHERE v.id IN (${visitsOfUnits('= ANY ($1)', 'x.state = ANY ($3)')})
         AND v.ends_at <= $2
         AND NOT ${enteredAfterwards}
       ORDER BY v.ends_at, v.id LIMIT 50`,
      [units, now, statesWith('awaitsSummary')],
    );
  }
}
