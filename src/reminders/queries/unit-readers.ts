import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Somebody whom what is for a unit is mailed to. */
export interface UnitReader {
  unit: string;
  name: string;
  email: string;
}

/** Whom mails to units go to. */
@Injectable()
export class UnitReaders {
  constructor(private readonly database: Database) {}

  /** The people of each unit; a unit without accounts is written to at its own address. */
  async ofUnits(units: readonly string[]): Promise<ReadonlyMap<string, UnitReader[]>> {
    const rows = await this.database.query<UnitReader>(
      `SELECT u.code AS unit, coalesce(p.name, u.name) AS name, coalesce(p.email, lower(u.email)) AS email
       FROM unit u LEFT JOIN person p ON p.unit = u.code AND p.suspended_at IS NULL
       WHERE u.code = ANY ($1) AND coalesce(p.email, u.email) IS NOT NULL ORDER BY u.code, 3`,
      [units],
    );
    const readers = new Map<string, UnitReader[]>();
    for (const row of rows) readers.set(row.unit, [...(readers.get(row.unit) ?? []), row]);
    return readers;
  }
}
