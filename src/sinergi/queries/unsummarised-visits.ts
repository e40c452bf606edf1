import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Place } from '../domain/scope.js';
import { isAgreed, standing, visitsWithUnits } from './scope.js';

/** A visit that is over and whose summary is not out. */
export interface UnsummarisedVisit {
  id: string;
  endsAt: Date;
  /** The host's zone. */
  timeZone: Zone;
}

@Injectable()
export class UnsummarisedVisits {
  constructor(private readonly database: Database) {}

  /** Visits that ended by `now`, longest ago first. */
  execute(place: Place, now: Date): Promise<UnsummarisedVisit[]> {
    const where = new Conditions();
    standing(place, where);
    where.add((instant) => `${isAgreed('v.state', where)} AND v.ends_at <= ${instant}`, now);
    where.add(() => 'NOT EXISTS (SELECT FROM summary_revision r WHERE r.visit_id = v.id AND r.revision = 1)');
    return this.database.query(
      `SELECT v.id, v.ends_at AS "endsAt", h.time_zone AS "timeZone"
       FROM ${visitsWithUnits} WHERE ${where.sql} ORDER BY v.ends_at, v.id`,
      where.parameters,
    );
  }
}
