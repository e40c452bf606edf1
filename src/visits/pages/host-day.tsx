import { sameHours } from '../../platform/text/day-hours.js';
import type { VNode } from 'preact';
import {
  formatCalendarDate,
  formatDateTimeRange,
  formatTimeRange,
  localDate,
} from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { timeInQuestion } from '../domain/host-time.js';
import type { HostDay, HostDayEntry } from '../queries/host-day.js';
import type { VisitFacts } from '../queries/visit-facts.js';

const kinds: Readonly<Record<HostDayEntry['kind'], string>> = {
  confirmed: 'Terisi',
  held: 'Ditahan untuk usulan',
  pending: 'Menunggu jawaban',
};

interface HostDayProps {
  visit: VisitFacts;
  day: HostDay;
  /** Whether the reader works at the host, and so knows its other visits. */
  isHost: boolean;
  isLinked?: boolean;
}

/** What else the host has on the day that is asked for: taken, held, asked for by others, closed. */
export function HostDaySection(props: HostDayProps): VNode {
  const { startsAt } = timeInQuestion(props.visit);
  return (
    <section class="mt-3" aria-label="Hari itu di tuan rumah" id="hari-tuan-rumah">
      <h3 class="h4 mb-1">{formatCalendarDate(localDate(startsAt, props.visit.timeZone))} di tuan rumah</h3>
      <HostDayList {...props} />
    </section>
  );
}

/** @param isLinked whether the reader can open the other visits */
export function HostDayList({ visit, day, isHost, isLinked = true }: HostDayProps): VNode {
  const { entries, capacity, closed } = day;
  const zone = visit.timeZone;
  const { startsAt } = timeInQuestion(visit);
  const date = localDate(startsAt, zone);
  const shown = entries.filter(({ kind }) => isHost || kind !== 'pending');
  return (
    <>
      {closed.map(({ date: closedOn, reason }) => (
        <p class="mb-0 text-danger" key={`${closedOn} ${reason}`}>
          Tutup pada {formatCalendarDate(closedOn)}: {reason}
        </p>
      ))}
      {shown.length === 0 && closed.length === 0 && <p class="mb-0">Tidak ada kunjungan lain.</p>}
      {shown.length > 0 && (
        <ul class="mb-0 ps-3">
          {shown.map((entry) => (
            <li key={`${entry.kind} ${entry.id} ${entry.startsAt.toISOString()}`}>
              {timeOf(entry, date, zone)} · {kinds[entry.kind]}
              {isHost && (
                <>
                  {': '}
                  {isLinked ? (
                    <a class="text-decoration-underline" href={`/kunjungan/${entry.id}`}>
                      {entry.title}
                    </a>
                  ) : (
                    entry.title
                  )}{' '}
                  ({entry.guestUnitName})
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {capacity > 1 && (
        <p class="mb-0 text-secondary">Tuan rumah menerima {capacity} kunjungan pada waktu yang sama.</p>
      )}
    </>
  );
}

function timeOf({ startsAt, endsAt }: HostDayEntry, date: string, zone: Zone): string {
  const isThatDay = [startsAt, endsAt].every((at) => localDate(at, zone) === date);
  return isThatDay
    ? formatTimeRange(startsAt, endsAt, zone)
    : formatDateTimeRange(sameHours(startsAt, endsAt), zone);
}
