import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { NATIONAL_ZONE } from '../../platform/text/zones.js';

/** Whoever began what goes on later, as the rules see that person now. */
@Injectable()
export class ActingPerson {
  constructor(private readonly database: Database) {}

  /** Null for somebody without an account, or whose account is suspended. */
  async byId(personId: string): Promise<Actor | null> {
    const [actor] = await this.database.query<Actor>(
      `SELECT p.id AS "personId", p.name, p.email, p.role, p.unit,
         ARRAY(SELECT m.code FROM unit m WHERE m.heir = p.unit AND m.code <> p.unit ORDER BY m.code) AS inherited,
         coalesce(p.regional_office, u.regional_office) AS "regionalOffice",
         coalesce(u.name, o.short_name) AS "placeName",
         coalesce(u.time_zone, o.time_zone, '${NATIONAL_ZONE}') AS "timeZone"
       FROM person p LEFT JOIN unit u ON u.code = p.unit LEFT JOIN regional_office o ON o.code = p.regional_office
       WHERE p.id = $1 AND p.suspended_at IS NULL`,
      [personId],
    );
    return actor ?? null;
  }
}
