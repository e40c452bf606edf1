import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { rolesWith } from '../../platform/security/capabilities.js';

/** Somebody who is told of a change of units. */
export interface ChangeReader {
  name: string;
  email: string;
}

/** Who is told of a change of units. */
@Injectable()
export class ChangeReaders {
  constructor(private readonly database: Database) {}

  /** Those who decide about changes. */
  deciders(): Promise<ChangeReader[]> {
    return this.database.query<ChangeReader>(
      'SELECT name, email FROM person WHERE role = ANY ($1) AND suspended_at IS NULL ORDER BY email',
      [rolesWith('units.decide-changes')],
    );
  }

  /** The people of units and of a regional office, but for one; a place without accounts is written to at its own address. */
  of(units: readonly string[], office: string | null, except: string): Promise<ChangeReader[]> {
    return this.database.query<ChangeReader>(
      `WITH people AS (
         SELECT name, email, unit, regional_office FROM person
         WHERE suspended_at IS NULL AND (unit = ANY ($1) OR regional_office = $2) AND id <> $3
       )
       SELECT DISTINCT ON (email) name, email FROM (
         SELECT name, email FROM people
         UNION ALL SELECT name, lower(email) FROM unit WHERE code = ANY ($1) AND email IS NOT NULL
           AND code NOT IN (SELECT p.unit FROM person p WHERE p.unit IS NOT NULL AND p.suspended_at IS NULL)
         UNION ALL SELECT name, lower(email) FROM regional_office WHERE code = $2 AND email IS NOT NULL
           AND NOT EXISTS (SELECT FROM person p WHERE p.regional_office = $2 AND p.suspended_at IS NULL)
       ) r ORDER BY email`,
      [units, office, except],
    );
  }
}
