import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Zone } from '../../platform/text/zones.js';
import type { OrganisationKind } from '../domain/organisation-kinds.js';

/** What is said of an organisation, without what only a UPT has. */
export interface OrganisationFact {
  code: string;
  kind: OrganisationKind;
  name: string;
  place: string;
  timeZone: Zone;
  aliases: string[];
  email: string | null;
  phone: string | null;
  address: string | null;
  version: number;
  /** First date on which it is no more; null for one that lives on. */
  closedOn: string | null;
  /** Whether it is there, and no end of it is known. */
  active: boolean;
}

/** Organisations by their codes. */
@Injectable()
export class Organisations {
  constructor(private readonly database: Database) {}

  async byCode(code: string): Promise<OrganisationFact | null> {
    const [fact] = await this.database.query<OrganisationFact>(
      `SELECT u.code, u.kind, u.name, u.place, u.time_zone AS "timeZone", u.aliases, u.email, u.phone, u.address, u.version, u.closed_on::text AS "closedOn", u.active AND u.closed_on IS NULL AS active
       FROM unit u WHERE u.code = $1`,
      [code],
    );
    return fact ?? null;
  }

  /** The code under which an organisation goes on: another's where it was put together with that, else its own. */
  async currentCode(code: string): Promise<string> {
    const [row] = await this.database.query<{ became: string }>(
      'SELECT became FROM merged_organisation WHERE code = $1',
      [code],
    );
    return row?.became ?? code;
  }
}
