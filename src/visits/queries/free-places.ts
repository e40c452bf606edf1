import { Injectable } from '@nestjs/common';
import { isOnSite, type VisitMode } from '../domain/visit-mode.js';
import type { DayTime } from '../../platform/text/day-hours.js';
import { Database } from '../../platform/database/database.js';

/** Whether a host still has a parallel place. */
@Injectable()
export class FreePlaces {
  constructor(private readonly database: Database) {}

  /**
   * Whether on each of its days a place stays free, or the visit takes none; what it holds itself, and expired offers, take
   * none.
   */
  async isFree(
    visit: { id: string; hostUnit: string; mode: VisitMode },
    { startsAt, endsAt, ownHours }: DayTime,
    now: Date,
  ): Promise<boolean> {
    const [row] = await this.database.query<{ isFree: boolean }>(
      `SELECT EXISTS (
         SELECT 1 FROM hosting_policy h JOIN unit u ON u.code = h.unit
         WHERE h.unit = $1 AND (($6::boolean AND NOT h.online_takes_place) OR NOT EXISTS (
           SELECT 1 FROM unnest(day_hours($3, $4, u.time_zone, $7)) AS d (during) WHERE NOT EXISTS (
             SELECT 1 FROM generate_series(1, h.capacity) AS p (n) WHERE NOT EXISTS (
               SELECT 1 FROM host_time t WHERE t.host_unit = $1 AND t.place = p.n AND t.during && d.during
                 AND t.visit_id <> $2 AND (t.expires_at IS NULL OR t.expires_at > $5)))))) AS "isFree"`,
      [visit.hostUnit, visit.id, startsAt, endsAt, now, !isOnSite(visit), ownHours],
    );
    return row?.isFree ?? false;
  }
}
