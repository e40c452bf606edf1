import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { Site } from '../../platform/security/access-guard.js';
import { can } from '../../platform/security/capabilities.js';
import { CheckReferences, ReadVisit } from '../../visits/index.js';
import { hashSecret, newId, newSecret } from '../../platform/text/tokens.js';
import { assertFits, type FeedContent, type FeedScope } from '../domain/feed-content.js';
import { Feeds, type ListedFeed } from '../queries/feeds.js';
import { FeedRepository, type FeedRow } from '../storage/feed-repository.js';

/** A feed with its secret address, which is known to nobody afterwards. */
export interface IssuedFeed {
  feed: ListedFeed;
  url: string;
  /** Busy times as events; null for a feed of anything else. */
  eventsUrl: string | null;
}

/**
 * What to make a feed of: what is left out is not filtered, and agendas stand in the descriptions. An `id` of the
 * caller's own makes it once, however often it is asked for.
 */
export type WantedFeed = Partial<FeedContent> & { scope: FeedScope; id?: string };

/** Makes and revokes the feeds of whoever is signed in. */
@Injectable()
export class OwnFeeds {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly repository: FeedRepository,
    private readonly feeds: Feeds,
    private readonly references: CheckReferences,
    private readonly visits: ReadVisit,
  ) {}

  /**
   * @throws FeedError `feed-visit-missing`, `feed-busy-unfit`
   * @throws VisitError `unknown-program`
   * @throws RequestError `not-found` for a visit the person may not see, `not-allowed` for a scope the person does
   * not belong to
   */
  async create(actor: Actor, wanted: WantedFeed): Promise<IssuedFeed> {
    const { scope, visitId = null, shows = 'visits', programs = [], states = [], id = newId() } = wanted;
    const content: FeedContent = { scope, visitId, shows, programs, states };
    assertFits(content);
    await this.references.programs(content.programs);
    if (content.visitId !== null) await this.visits.execute(actor, content.visitId);
    const secret = newSecret();
    const feed: FeedRow = {
      ...content,
      id,
      tokenHash: hashSecret(secret),
      personId: actor.personId,
      ...belonging(actor, content.scope),
      createdAt: this.clock.now(),
      lastUsedAt: null,
      digest: null,
      eventsDigest: null,
      held: null,
      scopes: null,
      changedAt: null,
    };
    await this.repository.add(feed);
    return this.issued(actor, feed.id, secret);
  }

  /** Whether the person has this feed already. */
  async has(actor: Actor, id: string): Promise<boolean> {
    return (await this.feeds.own(id, actor.personId)) !== null;
  }

  /** Gives a feed another address; from now on the one before answers 404. */
  async regenerate(actor: Actor, id: string): Promise<IssuedFeed> {
    const secret = newSecret();
    found((await this.repository.replaceSecret(id, actor.personId, hashSecret(secret))) || null);
    return this.issued(actor, id, secret);
  }

  /** From now on its address answers 404. */
  async revoke(actor: Actor, id: string): Promise<void> {
    found((await this.repository.remove(id, actor.personId)) || null);
  }

  private async issued(actor: Actor, id: string, secret: string): Promise<IssuedFeed> {
    const feed = found(await this.feeds.own(id, actor.personId));
    const address = `${this.site.publicUrl}/feeds/${secret}`;
    return { feed, url: `${address}.ics`, eventsUrl: feed.shows === 'busy' ? `${address}.acara.ics` : null };
  }
}

function belonging(actor: Actor, scope: FeedScope): Pick<FeedRow, 'unit' | 'regionalOffice'> {
  const unit = scope === 'unit' ? actor.unit : null;
  const regionalOffice = scope === 'region' && can(actor, 'visits.oversee') ? actor.regionalOffice : null;
  if ((scope === 'unit' && !unit) || (scope === 'region' && !regionalOffice)) {
    throw new RequestError('not-allowed');
  }
  return { unit, regionalOffice };
}
