import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Somebody by whom data can be found. */
export interface KnownPerson {
  personId: string | null;
  participantId: string | null;
  name: string;
  email: string | null;
  /** Where: the visit of a participant; null for an account. */
  reference: string | null;
}

/** Most people of one address that are shown. */
const MOST = 20;

@Injectable()
export class FindKnown {
  constructor(private readonly database: Database) {}

  async account(id: string): Promise<KnownPerson | null> {
    const [row] = await this.database.query<KnownPerson>(
      `SELECT id AS "personId", NULL::uuid AS "participantId", name, email, NULL::text AS reference
       FROM person WHERE id = $1 AND erased_at IS NULL`,
      [id],
    );
    return row ?? null;
  }

  /** With the account, where the place in the visit is one's. */
  async participant(id: string): Promise<KnownPerson | null> {
    const [row] = await this.database.query<KnownPerson>(
      `SELECT NULL::uuid AS "personId", p.id AS "participantId", p.name, p.email, v.reference
       FROM visit_participant p JOIN visit v ON v.id = p.visit_id WHERE p.id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Whether an account that is open has the address, so that whoever owns it signs in first. */
  async hasAccount(email: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM person WHERE email = $1 AND suspended_at IS NULL',
      [email],
    );
    return rows.length > 0;
  }

  underAddress(email: string): Promise<KnownPerson[]> {
    return this.database.query<KnownPerson>(
      `(SELECT id AS "personId", NULL::uuid AS "participantId", name, email, NULL::text AS reference
        FROM person WHERE email = $1 AND erased_at IS NULL)
       UNION ALL
       (SELECT NULL, p.id, p.name, p.email, v.reference FROM visit_participant p JOIN visit v ON v.id = p.visit_id
        WHERE p.email = $1 ORDER BY p.created_at DESC, p.id LIMIT ${MOST})`,
      [email],
    );
  }
}
