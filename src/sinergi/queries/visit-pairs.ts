import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { visitsWithUnits, within, type Scope } from './scope.js';

/** Who visits whom, and how often. */
export interface VisitPair {
  guest: string;
  guestName: string;
  host: string;
  hostName: string;
  count: number;
}

const MOST = 100;

@Injectable()
export class VisitPairs {
  constructor(private readonly database: Database) {}

  /** The most frequent pairs first. */
  execute(scope: Scope): Promise<VisitPair[]> {
    const where = new Conditions();
    within(scope, where);
    return this.database.query(
      `SELECT v.guest_unit AS guest, g.name AS "guestName", v.host_unit AS host, h.name AS "hostName",
         count(*)::int AS count
       FROM ${visitsWithUnits} WHERE ${where.sql}
       GROUP BY v.guest_unit, g.name, v.host_unit, h.name
       ORDER BY count DESC, g.name, h.name, v.guest_unit, v.host_unit LIMIT ${MOST}`,
      where.parameters,
    );
  }
}
