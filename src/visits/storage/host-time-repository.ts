import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import type { WantedHold } from '../domain/host-time.js';
import { HostTimeEntity } from './host-time.entity.js';

/** The hosts' taken time. The exclusion constraint `host_time_no_double_booking` decides, not this code. */
@Injectable()
export class HostTimeRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(HostTimeEntity) private readonly times: Rows<HostTimeEntity>,
  ) {}

  /**
   * Takes a place for each time. The caller has locked the host, so that the choice of a place is not in vain, and what the
   * visit held before is released.
   *
   * @param capacity parallel places of the host
   * @returns the first time for which no place is free, or null when all are held
   */
  async hold(
    visitId: string,
    hostUnit: string,
    capacity: number,
    times: readonly WantedHold[],
  ): Promise<WantedHold | null> {
    const held = await Promise.all(times.map((time) => this.holdOne(visitId, hostUnit, capacity, time)));
    return times.find((_, index) => !held[index]) ?? null;
  }

  /** Lets go of offers of a host nobody answered in time, and of what a visit holds. */
  async releaseExpired(now: Date, hostUnit: string, visitId: string): Promise<void> {
    await this.database.query(
      'DELETE FROM host_time WHERE (host_unit = $2 AND expires_at <= $1) OR visit_id = $3',
      [now, hostUnit, visitId],
    );
  }

  /** Lets go of what one visit holds for an offer nobody answered in time. */
  async releaseExpiredOf(visitId: string, now: Date): Promise<void> {
    await this.times.delete({ visitId, expiresAt: LessThanOrEqual(now) });
  }

  /**
   * Takes the least free place, which is the first or follows one that is taken.
   *
   * @returns whether one was free
   */
  private async holdOne(
    visitId: string,
    hostUnit: string,
    capacity: number,
    { kind, startsAt, endsAt, expiresAt }: WantedHold,
  ): Promise<boolean> {
    const rows = await this.database.query<{ place: number }>(
      `WITH taken AS MATERIALIZED (
         SELECT t.place FROM host_time t
         WHERE t.host_unit = $3 AND t.during && tstzrange($5, $6) AND t.visit_id <> $1),
       free AS (
         SELECT min(c.place) AS place FROM (SELECT 1 AS place UNION ALL SELECT place + 1 FROM taken) c
         WHERE c.place <= $4::int AND c.place NOT IN (SELECT place FROM taken))
       INSERT INTO host_time (visit_id, kind, host_unit, place, during, expires_at)
       SELECT $1, $2, $3, place, tstzrange($5, $6), $7 FROM free WHERE place IS NOT NULL RETURNING place`,
      [visitId, kind, hostUnit, capacity, startsAt, endsAt, expiresAt],
    );
    return rows.length > 0;
  }
}
