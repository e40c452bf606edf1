import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { Site } from '../../platform/security/access-guard.js';
import { localDate } from '../../platform/text/dates.js';
import { UnitFacts } from '../../units/index.js';
import { feed, type FeedOptions } from '../domain/feed.js';
import { feedName, shownState } from '../domain/feed-content.js';
import { busyWindow, dayPeriod, freeBusy, type BusyPeriod } from '../domain/free-busy.js';
import { CalendarSources } from '../queries/calendar-sources.js';
import type { LiveFeed } from '../queries/feeds.js';
import { CalendarObjects } from './calendar-objects.js';
import { PersonalEvents } from './personal-events.js';

/** Writes what a feed holds now. */
@Injectable()
export class FeedDocuments {
  constructor(
    private readonly site: Site,
    private readonly sources: CalendarSources,
    private readonly objects: CalendarObjects,
    private readonly personal: PersonalEvents,
    private readonly units: UnitFacts,
  ) {}

  write(live: LiveFeed, now: Date): Promise<string> {
    return live.shows === 'busy' && live.unit !== null
      ? this.busyTimes(live, live.unit, now)
      : this.events(live, now);
  }

  private async events(live: LiveFeed, now: Date): Promise<string> {
    const sources = await this.sources.ofFeed(live, now);
    if (live.scope === 'me') return feed(this.optionsOf(live), await this.personal.of(live, sources));
    const asSessions = live.shows === 'sessions';
    const objects = asSessions ? this.objects.sessionsOf(sources, 'feed') : this.objects.of(sources, 'feed');
    return feed(this.optionsOf(live), await objects);
  }

  private optionsOf({ scope, timeZone, ...live }: LiveFeed): FeedOptions {
    return {
      name: feedName(live),
      description: 'Kunjungan antar-UPT Pemasyarakatan di Sambang',
      color: ({ me: 'teal', unit: 'steelblue', region: 'seagreen', visit: 'mediumpurple' } as const)[scope],
      timeZone,
      url: this.site.publicUrl,
      personal: scope === 'me',
    };
  }

  private async busyTimes(live: LiveFeed, unit: string, now: Date): Promise<string> {
    const { timeZone, id: uid } = live;
    const window = busyWindow(now, timeZone);
    const sources = await this.sources.ofFeed(live, now);
    const { closedDays, holidays } = found(
      await this.units.hostingFacts(
        unit,
        localDate(window.startsAt, timeZone),
        localDate(window.endsAt, timeZone),
      ),
    );
    const visits = sources.flatMap(({ state, startsAt, endsAt }): BusyPeriod[] => {
      const shown = shownState(state);
      const type = shown === 'confirmed' ? 'BUSY' : 'BUSY-TENTATIVE';
      return shown === 'cancelled' ? [] : [{ type, startsAt, endsAt }];
    });
    const days = [...closedDays, ...holidays].map(({ date }) => dayPeriod(date, timeZone));
    // A cancelled visit takes no time, yet when it went is when this changed.
    const changes = [window.startsAt, ...sources.map(({ changedAt }) => changedAt)];
    const changedAt = new Date(Math.max(...changes.map((at) => at.getTime())));
    return freeBusy({
      uid,
      name: feedName(live),
      ...window,
      changedAt,
      timeZone,
      periods: [...visits, ...days],
    });
  }
}
