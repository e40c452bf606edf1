import type { VNode } from 'preact';
import type { PublishedSession } from '../../agendas/index.js';
import { formatTime, formatTimeRange } from '../../platform/text/dates.js';
import { agendaNow } from '../domain/agenda-now.js';
import type { DayPageProps } from './day-props.js';

/** What is going on now and what comes next; the module of the page keeps it true while the page stands open. */
export function NowCard({ now, sessions, day }: DayPageProps): VNode {
  const zone = day.visit.timeZone;
  const { now: going, next } = agendaNow(sessions, now);
  const isShown = (session: PublishedSession): boolean => going.includes(session) || next.includes(session);
  return (
    <section class="card mb-3" aria-labelledby="sekarang-judul">
      <div class="card-body" data-now={now.toISOString()}>
        <h2 class="visually-hidden" id="sekarang-judul">
          Acara sekarang dan berikutnya
        </h2>
        <p class="day-between" hidden={going.length + next.length > 0} data-between>
          {sessions.length === 0
            ? 'Susunan acara belum diterbitkan.'
            : 'Tidak ada acara yang berlangsung atau menyusul.'}
        </p>
        <ul class="day-sessions">
          {sessions.map((session) => (
            <li
              class={going.includes(session) ? 'day-session day-session-now' : 'day-session'}
              hidden={!isShown(session)}
              data-starts={session.startsAt.toISOString()}
              data-ends={session.endsAt.toISOString()}
              key={session.id}
            >
              <span class="day-session-when" data-when>
                {going.includes(session) ? 'Sekarang' : 'Berikutnya'}
              </span>
              <strong class="day-session-title">{session.title}</strong>
              <span>
                {going.includes(session)
                  ? formatTimeRange(session.startsAt, session.endsAt, zone)
                  : `pukul ${formatTime(session.startsAt, zone)}`}
                {session.place && ` · ${session.place}`}
              </span>
              {session.persons.length > 0 && <span class="text-secondary">{session.persons.join(', ')}</span>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
