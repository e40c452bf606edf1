import { Injectable } from '@nestjs/common';
import type { AgendaItem } from '../domain/agenda-items.js';
import { AgendaRepository } from '../storage/agenda-repository.js';

/** A session that everybody in a visit may know of. */
export type PublishedSession = Pick<
  AgendaItem,
  'startsAt' | 'endsAt' | 'title' | 'kind' | 'place' | 'persons'
>;

/** What other features ask about agendas. */
@Injectable()
export class AgendaFacts {
  constructor(private readonly agendas: AgendaRepository) {}

  /** Sessions of a visit's public agenda, by start; none before the first publication. */
  async published(visitId: string): Promise<PublishedSession[]> {
    const { publicItems } = await this.agendas.ofVisit(visitId);
    return publicItems
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      .map(({ startsAt, endsAt, title, kind, place, persons }) => ({
        startsAt,
        endsAt,
        title,
        kind,
        place,
        persons,
      }));
  }
}
