import { Injectable } from '@nestjs/common';
import { AgendaFacts } from '../../agendas/index.js';
import type { CalendarVisit } from '../domain/calendar-visit.js';
import type { CalendarSource } from '../domain/visit-object.js';
import type { LiveFeed } from '../queries/feeds.js';
import { CalendarSettingRepository } from '../storage/calendar-setting-repository.js';
import { CalendarObjects } from './calendar-objects.js';

/** What one person's feed holds: of a visit somebody comes to for some sessions, those alone; with the own alarms. */
@Injectable()
export class PersonalEvents {
  constructor(
    private readonly agendas: AgendaFacts,
    private readonly objects: CalendarObjects,
    private readonly settings: CalendarSettingRepository,
  ) {}

  async of({ owner, shows }: LiveFeed, sources: readonly CalendarSource[]): Promise<CalendarVisit[]> {
    const attended = await this.agendas.attendedIn(sources.map(({ id }) => id));
    const chosen = (id: string) => attended.get(id)?.get(owner.email);
    const isApart = ({ id }: CalendarSource) => shows === 'sessions' || chosen(id) !== undefined;
    const [whole, inSessions] = [sources.filter((source) => !isApart(source)), sources.filter(isApart)];
    const events = [
      ...(await this.objects.of(whole, 'participant')),
      ...(await this.objects.sessionsOf(
        inSessions,
        'participant',
        (visitId, sessionId) => chosen(visitId)?.includes(sessionId) ?? true,
      )),
    ];
    const alarmMinutes = await this.settings.alarmsOf(owner.personId);
    return events
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.uid.localeCompare(b.uid))
      .map((event) => ({ ...event, alarmMinutes }));
  }
}
