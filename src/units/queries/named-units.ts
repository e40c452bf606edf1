import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { OrganisationKind } from '../domain/organisation-kinds.js';
import { unitFinder, type FoundUnit } from '../domain/unit-names.js';

/** A unit by every name it goes by, with what a row that names it needs. */
export interface KnownUnit {
  code: string;
  name: string;
  others: string[];
  kind: OrganisationKind;
  /** Null for a directorate or a partner. */
  regionalOffice: string | null;
  timeZone: Zone;
  openedOn: string | null;
  closedOn: string | null;
  /** Whether it is there today. */
  active: boolean;
}

/** Finds units by what people call them. */
@Injectable()
export class NamedUnits {
  constructor(private readonly database: Database) {}

  all(): Promise<KnownUnit[]> {
    return this.database.query(
      `SELECT u.code, u.name, u.kind, u.regional_office AS "regionalOffice", u.time_zone AS "timeZone",
         u.opened_on::text AS "openedOn", u.closed_on::text AS "closedOn", u.active,
         u.aliases || ARRAY(SELECT un.name FROM unit_name un WHERE un.unit = u.code AND un.name <> u.name) AS others
       FROM unit u ORDER BY u.name, u.code`,
    );
  }

  /** What finds any number of names, by the units as they are now. */
  async finder(): Promise<(typed: string) => FoundUnit<KnownUnit>> {
    return unitFinder(await this.all());
  }
}
