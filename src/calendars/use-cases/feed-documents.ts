import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { Site } from '../../platform/security/access-guard.js';
import { dayHours } from '../../platform/text/day-hours.js';
import { localDate } from '../../platform/text/dates.js';
import { closedDates, UnitFacts } from '../../units/index.js';
import { feedOf, type FeedOptions } from '../domain/feed.js';
import { feedName, shownState } from '../domain/feed-content.js';
import { busyEvents } from '../domain/busy-events.js';
import { busyWindow, dayPeriod, freeBusy, type BusyPeriod, type BusyTimes } from '../domain/free-busy.js';
import { CalendarSources } from '../queries/calendar-sources.js';
import type { LiveFeed } from '../queries/feeds.js';
import { FeedTexts, type TextForm } from './feed-texts.js';
import { PersonalEvents } from './personal-events.js';

/** What a feed holds: as it usually goes out, and busy times as events as well. */
export interface WrittenFeed {
  usual: string | Buffer;
  events: string | null;
}

/** Writes what a feed holds now. */
@Injectable()
export class FeedDocuments {
  constructor(
    private readonly site: Site,
    private readonly sources: CalendarSources,
    private readonly texts: FeedTexts,
    private readonly personal: PersonalEvents,
    private readonly units: UnitFacts,
  ) {}

  async write(live: LiveFeed, now: Date): Promise<WrittenFeed> {
    if (live.shows !== 'busy' || live.unit === null)
      return { usual: await this.events(live, now), events: null };
    const times = await this.busyTimes(live, live.unit, now);
    return { usual: freeBusy(times), events: busyEvents(times) };
  }

  private async events(live: LiveFeed, now: Date): Promise<Buffer> {
    const listed = await this.sources.listed(live, now);
    if (live.scope === 'me') return feedOf(this.optionsOf(live), await this.personal.of(live, listed));
    const sessions = live.shows === 'sessions' ? 'all' : null;
    const form: TextForm = { audience: 'feed', alarmMinutes: [], sessionsOf: () => sessions };
    return feedOf(this.optionsOf(live), await this.texts.of(listed, form));
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

  private async busyTimes(live: LiveFeed, unit: string, now: Date): Promise<BusyTimes> {
    const { timeZone, id: uid } = live;
    const window = busyWindow(now, timeZone);
    const sources = await this.sources.ofFeed(live, now);
    const dates = [localDate(window.startsAt, timeZone), localDate(window.endsAt, timeZone)] as const;
    const facts = found(await this.units.hostingFacts(unit, ...dates));
    const visits = sources.flatMap(({ state, timeZone: zone, ...time }): BusyPeriod[] => {
      const shown = shownState(state);
      const type = shown === 'confirmed' ? 'BUSY' : 'BUSY-TENTATIVE';
      if (shown === 'cancelled') return [];
      return dayHours(time, zone).map((hours) => ({ type, ...hours }));
    });
    const days = closedDates(facts, ...dates).map(({ date }) => dayPeriod(date, timeZone));
    // A cancelled visit takes no time, yet when it went is when this changed.
    const changes = [window.startsAt, ...sources.map(({ changedAt }) => changedAt)];
    const changedAt = new Date(Math.max(...changes.map((at) => at.getTime())));
    return {
      uid,
      name: feedName(live),
      ...window,
      changedAt,
      timeZone,
      periods: [...visits, ...days],
    };
  }
}
