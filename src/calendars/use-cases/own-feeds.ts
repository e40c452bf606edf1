import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret, newId, newSecret } from '../../platform/text/tokens.js';
import { FeedRepository, type FeedRow, type FeedScope } from '../storage/feed-repository.js';

/** Makes and revokes the feeds of whoever is signed in. */
@Injectable()
export class OwnFeeds {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly feeds: FeedRepository,
  ) {}

  /**
   * @returns the feed with its secret address, which is known to nobody afterwards
   * @throws RequestError `not-allowed` for a scope the person does not belong to
   */
  async create(actor: Actor, scope: FeedScope): Promise<{ feed: FeedRow; url: string }> {
    const secret = newSecret();
    const feed: FeedRow = {
      id: newId(),
      tokenHash: hashSecret(secret),
      scope,
      personId: actor.personId,
      unit: scope === 'unit' ? actor.unit : null,
      regionalOffice: scope === 'region' && actor.role === 'regional' ? actor.regionalOffice : null,
      createdAt: this.clock.now(),
      lastUsedAt: null,
    };
    if (scope !== 'me' && feed.unit === null && feed.regionalOffice === null) {
      throw new RequestError('not-allowed');
    }
    await this.feeds.add(feed);
    return { feed, url: `${this.site.publicUrl}/feeds/${secret}.ics` };
  }

  /** From now on its address answers 404. */
  async revoke(actor: Actor, id: string): Promise<void> {
    found((await this.feeds.remove(id, actor.personId)) || null);
  }
}
