import { Injectable } from '@nestjs/common';
import { AgendaFacts } from '../../agendas/index.js';
import { Site } from '../../platform/security/access-guard.js';
import { VisitWholes } from '../../visits/index.js';
import type { CalendarVisit } from '../domain/calendar-visit.js';
import type { DescriptionAudience } from '../domain/describe.js';
import { sessionObject, visitObject, type CalendarSource } from '../domain/visit-object.js';

/** Makes calendar objects of stored visits, with their published agendas. */
@Injectable()
export class CalendarObjects {
  constructor(
    private readonly site: Site,
    private readonly agendas: AgendaFacts,
    private readonly wholes: VisitWholes,
  ) {}

  pageUrl(visitId: string): string {
    return `${this.site.publicUrl}/kunjungan/${visitId}`;
  }

  async of(sources: readonly CalendarSource[], audience: DescriptionAudience): Promise<CalendarVisit[]> {
    return (await this.eventsOf(sources, audience, () => null)).flat();
  }

  /** Each published session as its own event; a visit without any, or one that is off, stays whole. */
  async sessionsOf(
    sources: readonly CalendarSource[],
    audience: DescriptionAudience,
    wanted: (visitId: string, sessionId: string) => boolean = () => true,
  ): Promise<CalendarVisit[]> {
    const ofVisit = (visitId: string) => (sessionId: string) => wanted(visitId, sessionId);
    return (await this.eventsOf(sources, audience, ofVisit)).flat();
  }

  /**
   * The events of each visit, in the order of the visits.
   *
   * @param sessionsWanted which sessions of a visit are events of their own; null for a visit that is one event
   */
  async eventsOf(
    sources: readonly CalendarSource[],
    audience: DescriptionAudience,
    sessionsWanted: (visitId: string) => ((sessionId: string) => boolean) | null,
  ): Promise<CalendarVisit[][]> {
    const agendas = await this.agendas.publishedOf(sources.map(({ id }) => id));
    return (await this.placed(sources)).map((source) => {
      const { id } = source;
      const [pageUrl, wanted, published] = [this.pageUrl(id), sessionsWanted(id), agendas.get(id) ?? []];
      const whole = visitObject(source, wanted ? [] : published, audience, pageUrl);
      if (!wanted || whole.state === 'cancelled' || published.length === 0) return [whole];
      return published
        .filter((session) => wanted(session.id))
        .map((session) => sessionObject(session, source, audience, pageUrl));
    });
  }

  /** With what each of them is a part of. */
  private async placed(sources: readonly CalendarSource[]): Promise<CalendarSource[]> {
    const wholes = await this.wholes.ofVisits(sources.map(({ id }) => id));
    return sources.map((source) => ({
      ...source,
      wholes: wholes.get(source.id)?.map(({ text }) => text) ?? [],
    }));
  }
}
