import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Role } from '../../platform/security/actor.js';
import { organisationOfPerson } from '../../platform/security/organisation.js';

/** Somebody to write to at a unit or a regional office. */
export interface OfficerFact {
  personId: string;
  name: string;
  email: string;
  role: Role;
  phone: string | null;
  position: string | null;
  rank: string | null;
  /** Whole: for official papers. */
  nip: string | null;
  /** Code of the organisation; null for who is of none. */
  organisation: string | null;
}

const SELECTION = `SELECT id AS "personId", name, email, role, phone, position, rank, nip,
  ${organisationOfPerson('person')} AS organisation FROM person`;

/** Who works where, for other features; suspended accounts are left out. */
@Injectable()
export class OfficerFacts {
  constructor(private readonly database: Database) {}

  /** People of an organisation, by name. */
  async ofUnit(code: string): Promise<OfficerFact[]> {
    return this.database.query<OfficerFact>(
      `${SELECTION} WHERE ${organisationOfPerson('person')} = $1 AND suspended_at IS NULL ORDER BY name, id`,
      [code],
    );
  }

  /** Those with one of the addresses. */
  async byAddress(emails: readonly string[]): Promise<OfficerFact[]> {
    return this.database.query<OfficerFact>(`${SELECTION} WHERE email = ANY ($1) AND suspended_at IS NULL`, [
      emails,
    ]);
  }

  /** The regional office's own people, by name; those of its units are not among them. */
  async ofRegionalOffice(code: string): Promise<OfficerFact[]> {
    return this.database.query<OfficerFact>(
      `${SELECTION} WHERE regional_office = $1 AND suspended_at IS NULL ORDER BY name, id`,
      [code],
    );
  }
}
