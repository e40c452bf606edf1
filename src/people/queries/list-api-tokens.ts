import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A live API token; its secret is not known any more. */
export interface ApiTokenFacts {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** A person's live API tokens, newest first. */
@Injectable()
export class ListApiTokens {
  constructor(private readonly database: Database) {}

  async execute(personId: string): Promise<ApiTokenFacts[]> {
    return this.database.query<ApiTokenFacts>(
      `SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM api_token
       WHERE person_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id DESC`,
      [personId],
    );
  }
}
