import type { FieldFault } from '../../platform/errors/app-error.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { hoursOf, type AgendaFault, type AgendaItem, type VisitFrame } from './agenda-items.js';

type NamedItem = Pick<AgendaItem, 'startsAt' | 'title'>;

/** A fault at the field of the request that it is about, in Indonesian; times in the host's zone. */
export function describeFault(
  fault: AgendaFault,
  items: readonly NamedItem[],
  visit: VisitFrame,
  zone: Zone,
): FieldFault {
  const field = (name: string) => `items.${fault.index}.${name}`;
  switch (fault.code) {
    case 'item-ends-before-start':
      return { field: field('endsAt'), message: 'harus sesudah waktu mulai sesi' };
    case 'item-outside-visit': {
      const start = items[fault.index]?.startsAt ?? visit.startsAt;
      const days = hoursOf({ ...visit, timeZone: zone });
      const isAtNight =
        start < visit.endsAt && !days.some((day) => start >= day.startsAt && start < day.endsAt);
      const startsEarly = start < visit.startsAt || isAtNight;
      const range = formatDateTimeRange(visit, zone);
      return {
        field: field(startsEarly ? 'startsAt' : 'endsAt'),
        message: `harus di dalam waktu kunjungan (${range})`,
      };
    }
    case 'items-overlap-in-place': {
      const other = items[fault.otherIndex]?.title ?? '';
      return {
        field: field('startsAt'),
        message: `bertumpukan dengan sesi ke-${fault.otherIndex + 1} (“${other}”) di tempat yang sama`,
      };
    }
  }
}

/** An id in the request that no session of this agenda has, or that stands there twice. */
export function unknownIds(ids: readonly (string | undefined)[], known: ReadonlySet<string>): FieldFault[] {
  return ids.flatMap((id, index): FieldFault[] => {
    const field = `items.${index}.id`;
    if (id === undefined) return [];
    if (!known.has(id)) return [{ field, message: 'bukan sesi dari susunan acara ini' }];
    return ids.indexOf(id) < index ? [{ field, message: 'sudah dipakai oleh sesi lain' }] : [];
  });
}
