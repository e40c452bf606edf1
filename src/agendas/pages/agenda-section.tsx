import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { formatDate, formatTimeRange, localDate } from '../../platform/text/dates.js';
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
  const days = new Set(sessions.map(({ startsAt }) => localDate(startsAt, zone)));
  const timeOf = ({ startsAt, endsAt }: PublishedSession): string =>
    days.size === 1
      ? formatTimeRange(startsAt, endsAt, zone)
      : `${formatDate(startsAt, zone)}, pukul ${formatTimeRange(startsAt, endsAt, zone)}`;
  return (
    <Card title="Susunan acara">
      <ol class="list-group list-group-flush list-unstyled">
        {sessions.map((session) => (
          <li class="list-group-item" key={`${session.startsAt.toISOString()} ${session.place}`}>
            <div class="text-secondary">{timeOf(session)}</div>
            <div class="fw-medium">{session.title}</div>
            <div class="text-secondary">
              {[session.place, session.persons.join(', ')].filter(Boolean).join(' · ')}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
