import { Injectable } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { agreed, visitsWithUnits, within, type Scope } from './scope.js';

export interface SilentUnit {
  code: string;
  name: string;
}

/** Units that neither visited nor hosted anybody: no visit of theirs was agreed upon. */
@Injectable()
export class SilentUnits {
  constructor(private readonly database: Database) {}

  /** @param scope its office says whose units; without one, those of the whole country */
  execute(scope: Scope): Promise<SilentUnit[]> {
    const where = new Conditions();
    within({ ...scope, office: null }, where);
    const office = where.place(scope.office);
    return this.database.query(
      `SELECT u.code, u.name FROM unit u
       WHERE (${office}::text IS NULL OR u.regional_office = ${office})
         AND u.code NOT IN (
           SELECT unnest(ARRAY[v.guest_unit, v.host_unit]) FROM ${visitsWithUnits}
           WHERE v.state IN ${agreed} AND ${where.sql})
       ORDER BY u.name, u.code`,
      where.parameters,
    );
  }
}
