import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** An API token that nobody revoked, live or expired; its secret is not known any more. */
export interface ApiTokenFacts {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date;
}

/** A person's API tokens that nobody revoked, newest first; expired ones among them. */
@Injectable()
export class ListApiTokens {
  constructor(private readonly database: Database) {}

  async execute(personId: string): Promise<ApiTokenFacts[]> {
    return this.database.query<ApiTokenFacts>(
      `SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt",
         expires_at AS "expiresAt" FROM api_token
       WHERE person_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC`,
      [personId],
    );
  }
}
