import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { VisitState } from '../domain/visit-transitions.js';

/** A participant who has a mailbox. */
export interface MailboxUse {
  id: string;
  visitId: string;
  state: VisitState;
  name: string;
  email: string;
}

/** Who in visits has a mailbox. */
@Injectable()
export class Mailboxes {
  constructor(private readonly database: Database) {}

  /** Participants with an address, in the order in which their visits are locked. */
  usesOf(email: string): Promise<MailboxUse[]> {
    return this.database.query(
      `SELECT p.id, p.visit_id AS "visitId", v.state, p.name, p.email
       FROM visit_participant p JOIN visit v ON v.id = p.visit_id WHERE p.email = $1 ORDER BY p.visit_id, p.id`,
      [email],
    );
  }

  /** Addresses of participants and of contacts at a domain, by themselves. */
  async at(domain: string): Promise<string[]> {
    const rows = await this.database.query<{ email: string }>(
      `SELECT email FROM visit_participant WHERE split_part(email, '@', 2) = $1
       UNION SELECT lower(contact_email) FROM visit WHERE split_part(lower(contact_email), '@', 2) = $1 ORDER BY 1`,
      [domain],
    );
    return rows.map(({ email }) => email);
  }

  /** Visits in some states whose contact has an address. */
  async contactOf(email: string, states: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM visit WHERE lower(contact_email) = $1 AND state = ANY ($2) ORDER BY id',
      [email, states],
    );
    return rows.map(({ id }) => id);
  }
}
