import { Injectable } from '@nestjs/common';
import { AgendaFacts } from '../../agendas/index.js';
import { Site } from '../../platform/security/access-guard.js';
import type { CalendarVisit } from '../domain/calendar-visit.js';
import type { DescriptionAudience } from '../domain/describe.js';
import { sessionObject, visitObject, type CalendarSource } from '../domain/visit-object.js';

/** Makes calendar objects of stored visits, with their published agendas. */
@Injectable()
export class CalendarObjects {
  constructor(
    private readonly site: Site,
    private readonly agendas: AgendaFacts,
  ) {}

  pageUrl(visitId: string): string {
    return `${this.site.publicUrl}/kunjungan/${visitId}`;
  }

  async of(sources: readonly CalendarSource[], audience: DescriptionAudience): Promise<CalendarVisit[]> {
    const agendas = await this.agendas.publishedOf(sources.map(({ id }) => id));
    return sources.map((source) =>
      visitObject(source, agendas.get(source.id) ?? [], audience, this.pageUrl(source.id)),
    );
  }

  /** Each published session as its own event; a visit without any, or one that is off, stays whole. */
  async sessionsOf(
    sources: readonly CalendarSource[],
    audience: DescriptionAudience,
    wanted: (visitId: string, sessionId: string) => boolean = () => true,
  ): Promise<CalendarVisit[]> {
    const agendas = await this.agendas.publishedOf(sources.map(({ id }) => id));
    return sources.flatMap((source) => {
      const pageUrl = this.pageUrl(source.id);
      const whole = visitObject(source, [], audience, pageUrl);
      const sessions = whole.state === 'cancelled' ? [] : (agendas.get(source.id) ?? []);
      if (sessions.length === 0) return [whole];
      return sessions
        .filter(({ id }) => wanted(source.id, id))
        .map((session) => sessionObject(session, source, audience, pageUrl));
    });
  }
}
