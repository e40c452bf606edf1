import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { Site } from '../../platform/security/access-guard.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { feed, type FeedOptions } from '../domain/feed.js';
import type { CalendarSource } from '../domain/visit-object.js';
import { CalendarSources } from '../queries/calendar-sources.js';
import { Feeds, type LiveFeed } from '../queries/feeds.js';
import { FeedRepository } from '../storage/feed-repository.js';
import { CalendarObjects } from './calendar-objects.js';

/** A feed as it goes out: its bytes and the strong validator over them (RFC 9110 section 8.8.3). */
export interface FeedDocument {
  body: string;
  etag: string;
}

@Injectable()
export class ReadFeed {
  constructor(
    private readonly clock: Clock,
    private readonly site: Site,
    private readonly feeds: Feeds,
    private readonly uses: FeedRepository,
    private readonly sources: CalendarSources,
    private readonly objects: CalendarObjects,
  ) {}

  /** @throws RequestError `not-found` for a secret that is unknown or revoked, without a hint which */
  async execute(secret: string): Promise<FeedDocument> {
    const live = found(await this.feeds.live(hashSecret(secret)));
    const now = this.clock.now();
    await this.uses.noteUse(live.id, now);
    const isPersonal = live.scope === 'me';
    const visits = await this.objects.of(await this.visitsOf(live, now), isPersonal ? 'participant' : 'feed');
    const body = feed(this.optionsOf(live), visits);
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  }

  private visitsOf(live: LiveFeed, now: Date): Promise<CalendarSource[]> {
    if (live.unit !== null) return this.sources.ofUnit(live.unit, now);
    if (live.regionalOffice !== null) return this.sources.ofRegionalOffice(live.regionalOffice, now);
    return this.sources.ofPerson(live.personId, now);
  }

  private optionsOf({ scope, ownerName, timeZone }: LiveFeed): FeedOptions {
    return {
      name: `Kunjungan ${ownerName}`,
      description: 'Kunjungan antar-UPT Pemasyarakatan di Sambang',
      color: ({ me: 'teal', unit: 'steelblue', region: 'seagreen' } as const)[scope],
      timeZone,
      url: this.site.publicUrl,
      personal: scope === 'me',
    };
  }
}
