import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { feedLinksOpen } from '../../visits/index.js';

/** What an address of a feed stands for now, and how what was written last is known. */
export interface FeedState {
  tokenHash: string;
  /** Null for the feed beside a participant's page. */
  feedId: string | null;
  /** Of a participant's feed. */
  visitId: string | null;
  participantId: string | null;
  /** Whether it holds busy times, which may be asked for as events. */
  isBusy: boolean;
  /** See `heldAs`. */
  held: string | null;
  digest: string | null;
  eventsDigest: string | null;
  changedAt: Date | null;
  usedAt: Date | null;
  revision: string;
  databaseStarted: string;
}

/** The revision of scopes (an array), as SQL: what was raised later gives another. */
const revisionOf = (scopes: string): string =>
  `(SELECT coalesce(bit_xor(c.mark), 0)::text FROM feed_change c WHERE c.scope = ANY (${scopes}))`;

/** What the feed `f` of the person `p` is made of. */
const scopesOfFeed = `ARRAY(SELECT coalesce(made.scope, -1) FROM (SELECT -1
  UNION SELECT feed_scope('person', p.id::text)
  UNION SELECT feed_scope('unit', cf.code) FROM unit cf WHERE cf.heir = f.unit OR cf.code = f.unit
  UNION SELECT feed_scope('unit', ru.code) FROM unit ru WHERE ru.regional_office = f.regional_office
  UNION SELECT feed_scope('email', p.email) WHERE f.scope = 'me'
  UNION SELECT feed_scope('visit', f.visit_id::text) WHERE f.scope = 'visit') made (scope))`;

/** Whether the owner `p` of the feed `f` still belongs to what it shows. */
export const feedIsLive = `p.suspended_at IS NULL AND (f.scope <> 'unit' OR p.unit = f.unit)
  AND (f.scope <> 'region' OR p.regional_office = f.regional_office)`;

const started = `pg_postmaster_start_time()::text AS "databaseStarted" /* never null: a server that answers was started */`;

/** What readers of feeds need to know before anything of a feed is read. */
@Injectable()
export class FeedStates {
  constructor(private readonly database: Database) {}

  /**
   * By hash, those that may open a feed at an instant. The revision is that of what it was made of when it was written
   * last: whoever changes what it is made of, or who may read it, raises one of these, so that the same revision says that
   * nothing changed. After another one `groundOf` says what it is made of now.
   */
  async of(tokenHashes: readonly string[], now: Date): Promise<Map<string, FeedState>> {
    const rows = await this.database.query<FeedState>(
      `SELECT f.token_hash AS "tokenHash", f.id AS "feedId", NULL::uuid AS "visitId", NULL::uuid AS "participantId",
         f.shows = 'busy' AS "isBusy", f.held, f.digest, f.events_digest AS "eventsDigest", f.changed_at AS "changedAt",
         f.last_used_at AS "usedAt", ${revisionOf('f.scopes')} AS revision, ${started}
       FROM feed f WHERE f.token_hash = ANY ($1)`,
      [tokenHashes],
    );
    const states = new Map(rows.map((row) => [row.tokenHash, row]));
    const others = tokenHashes.filter((hash) => !states.has(hash));
    if (others.length === 0) return states;
    for (const state of await this.ofParticipants(others, now)) states.set(state.tokenHash, state);
    return states;
  }

  /** The feeds beside participants' pages. */
  private ofParticipants(feedHashes: readonly string[], now: Date): Promise<FeedState[]> {
    return this.database.query<FeedState>(
      `SELECT l.feed_hash AS "tokenHash", NULL::uuid AS "feedId",
         p.visit_id AS "visitId", p.id AS "participantId", false AS "isBusy", l.feed_held AS held, l.feed_digest AS digest,
         NULL AS "eventsDigest", l.feed_changed_at AS "changedAt", l.feed_used_at AS "usedAt",
         ${revisionOf(`ARRAY[-1, feed_scope('visit', p.visit_id::text)]`)} AS revision, ${started}
       FROM participant_link l JOIN visit_participant p ON p.id = l.participant_id JOIN visit v ON v.id = p.visit_id
       WHERE l.feed_hash = ANY ($1) AND ${feedLinksOpen('$2')}`,
      [feedHashes, now],
    );
  }

  /** What a feed is made of now, and the revision of that; null for one that nobody may read any more. */
  async groundOf(tokenHash: string): Promise<{ scopes: number[]; revision: string } | null> {
    const [row] = await this.database.query<{ scopes: number[]; revision: string }>(
      `SELECT s.scopes, ${revisionOf('s.scopes')} AS revision FROM feed f JOIN person p ON p.id = f.person_id
       CROSS JOIN LATERAL (SELECT ${scopesOfFeed} AS scopes) s WHERE f.token_hash = $1 AND ${feedIsLive}`,
      [tokenHash],
    );
    return row ?? null;
  }

  /**
   * Names the database with its history: a copy that was restored, or that went on from an earlier point, has another
   * name (PostgreSQL, Control Data Functions).
   */
  async databaseName(): Promise<string> {
    const [row] = await this.database.query<{ name: string }>(
      `SELECT concat_ws('.', s.system_identifier, c.timeline_id, d.oid) AS name
       FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database()`,
    );
    return row?.name ?? '';
  }
}
