import type { VNode } from 'preact';
import type { PublishedSession } from '../../agendas/index.js';
import { Card } from '../../platform/pages/card.js';
import { formatDate, formatTimeRange, localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { isOnSite } from '../../visits/index.js';
import type { ParticipantPage } from '../use-cases/read-participant-page.js';

interface SessionProps {
  session: PublishedSession;
  zone: Zone;
  /** The visit's main place. */
  place: string;
}

/** When, what, where and by whom. */
function Session({ session, zone, place }: SessionProps): VNode {
  const { startsAt, endsAt, title, persons } = session;
  return (
    <>
      <div class="participant-time">{formatTimeRange(startsAt, endsAt, zone)}</div>
      <div class="fw-medium">{title}</div>
      <div class="text-secondary">
        {[session.place || place, persons.join('; ')].filter(Boolean).join(' · ')}
      </div>
    </>
  );
}

/** What goes on, and what comes next. */
export function TodayCard({ page: { today, visit } }: { page: ParticipantPage }): VNode | null {
  if (!today || (today.now.length === 0 && today.next === null)) return null;
  const shown = { zone: visit.timeZone, place: isOnSite(visit) ? visit.place : 'Daring' };
  return (
    <Card title="Hari ini">
      <ul class="list-group list-group-flush">
        {today.now.map((session) => (
          <li class="list-group-item participant-now" key={session.id}>
            <div class="participant-badge">Sekarang</div>
            <Session session={session} {...shown} />
          </li>
        ))}
        {today.next && (
          <li class="list-group-item">
            <div class="participant-badge">Berikutnya</div>
            <Session session={today.next} {...shown} />
          </li>
        )}
      </ul>
    </Card>
  );
}

/** The agenda as it was published last, day by day; nothing where none will come any more. */
export function AgendaCard({ page: { sessions, visit, isAhead } }: { page: ParticipantPage }): VNode | null {
  if (sessions.length === 0 && !isAhead) return null;
  const { timeZone: zone, place } = visit;
  const days = [...new Set(sessions.map(({ startsAt }) => localDate(startsAt, zone)))];
  const ofDay = (day: string) => sessions.filter(({ startsAt }) => localDate(startsAt, zone) === day);
  return (
    <Card title="Susunan acara">
      {days.length === 0 && (
        <p class="card-body mb-0 text-secondary">
          Susunan acara tampil di sini begitu kedua UPT menerbitkannya.
        </p>
      )}
      {days.map((day) => (
        <>
          {days.length > 1 && <h3 class="card-body pb-0 mb-0 h4">{dateOf(ofDay(day), zone)}</h3>}
          <ol class="list-group list-group-flush participant-sessions" key={day}>
            {ofDay(day).map((session) => (
              <li class="list-group-item" key={session.id}>
                <Session session={session} zone={zone} place={place} />
              </li>
            ))}
          </ol>
        </>
      ))}
    </Card>
  );
}

const dateOf = ([first]: readonly PublishedSession[], zone: Zone): string =>
  first ? formatDate(first.startsAt, zone) : '';
