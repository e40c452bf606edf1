import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newSecret } from '../../platform/text/tokens.js';
import {
  ParticipantLinkRepository,
  type KeptLinkFeed,
  type LinkedParticipant,
  type LinkHashes,
} from '../storage/participant-link-repository.js';

/** The secret of the feed beside a page: whoever knows the page's has it, and nobody learns the page's from it. */
const feedSecretOf = (secret: string): string =>
  createHash('sha256').update(`feed:${secret}`).digest('base64url');

const hashesOf = (secret: string): LinkHashes => ({
  tokenHash: hashSecret(secret),
  feedHash: hashSecret(feedSecretOf(secret)),
});

/**
 * The links by which participants open their page of a visit without an account. Each mail and message has one of its
 * own, which nobody else knows; those that were sent before live on until somebody sends them anew.
 */
@Injectable()
export class ParticipantLinks {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly links: ParticipantLinkRepository,
  ) {}

  /**
   * A new address of somebody's page, in the open transaction; only what it is written into knows it.
   *
   * @param byMessage whether that is a message to the telephone, and not a mail
   */
  async newFor(participantId: string, byMessage = false): Promise<string> {
    const secret = newSecret();
    await this.links.add(hashesOf(secret), participantId, { createdAt: this.clock.now(), byMessage });
    return `${this.site.publicUrl}/jawab/${secret}`;
  }

  /** Whose page a secret opens; null for one that opens none. */
  async open(secret: string): Promise<LinkedParticipant | null> {
    const link = await this.links.find(hashSecret(secret), this.clock.now());
    return link?.isLive ? link : null;
  }

  /** The address of the feed beside a page; it is as secret as the page's own. */
  feedAddress(secret: string): string {
    return `${this.site.publicUrl}/feeds/${feedSecretOf(secret)}.ics`;
  }

  /** Gives a page whose link was mailed before there were feeds one of its own. */
  async addFeed(secret: string): Promise<void> {
    await this.links.addFeed(hashesOf(secret));
  }

  /** Keeps what was written of a feed, by its secret's hash. @returns since when it holds that, in whole seconds */
  keepFeed(feedHash: string, kept: KeptLinkFeed): Promise<Date> {
    return this.links.keepFeed(feedHash, kept);
  }

  /** Notes when feeds were read, by their secrets' hashes. */
  noteFeedUses(feedHashes: readonly string[], now: Date): Promise<void> {
    return this.links.noteFeedUses(feedHashes, now);
  }
}
