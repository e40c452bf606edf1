import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { FeedContent } from '../domain/feed-content.js';

/** A feed somebody subscribed to; the secret of its address is stored as a hash only. */
export interface FeedRow extends FeedContent {
  id: string;
  tokenHash: string;
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
    const { id, tokenHash, scope, personId, unit, regionalOffice, visitId, createdAt } = feed;
    await this.database.query(
      `INSERT INTO feed (id, token_hash, scope, person_id, unit, regional_office, visit_id, created_at,
         shows, programs, states)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, tokenHash, scope, personId, unit, regionalOffice, visitId, createdAt],
        ...[feed.shows, feed.programs, feed.states],
      ],
    );
  }

  /**
   * Puts another secret in place of a feed's own.
   * @returns whether there was one
   */
  async replaceSecret(id: string, personId: string, tokenHash: string): Promise<boolean> {
    const rows = await this.database.query<{ id: string }>(
      `WITH changed AS (
         UPDATE feed SET token_hash = $3, last_used_at = NULL WHERE id = $1 AND person_id = $2 RETURNING id)
       SELECT id FROM changed`,
      [id, personId, tokenHash],
    );
    return rows.length > 0;
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
  /** Ends every feed of a person. */
  async removeOf(personId: string): Promise<void> {
    await this.database.query('DELETE FROM feed WHERE person_id = $1', [personId]);
  }

  async noteUse(id: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE feed SET last_used_at = $2
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 hour')`,
      [id, at],
    );
  }
}
