import type { VNode } from 'preact';
import { formatDate, formatTimeRange, localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { AgendaItem } from '../domain/agenda-items.js';

interface AgendaTableProps {
  items: readonly AgendaItem[];
  /** The host's. */
  zone: Zone;
  /** The reader's. */
  own: Zone;
  /** The visit's main place. */
  place: string;
}

/** Sessions by day, as they are read and printed; on a phone each is a block of its own. */
export function AgendaTable({ items, zone, own, place }: AgendaTableProps): VNode {
  const days = [...new Set(items.map(({ startsAt }) => localDate(startsAt, zone)))];
  return (
    <>
      {days.map((day) => {
        const ofDay = items.filter(({ startsAt }) => localDate(startsAt, zone) === day);
        const first = ofDay[0]?.startsAt;
        return (
          <table class="agenda-table" key={day}>
            <caption class={days.length === 1 ? 'visually-hidden' : undefined}>
              {first && formatDate(first, zone)}
            </caption>
            <thead>
              <tr>
                {['Waktu', 'Acara', 'Tempat', 'Penanggung jawab'].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ofDay.map((item) => (
                <Session key={item.id} item={item} zone={zone} own={own} place={place} />
              ))}
            </tbody>
          </table>
        );
      })}
    </>
  );
}

type SessionProps = Omit<AgendaTableProps, 'items'> & { item: AgendaItem };

function Session({ item, zone, own, place }: SessionProps): VNode {
  const { startsAt, endsAt } = item;
  return (
    <tr>
      <td class="agenda-table-time">
        {formatTimeRange(startsAt, endsAt, zone)}
        {own !== zone && (
          <span class="d-block text-secondary d-print-none">{formatTimeRange(startsAt, endsAt, own)}</span>
        )}
      </td>
      <td class="fw-medium">{item.title}</td>
      <td>{item.place || place}</td>
      <td>{item.persons.join('; ')}</td>
    </tr>
  );
}
