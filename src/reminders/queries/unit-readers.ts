import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { usesSambang } from '../../units/index.js';
import { groupedBy } from '../../platform/text/grouped.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** Somebody whom what is for a unit is mailed to. */
export interface UnitReader {
  unit: string;
  name: string;
  email: string;
  /** Whether it is the own address of a unit where nobody has an active account. */
  isAddress: boolean;
}

/** Whom mails to units go to. */
@Injectable()
export class UnitReaders {
  constructor(private readonly database: Database) {}

  /** The people of each unit, or of the one into which it merged; one where nobody has an active account is written to at its own address. */
  async ofUnits(units: readonly string[]): Promise<ReadonlyMap<string, UnitReader[]>> {
    const rows = await this.database.query<UnitReader>(
      `SELECT r.unit, r.name, r.email, r.address AS "isAddress" FROM (
         SELECT u.code AS unit, u.name, lower(u.email) AS email, true AS address FROM unit u
         WHERE u.code = ANY ($1) AND u.email IS NOT NULL AND NOT ${usesSambang('u.code')}
         UNION ALL
         SELECT u.code, p.name, p.email, false FROM unit u JOIN person p ON ${organisationOfPerson('p')} IN (u.code, u.heir) AND p.suspended_at IS NULL
         WHERE u.code = ANY ($1)
       ) r ORDER BY r.unit, r.address DESC, r.email`,
      [units],
    );
    return groupedBy(rows, ({ unit }) => unit);
  }
}
