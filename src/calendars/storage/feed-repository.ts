import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export type FeedScope = 'me' | 'unit' | 'region';

/** A feed somebody subscribed to; the secret of its address is stored as a hash only. */
export interface FeedRow {
  id: string;
  tokenHash: string;
  scope: FeedScope;
  personId: string;
  unit: string | null;
  regionalOffice: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

@Injectable()
export class FeedRepository {
  constructor(private readonly database: Database) {}

  async add(feed: FeedRow): Promise<void> {
    await this.database.query(
      `INSERT INTO feed (id, token_hash, scope, person_id, unit, regional_office, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [feed.id, feed.tokenHash, feed.scope, feed.personId, feed.unit, feed.regionalOffice, feed.createdAt],
    );
  }

  /** @returns whether there was one */
  async remove(id: string, personId: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      'WITH gone AS (DELETE FROM feed WHERE id = $1 AND person_id = $2 RETURNING id) SELECT id FROM gone',
      [id, personId],
    );
    return rows.length > 0;
  }

  /** Notes that a feed was read, at most once an hour, so that polling writes next to nothing. */
  async noteUse(id: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE feed SET last_used_at = $2
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 hour')`,
      [id, at],
    );
  }
}
