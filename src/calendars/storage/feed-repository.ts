import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { FeedEntity } from './feed.entity.js';

/** A feed somebody subscribed to; the secret of its address is stored as a hash only. */
export type FeedRow = FeedEntity;

/** What was written of a feed. */
interface KeptFeed {
  /** See `heldAs`. */
  held: string;
  /** What it was made of, see `FeedStates.groundOf`. */
  scopes: readonly number[] | null;
  digest: string;
  /** Of its busy times as events; null where it holds none. */
  eventsDigest: string | null;
  now: Date;
}

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

  /**
   * Keeps how what a feed holds is known, and as of when.
   * @returns since when it holds that: a whole second, and a later one for each content (RFC 9110 section 8.8.2), and for
   * each database that it was restored into, where another content may have had the same
   */
  async keep(id: string, { held, scopes, digest, eventsDigest, now }: KeptFeed): Promise<Date> {
    const [row] = await this.database.query<{ changed_at: Date }>(
      `WITH kept AS (
         UPDATE feed SET held = $2, scopes = $6, digest = $3, events_digest = $4, last_used_at = $5,
           changed_at = CASE WHEN (digest, events_digest, split_part(held, ' ', 1))
               IS NOT DISTINCT FROM ($3, $4, split_part($2, ' ', 1)) THEN changed_at
             ELSE greatest(date_trunc('second', $5::timestamptz), changed_at + interval '1 second') END
         WHERE id = $1 AND (held, digest, events_digest) IS DISTINCT FROM ($2, $3, $4)
         RETURNING changed_at
       )
       SELECT coalesce((SELECT changed_at FROM kept), (SELECT changed_at FROM feed WHERE id = $1), $5) AS changed_at`,
      [id, held, digest, eventsDigest, now, scopes],
    );
    return row?.changed_at ?? now;
  }

  /** Notes when feeds were read by these addresses, of each at most once an hour; of one that has another now, nothing. */
  async noteUses(tokenHashes: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `UPDATE feed SET last_used_at = $2
       WHERE token_hash = ANY ($1) AND (last_used_at IS NULL OR last_used_at <= $2::timestamptz - interval '1 hour')`,
      [tokenHashes, now],
    );
  }

  /** Puts the marks of each scope together; its revision stays what it is. */
  async foldChanges(): Promise<void> {
    await this.database.query(
      `WITH gone AS (
         DELETE FROM feed_change WHERE scope IN (SELECT scope FROM feed_change GROUP BY scope HAVING count(*) > 1)
         RETURNING scope, mark)
       INSERT INTO feed_change (scope, mark) SELECT scope, bit_xor(mark) FROM gone GROUP BY scope`,
    );
  }
}
