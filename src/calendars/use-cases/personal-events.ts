import { Injectable } from '@nestjs/common';
import { AgendaFacts } from '../../agendas/index.js';
import type { FeedEvent } from '../domain/feed.js';
import type { ListedVisit } from '../queries/calendar-sources.js';
import type { LiveFeed } from '../queries/feeds.js';
import { CalendarSettingRepository } from '../storage/calendar-setting-repository.js';
import { FeedTexts } from './feed-texts.js';

/** What one person's feed holds: of a visit somebody comes to for some sessions, those alone; with the own alarms. */
@Injectable()
export class PersonalEvents {
  constructor(
    private readonly agendas: AgendaFacts,
    private readonly texts: FeedTexts,
    private readonly settings: CalendarSettingRepository,
  ) {}

  async of({ owner, shows }: LiveFeed, listed: readonly ListedVisit[]): Promise<FeedEvent[]> {
    const attended = await this.agendas.attendedAt(
      listed.map(({ id }) => id),
      owner.email,
    );
    const alarmMinutes = await this.settings.alarmsOf(owner.personId);
    const events = await this.texts.of(listed, {
      audience: 'participant',
      alarmMinutes,
      sessionsOf: (id) => attended.get(id) ?? (shows === 'sessions' ? 'all' : null),
    });
    return events.toSorted(
      (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.uid.localeCompare(b.uid),
    );
  }
}
