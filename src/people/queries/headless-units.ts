import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { reachOf, rolesWith } from '../../platform/security/capabilities.js';

/** A unit at which no head has an account. */
export interface HeadlessUnit {
  code: string;
  name: string;
  /** Whether officers of it have accounts. */
  hasPeople: boolean;
}

/** Most units of one page. */
export const MOST_UNITS = 100;

/** Units whose heads are yet to be invited. */
@Injectable()
export class HeadlessUnits {
  constructor(private readonly database: Database) {}

  /** Those of the actor's region, or of all, by name. */
  execute(actor: Actor): Promise<HeadlessUnit[]> {
    return this.database.query(
      `SELECT u.code, u.name,
         EXISTS (SELECT FROM person p WHERE p.unit = u.code AND p.suspended_at IS NULL) AS "hasPeople"
       FROM unit u WHERE u.kind = 'upt' AND u.active AND ($1 OR u.regional_office = $2) AND NOT EXISTS (
         SELECT FROM person p WHERE p.unit = u.code AND p.role = ANY ($3) AND p.suspended_at IS NULL)
       ORDER BY u.name, u.code LIMIT ${MOST_UNITS}`,
      [reachOf(actor) === 'nation', actor.regionalOffice, rolesWith('notes.publish')],
    );
  }
}
