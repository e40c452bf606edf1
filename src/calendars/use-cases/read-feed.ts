import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { Feeds } from '../queries/feeds.js';
import { FeedRepository } from '../storage/feed-repository.js';
import { FeedDocuments } from './feed-documents.js';

/** A feed as it goes out: its bytes and the strong validator over them (RFC 9110 section 8.8.3). */
export interface FeedDocument {
  body: string;
  etag: string;
}

@Injectable()
export class ReadFeed {
  constructor(
    private readonly clock: Clock,
    private readonly feeds: Feeds,
    private readonly uses: FeedRepository,
    private readonly documents: FeedDocuments,
  ) {}

  /** @throws RequestError `not-found` for a secret that is unknown or revoked, without a hint which */
  async execute(secret: string): Promise<FeedDocument> {
    const live = found(await this.feeds.live(hashSecret(secret)));
    const now = this.clock.now();
    await this.uses.noteUse(live.id, now);
    const body = await this.documents.write(live, now);
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  }
}
