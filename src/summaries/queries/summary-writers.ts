import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';

/** Somebody who is asked for a summary, with the own unit's zone. */
export interface SummaryWriter {
  name: string;
  email: string;
  timeZone: Zone;
}

@Injectable()
export class SummaryWriters {
  constructor(private readonly database: Database) {}

  async ofVisit(visitId: string): Promise<SummaryWriter[]> {
    return (await this.ofVisits([visitId])).get(visitId) ?? [];
  }

  /**
   * Who is asked for the summary of each visit, by its id: the minute-takers, else the leading guest's leaders, else whoever asked
   * for the visit.
   */
  async ofVisits(visitIds: readonly string[]): Promise<ReadonlyMap<string, SummaryWriter[]>> {
    const rows = await this.database.query<SummaryWriter & { visitId: string }>(
      `WITH writers AS (
         SELECT v.id AS visit, p.name, p.email, CASE role WHEN 'minute-taker' THEN 1 ELSE 2 END AS rank,
           CASE side WHEN 'guest' THEN coalesce(p.brought_by, v.guest_unit) ELSE v.host_unit END AS unit
         FROM visit_participant p JOIN visit v ON v.id = p.visit_id
         WHERE v.id = ANY ($1) AND p.email IS NOT NULL
           AND (role = 'minute-taker' OR (role = 'leader' AND side = 'guest' AND p.brought_by IS NULL))
         UNION ALL
         SELECT v.id, p.name, p.email, 3, v.guest_unit FROM visit v JOIN person p ON p.id = v.created_by
         WHERE v.id = ANY ($1) AND p.suspended_at IS NULL
       )
       SELECT w.visit AS "visitId", w.name, w.email, u.time_zone AS "timeZone"
       FROM (SELECT *, min(rank) OVER (PARTITION BY visit) AS first FROM writers) w
         LEFT JOIN person a ON a.email = w.email JOIN unit u ON u.code = coalesce(a.unit, w.unit)
       WHERE w.rank = w.first ORDER BY w.email`,
      [visitIds],
    );
    const writers = new Map<string, SummaryWriter[]>();
    for (const { visitId, ...writer } of rows)
      writers.set(visitId, [...(writers.get(visitId) ?? []), writer]);
    return writers;
  }
}
