import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { ParticipantLinkEntity } from './participant-link.entity.js';

/** Whose page a link opens. */
export interface LinkedParticipant {
  participantId: string;
  visitId: string;
  /** The participant's mail address. */
  email: string | null;
  /** Whether it opens the page; one that was sent anew, or is a year past the visit, does not. */
  isLive: boolean;
  /** Until when links to this page live. */
  until: Date;
  /** Whether it has a feed of the visit. */
  hasFeed: boolean;
  /** Whether it was written into a message to the telephone: whoever sent that knows it, too. */
  byMessage: boolean;
}

/** The condition that links to pages of the visit `v` live at the instant `at`; they die a year after its end. */
const linksLiveAt = (at: string): string => `v.ends_at + interval '1 year' > ${at}`;

/** The condition that the feed of the link `l` to a page of the visit `v` can be read at the instant `at`. */
export const feedLinksOpen = (at: string): string => `l.ended_at IS NULL AND ${linksLiveAt(at)}`;

/** What was written of the feed of a link. */
export interface KeptLinkFeed {
  /** As of when; calendars say what that is. */
  held: string;
  digest: string;
  now: Date;
}

/** What is looked up of a link, as columns of `LinkedParticipant`; `at` is the instant that it has to live at. */
const linked = (at: string): string => `p.id AS "participantId", p.visit_id AS "visitId", p.email,
  v.ends_at + interval '1 year' AS until, l.ended_at IS NULL AND ${linksLiveAt(at)} AS "isLive",
  l.feed_hash IS NOT NULL AS "hasFeed", l.by_message AS "byMessage"`;

const withVisit =
  'participant_link l JOIN visit_participant p ON p.id = l.participant_id JOIN visit v ON v.id = p.visit_id';

/** What is stored of the secrets of a link: of the page's address, and of its feed's. */
export interface LinkHashes {
  tokenHash: string;
  feedHash: string;
}

/** Links to the pages of participants; of the secret only a hash is stored. */
@Injectable()
export class ParticipantLinkRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(ParticipantLinkEntity) private readonly links: Rows<ParticipantLinkEntity>,
  ) {}

  /** Stores nothing for somebody who no longer takes part. */
  async add(
    { tokenHash, feedHash }: LinkHashes,
    participantId: string,
    { createdAt, byMessage }: Pick<ParticipantLinkEntity, 'createdAt' | 'byMessage'>,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO participant_link (token_hash, feed_hash, participant_id, created_at, by_message)
       SELECT $1, $2, p.id, $4, $5 FROM visit_participant p WHERE p.id = $3`,
      [tokenHash, feedHash, participantId, createdAt, byMessage],
    );
  }

  /** Null for a secret nobody was given, or of somebody who no longer takes part. */
  async find(tokenHash: string, now: Date): Promise<LinkedParticipant | null> {
    const [link] = await this.database.query<LinkedParticipant>(
      `SELECT ${linked('$2')} FROM ${withVisit} WHERE l.token_hash = $1`,
      [tokenHash, now],
    );
    return link ?? null;
  }

  /** Gives a link of older mails a feed; one that has a feed keeps it. */
  async addFeed({ tokenHash, feedHash }: LinkHashes): Promise<void> {
    await this.links.update({ tokenHash, feedHash: IsNull() }, { feedHash });
  }

  /**
   * Keeps how what a feed holds is known, and as of when.
   * @returns since when it holds that: a whole second, and a later one for each content (RFC 9110 section 8.8.2), and for
   * each database that it was restored into, where another content may have had the same
   */
  async keepFeed(feedHash: string, { held, digest, now }: KeptLinkFeed): Promise<Date> {
    const [row] = await this.database.query<{ changed_at: Date }>(
      `WITH kept AS (
         UPDATE participant_link SET feed_held = $2, feed_digest = $3, feed_used_at = $4,
           feed_changed_at = CASE WHEN (feed_digest, split_part(feed_held, ' ', 1))
               IS NOT DISTINCT FROM ($3, split_part($2, ' ', 1)) THEN feed_changed_at
             ELSE greatest(date_trunc('second', $4::timestamptz), feed_changed_at + interval '1 second') END
         WHERE feed_hash = $1 AND (feed_held, feed_digest) IS DISTINCT FROM ($2, $3)
         RETURNING feed_changed_at
       )
       SELECT coalesce((SELECT feed_changed_at FROM kept),
         (SELECT feed_changed_at FROM participant_link WHERE feed_hash = $1), $4) AS changed_at`,
      [feedHash, held, digest, now],
    );
    return row?.changed_at ?? now;
  }

  /** Notes when feeds were read, of each at most once an hour. */
  async noteFeedUses(feedHashes: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `UPDATE participant_link SET feed_used_at = $2
       WHERE feed_hash = ANY ($1) AND (feed_used_at IS NULL OR feed_used_at <= $2::timestamptz - interval '1 hour')`,
      [feedHashes, now],
    );
  }

  /** Ends the links that a participant was sent; their holders may ask for another. */
  async end(participantId: string, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE participant_link SET ended_at = $2 WHERE participant_id = $1 AND ended_at IS NULL',
      [participantId, now],
    );
  }

  /** Forgets the links that a participant was sent, whose mailbox was a stranger's or somebody else's. */
  async forget(participantId: string): Promise<void> {
    await this.links.delete({ participantId });
  }

  /** Forgets those that messages to a telephone brought, which was a stranger's or is somebody else's. */
  async forgetMessages(participantId: string): Promise<void> {
    await this.links.delete({ participantId, byMessage: true });
  }
}
