import { Injectable } from '@nestjs/common';
import { EncodedBody } from '../../platform/http/encoded-body.js';
import { found } from '../../platform/http/request-error.js';
import { ParticipantLinks } from '../../visits/index.js';
import { heldAs, startOfDay } from '../domain/feed-key.js';
import { Feeds } from '../queries/feeds.js';
import { FeedRepository } from '../storage/feed-repository.js';
import { FeedDocuments } from './feed-documents.js';
import type { OpenFeed } from './open-feeds.js';
import { ParticipantCalendar } from './participant-calendar.js';

/** What a feed holds on a ground, in both forms. */
export interface FeedContent {
  /** See `heldAs`. */
  held: string;
  usual: EncodedBody;
  /** Busy times as events; null where it holds none. */
  events: EncodedBody | null;
  changedAt: Date;
}

/** Writes what a feed holds now, and keeps how that is known. */
@Injectable()
export class WriteFeed {
  constructor(
    private readonly feeds: Feeds,
    private readonly repository: FeedRepository,
    private readonly documents: FeedDocuments,
    private readonly links: ParticipantLinks,
    private readonly participants: ParticipantCalendar,
  ) {}

  /** @throws RequestError `not-found` for a feed that ended meanwhile */
  execute(open: OpenFeed): Promise<FeedContent> {
    const { visitId, participantId } = open.state;
    if (visitId === null || participantId === null) return this.ofPerson(open);
    return this.ofParticipant(open, visitId, participantId);
  }

  private async ofPerson({ state, ground, scopes, now }: OpenFeed): Promise<FeedContent> {
    const live = found(await this.feeds.live(state.tokenHash));
    const written = await this.documents.write(live, startOfDay(now, live.timeZone));
    const held = heldAs({ ...ground, zone: live.timeZone });
    const usual = new EncodedBody(written.usual);
    const events = written.events === null ? null : new EncodedBody(written.events);
    const digests = { digest: usual.digest, eventsDigest: events?.digest ?? null };
    return {
      held,
      usual,
      events,
      changedAt: await this.repository.keep(live.id, { held, scopes, ...digests, now }),
    };
  }

  /** The feed beside a participant's page. */
  private async ofParticipant(
    { state, ground, now }: OpenFeed,
    visitId: string,
    participantId: string,
  ): Promise<FeedContent> {
    const { body, timeZone } = await this.participants.feed(visitId, participantId, now);
    const held = heldAs({ ...ground, zone: timeZone });
    const usual = new EncodedBody(body);
    const changedAt = await this.links.keepFeed(state.tokenHash, { held, digest: usual.digest, now });
    return { held, usual, events: null, changedAt };
  }
}
