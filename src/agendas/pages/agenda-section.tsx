import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { formatTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { AgendaFacts, type PublishedSession } from '../queries/agenda-facts.js';

/** Shows the published agenda on the page of a visit. */
@Injectable()
export class AgendaSection implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly agendas: AgendaFacts,
  ) {}

  onModuleInit(): void {
    this.parts.register('visit', 10, async ({ visitId, timeZone }) => {
      const sessions = await this.agendas.published(visitId);
      return sessions.length > 0 ? Agenda({ sessions, zone: timeZone }) : null;
    });
  }
}

function Agenda({ sessions, zone }: { sessions: PublishedSession[]; zone: Zone }): VNode {
  return (
    <Card title="Susunan acara">
      <ol class="list-group list-group-flush list-unstyled">
        {sessions.map(({ startsAt, endsAt, title, place, persons }) => (
          <li class="list-group-item" key={`${startsAt.toISOString()} ${place}`}>
            <div class="text-secondary">{formatTimeRange(startsAt, endsAt, zone)}</div>
            <div class="fw-medium">{title}</div>
            <div class="text-secondary">{[place, persons.join(', ')].filter(Boolean).join(' · ')}</div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
