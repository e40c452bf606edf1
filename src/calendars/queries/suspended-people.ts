import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Addresses that nothing is mailed to. */
@Injectable()
export class SuspendedPeople {
  constructor(private readonly database: Database) {}

  /** Those among some. */
  async among(emails: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ email: string }>(
      'SELECT email FROM closed_address WHERE email = ANY ($1)',
      [emails],
    );
    return new Set(rows.map(({ email }) => email));
  }
}
