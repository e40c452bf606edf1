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
   * Replaces what a visit holds. The caller has locked the host, so that the choice of a place is not in vain.
   *
   * @param capacity parallel places of the host
   * @returns the first time for which no place is free, or null when all are held
   */
  async replace(
    visitId: string,
    hostUnit: string,
    capacity: number,
    times: readonly WantedHold[],
  ): Promise<WantedHold | null> {
    await this.times.delete({ visitId });
    for (const time of times) {
      const place = await this.freePlace(visitId, hostUnit, capacity, time);
      if (place === null) return time;
      await this.database.query(
        `INSERT INTO host_time (visit_id, kind, host_unit, place, during, expires_at)
         VALUES ($1, $2, $3, $4, tstzrange($5, $6), $7)`,
        [visitId, time.kind, hostUnit, place, time.startsAt, time.endsAt, time.expiresAt],
      );
    }
    return null;
  }

  /** Lets go of offers of a host nobody answered in time. */
  async releaseExpired(now: Date, hostUnit: string): Promise<void> {
    await this.times.delete({ expiresAt: LessThanOrEqual(now), hostUnit });
  }

  /** Lets go of what one visit holds for an offer nobody answered in time. */
  async releaseExpiredOf(visitId: string, now: Date): Promise<void> {
    await this.times.delete({ visitId, expiresAt: LessThanOrEqual(now) });
  }

  private async freePlace(
    visitId: string,
    hostUnit: string,
    capacity: number,
    { startsAt, endsAt }: WantedHold,
  ): Promise<number | null> {
    const [row] = await this.database.query<{ place: number }>(
      `SELECT p.n AS place FROM generate_series(1, $2::int) AS p (n)
       WHERE NOT EXISTS (
         SELECT 1 FROM host_time t
         WHERE t.host_unit = $1 AND t.place = p.n AND t.during && tstzrange($3, $4) AND t.visit_id <> $5)
       ORDER BY p.n LIMIT 1`,
      [hostUnit, capacity, startsAt, endsAt, visitId],
    );
    return row?.place ?? null;
  }
}
