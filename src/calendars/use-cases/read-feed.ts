import { Injectable } from '@nestjs/common';
import { BoundedCache } from '../../platform/http/bounded-cache.js';
import type { Coding, EncodedBody } from '../../platform/http/encoded-body.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { OpenFeeds, type OpenFeed } from './open-feeds.js';
import { WriteFeed, type FeedContent } from './write-feed.js';

/** What tells two contents of a feed apart (RFC 9110 section 8.8). */
export interface Validators {
  /** Strong. */
  etag: string;
  /** Since when it holds what it holds, in whole seconds. */
  changedAt: Date;
}

/** A feed as it goes out. */
export interface FeedDocument extends Validators {
  bytes: Buffer;
  coding: Coding;
}

const MEBIBYTE = 1024 * 1024;
/** What is kept of what was written, in bytes: about 50 feeds of 500 visits, or 1,500 of 20. */
const KEPT = 48 * MEBIBYTE;

const sizeOf = ({ usual, events }: FeedContent): number => usual.size + (events?.size ?? 0);

/** Reads feeds, from what was written last while that holds. */
@Injectable()
export class ReadFeed {
  private readonly kept = new BoundedCache<FeedContent>(KEPT);
  private readonly underWay = new Map<string, Promise<FeedContent>>();

  constructor(
    private readonly opened: OpenFeeds,
    private readonly writing: WriteFeed,
  ) {}

  /**
   * @param asEvents whether busy times are wanted as events
   * @throws RequestError `not-found` for a secret that is unknown or revoked, without a hint which; and for events of a
   * feed that holds no busy times
   */
  async open(secret: string, asEvents = false): Promise<OpenFeed> {
    const open = found(await this.opened.of(hashSecret(secret)));
    if (asEvents && !open.state.isBusy) throw new RequestError('not-found');
    return open;
  }

  /** How what a feed holds is known, without reading it; null where it has to be written first. */
  validators({ state, isHeld }: OpenFeed, asEvents = false): Validators | null {
    const digest = asEvents ? state.eventsDigest : state.digest;
    if (!isHeld || digest === null || state.changedAt === null) return null;
    return { etag: `"${digest}"`, changedAt: state.changedAt };
  }

  /** @throws RequestError `not-found` for a feed that ended meanwhile */
  async read(open: OpenFeed, asEvents = false, coding: Coding = 'identity'): Promise<FeedDocument> {
    const { tokenHash } = open.state;
    const content = this.written(open) ?? (await this.write(open));
    const body: EncodedBody = (asEvents && content.events) || content.usual;
    const sent = await body.as(coding);
    this.kept.set(tokenHash, content, sizeOf(content));
    return { ...sent, etag: `"${body.digest}"`, changedAt: content.changedAt };
  }

  /** What this process wrote, while it is what the feed holds. */
  private written({ state, isHeld }: OpenFeed): FeedContent | null {
    const content = isHeld ? this.kept.get(state.tokenHash) : undefined;
    if (!content || state.changedAt === null) return null;
    if (content.held !== state.held || content.usual.digest !== state.digest) return null;
    return { ...content, changedAt: state.changedAt };
  }

  /** Once for all who ask for the same. */
  private async write(open: OpenFeed): Promise<FeedContent> {
    const key = `${open.state.tokenHash} ${open.ground.database} ${open.ground.revision}`;
    const known = this.underWay.get(key);
    if (known) return known;
    const writing = this.writing.execute(open);
    this.underWay.set(key, writing);
    try {
      return await writing;
    } finally {
      this.underWay.delete(key);
    }
  }
}
