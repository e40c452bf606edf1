import { Injectable } from '@nestjs/common';
import { AgendaFacts } from '../../agendas/index.js';
import { found } from '../../platform/http/request-error.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasTrait } from '../../visits/index.js';
import type { CalendarVisit } from '../domain/calendar-visit.js';
import type { DescriptionAudience } from '../domain/describe.js';
import { feed, type FeedOptions } from '../domain/feed.js';
import { startOfDay } from '../domain/feed-key.js';
import { feedName } from '../domain/feed-content.js';
import { withoutPage, type CalendarSource } from '../domain/visit-object.js';
import { CalendarSources } from '../queries/calendar-sources.js';
import { CalendarObjects } from './calendar-objects.js';

/**
 * The calendar of one participant of one visit, who has no account: nothing in it leads to a page that needs one. Of a
 * visit that somebody comes to for some sessions it holds those alone.
 */
@Injectable()
export class ParticipantCalendar {
  constructor(
    private readonly sources: CalendarSources,
    private readonly objects: CalendarObjects,
    private readonly agendas: AgendaFacts,
  ) {}

  /** To add by hand: as the invitation tells it. */
  async file(visitId: string, participantId: string): Promise<{ body: string; reference: string }> {
    const source = found(await this.sources.byId(visitId));
    const audience = hasTrait(source.state, 'wasAgreed') ? 'participant' : 'feed';
    const events = await this.eventsOf(source, participantId, audience);
    const { reference, timeZone } = source;
    return {
      reference,
      body: feed({ name: reference, timeZone, personal: audience === 'participant' }, events),
    };
  }

  /** To subscribe to: it stands in programs of others, so that no address or telephone number is in it. */
  async feed(visitId: string, participantId: string, now: Date): Promise<{ body: string; timeZone: Zone }> {
    const { reference, timeZone } = found(await this.sources.byId(visitId));
    const source = await this.sources.ofParticipant(visitId, participantId, startOfDay(now, timeZone));
    const events = source ? await this.eventsOf(source, participantId, 'feed') : [];
    const options: FeedOptions = {
      name: feedName({ shows: 'visits', ownerName: reference }),
      description: 'Kunjungan antar-UPT Pemasyarakatan di Sambang',
      color: 'mediumpurple',
      timeZone,
      personal: false,
    };
    return { body: feed(options, events), timeZone };
  }

  private async eventsOf(
    source: CalendarSource,
    participantId: string,
    audience: DescriptionAudience,
  ): Promise<CalendarVisit[]> {
    const chosen = (await this.agendas.attendedIn(source.id)).get(participantId);
    const events = chosen
      ? await this.objects.sessionsOf([source], audience, (_, session) => chosen.includes(session))
      : await this.objects.of([source], audience);
    return events.map(withoutPage);
  }
}
