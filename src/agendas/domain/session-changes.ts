import { formatTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { fieldChange, type FieldChange } from '../../visits/domain/index.js';
import type { AgendaItem } from './agenda-items.js';

/** A session in a line: `09.00–10.00 WIB, Sambutan, Aula, Sari`. */
const sessionText = ({ startsAt, endsAt, title, place, persons, note }: AgendaItem, zone: Zone): string =>
  [formatTimeRange(startsAt, endsAt, zone), title, place, ...persons, note].filter(Boolean).join(', ');

/** What differs in two lists of sessions, for the visit's history: sessions that changed, came and went. */
export function sessionChanges(
  before: readonly AgendaItem[],
  after: readonly AgendaItem[],
  zone: Zone,
): FieldChange[] {
  const next = new Map(after.map((item) => [item.id, item]));
  const known = new Set(before.map(({ id }) => id));
  const text = (item: AgendaItem | undefined) => item && sessionText(item, zone);
  return [
    ...before.flatMap((item) => fieldChange('session', null, text(item), text(next.get(item.id)))),
    ...after
      .filter(({ id }) => !known.has(id))
      .flatMap((item) => fieldChange('session', null, null, text(item))),
  ];
}
