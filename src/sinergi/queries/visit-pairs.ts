import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Scope } from '../domain/scope.js';
import { agreedPairs } from './unit-pairs.js';

/** Who visited whom, and how often: visits that were agreed upon. */
export interface VisitPair {
  guest: string;
  guestName: string;
  host: string;
  hostName: string;
  count: number;
}

@Injectable()
export class VisitPairs {
  constructor(private readonly database: Database) {}

  /** The most frequent pairs first, `most` of them at the most. */
  execute(scope: Scope, most: number): Promise<VisitPair[]> {
    const where = new Conditions();
    const pairs = agreedPairs(scope, where);
    return this.database.query(
      `SELECT p.guest, g.name AS "guestName", p.host, h.name AS "hostName", p.count
       FROM (
         SELECT c.guest_unit AS guest, c.host_unit AS host, sum(c.count)::int AS count
         FROM ${pairs} c GROUP BY 1, 2 HAVING sum(c.count) > 0
         ORDER BY 3 DESC, 1, 2 LIMIT ${where.place(most)}) p
       JOIN unit g ON g.code = p.guest JOIN unit h ON h.code = p.host
       ORDER BY p.count DESC, g.name, h.name, p.guest, p.host`,
      where.parameters,
    );
  }
}
