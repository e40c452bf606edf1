import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Role } from '../../platform/security/actor.js';

/** An account as lists and its own page show it. */
export interface AccountFacts {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  /** Unmasked: mask it before it is shown. */
  nip: string | null;
  position: string | null;
  rank: string | null;
  role: Role;
  unit: string | null;
  /** The own regional office, or the one the unit belongs to. */
  regionalOffice: string | null;
  /** Name of the unit or the regional office; null for administrators. */
  placeName: string | null;
  hasPassword: boolean;
  suspendedAt: Date | null;
  createdAt: Date;
  version: number;
}

export const accountSelection = `
  SELECT person.id, person.name, person.email, person.phone, person.nip, person.position, person.rank, person.role, person.unit,
    coalesce(person.regional_office, unit.regional_office) AS "regionalOffice",
    coalesce(unit.name, office.name) AS "placeName",
    person.password_hash IS NOT NULL AS "hasPassword", person.suspended_at AS "suspendedAt",
    person.created_at AS "createdAt", person.version
  FROM person
    LEFT JOIN unit ON unit.code = person.unit
    LEFT JOIN regional_office office ON office.code = person.regional_office`;

/** One account. */
@Injectable()
export class FindAccount {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<AccountFacts | null> {
    const [row] = await this.database.query<AccountFacts>(`${accountSelection} WHERE person.id = $1`, [id]);
    return row ?? null;
  }
}
