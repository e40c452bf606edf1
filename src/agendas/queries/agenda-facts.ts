import { Injectable } from '@nestjs/common';
import type { AgendaItem } from '../domain/agenda-items.js';
import { AttendedSessionRepository } from '../storage/attended-session-repository.js';
import { AgendaRepository } from '../storage/agenda-repository.js';

/** A session that everybody in a visit may know of. */
export type PublishedSession = Pick<
  AgendaItem,
  'id' | 'startsAt' | 'endsAt' | 'title' | 'kind' | 'place' | 'persons'
>;

/** What other features ask about agendas. */
@Injectable()
export class AgendaFacts {
  constructor(
    private readonly agendas: AgendaRepository,
    private readonly attended: AttendedSessionRepository,
  ) {}

  /** Sessions of a visit's public agenda, by start; none before the first publication. */
  async published(visitId: string): Promise<PublishedSession[]> {
    return (await this.publishedOf([visitId])).get(visitId) ?? [];
  }

  /** By participant, the sessions of whoever comes to a visit for some only. */
  async attendedIn(visitId: string): Promise<Map<string, readonly string[]>> {
    const attended = await this.attended.ofVisits([visitId]);
    return new Map(attended.map(({ participantId, sessionIds }) => [participantId, sessionIds]));
  }

  /** By visit, the sessions that are come to with a mail address, where nobody with it comes for the whole visit. */
  async attendedAt(visitIds: readonly string[], email: string): Promise<Map<string, readonly string[]>> {
    const byVisit = new Map<string, readonly string[]>();
    for (const attended of await this.attended.ofVisits(visitIds)) {
      const { visitId, sessionIds } = attended;
      if (attended.email !== email || attended.isSharedWithWhole) continue;
      byVisit.set(visitId, [...(byVisit.get(visitId) ?? []), ...sessionIds]);
    }
    return byVisit;
  }

  /** The public sessions of several visits in one statement; a visit without any is not in the map. */
  async publishedOf(visitIds: readonly string[]): Promise<Map<string, PublishedSession[]>> {
    const agendas = await this.agendas.publicItems(visitIds);
    return new Map([...agendas].map(([visitId, items]) => [visitId, inOrder(items)]));
  }
}

function inOrder(items: readonly AgendaItem[]): PublishedSession[] {
  return items
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ id, startsAt, endsAt, title, kind, place, persons }) => {
      return { id, startsAt, endsAt, title, kind, place, persons };
    });
}
