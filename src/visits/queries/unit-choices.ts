import { Injectable } from '@nestjs/common';
import { containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** A unit whose people can be invited. */
export interface UnitChoice {
  code: string;
  name: string;
  /** People with an account that is not suspended. */
  people: number;
}

/** Units to invite as a whole, in one statement. */
@Injectable()
export class InvitableUnits {
  constructor(private readonly database: Database) {}

  /** The units named, or with words those whose name or place holds them; at most 10, by name. */
  execute(codes: readonly string[], words: string): Promise<UnitChoice[]> {
    const pattern = containing(words) ?? null;
    return this.database.query(
      `SELECT u.code, u.name,
         (SELECT count(*)::int FROM person p WHERE ${organisationOfPerson('p')} = u.code AND p.suspended_at IS NULL) AS people
       FROM unit u
       WHERE u.kind <> 'partner' AND (u.active OR u.code = ANY ($1)) AND CASE WHEN $2::text IS NULL THEN u.code = ANY ($1) ELSE u.name ILIKE $2 OR u.place ILIKE $2 END
       ORDER BY u.name, u.code LIMIT 10`,
      [codes, pattern],
    );
  }
}
