import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { FeedEntity } from './feed.entity.js';

/** A feed somebody subscribed to; the secret of its address is stored as a hash only. */
export type FeedRow = FeedEntity;

@Injectable()
export class FeedRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(FeedEntity) private readonly feeds: Rows<FeedEntity>,
  ) {}

  add(feed: FeedRow): Promise<void> {
    return this.feeds.insert(feed);
  }

  /**
   * Puts another secret in place of a feed's own.
   * @returns whether there was one
   */
  async replaceSecret(id: string, personId: string, tokenHash: string): Promise<boolean> {
    return (await this.feeds.update({ id, personId }, { tokenHash, lastUsedAt: null })) > 0;
  }

  /** @returns whether there was one */
  async remove(id: string, personId: string): Promise<boolean> {
    return (await this.feeds.delete({ id, personId })) > 0;
  }

  /** Ends every feed of a person. */
  async removeOf(personId: string): Promise<void> {
    await this.feeds.delete({ personId });
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
