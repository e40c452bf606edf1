import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Who takes part in a visit and cannot open pages that need an account. */
@Injectable()
export class WithoutAccount {
  constructor(private readonly database: Database) {}

  /** Those who have a mail address; nobody where it is that of an account. */
  at(visitId: string, email: string): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      `SELECT p.id, p.name FROM visit_participant p
       WHERE p.visit_id = $1 AND p.email = $2 AND NOT EXISTS (SELECT FROM account_address a WHERE a.email = p.email)
       ORDER BY p.created_at, p.id`,
      [visitId, email],
    );
  }

  /** Those of the addresses that are accounts'. */
  async accountsAmong(emails: readonly string[]): Promise<ReadonlySet<string>> {
    if (emails.length === 0) return new Set();
    const rows = await this.database.query<{ email: string }>(
      'SELECT email FROM account_address WHERE email = ANY ($1)',
      [emails],
    );
    return new Set(rows.map(({ email }) => email));
  }
}
