import { dayHours, type DayTime, type Stretch } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';

/** The kinds of a session in a visit's agenda (susunan acara). */
export const agendaItemKinds = [
  'welcome',
  'remarks',
  'presentation',
  'field-tour',
  'discussion',
  'follow-up-plan',
  'photo',
  'closing',
  'break',
] as const;

export type AgendaItemKind = (typeof agendaItemKinds)[number];

/** One session of a visit's agenda; its time is half-open, [startsAt, endsAt). */
export interface AgendaItem {
  id: string;
  startsAt: Date;
  endsAt: Date;
  title: string;
  kind: AgendaItemKind;
  /** Empty: the visit's main place. */
  place: string;
  /** Persons in charge. */
  persons: readonly string[];
  note: string;
}

/** A session as JSON carries it. */
export type StoredItem = Omit<AgendaItem, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string };

/** A visit's time, half-open, and its main place when known. */
export interface VisitFrame extends DayTime {
  place?: string;
  /** The host's, by which the days of several are told; without it the time is one stretch. */
  timeZone?: Zone;
}

/** The hours in which sessions may be, day by day. */
export const hoursOf = ({ timeZone, ...time }: VisitFrame): Stretch[] =>
  timeZone === undefined ? [{ startsAt: time.startsAt, endsAt: time.endsAt }] : dayHours(time, timeZone);

/** A fault of an agenda; `index` and `otherIndex` are places in the list as it was given. */
export type AgendaFault =
  | { code: 'item-ends-before-start'; index: number }
  | { code: 'item-outside-visit'; index: number }
  | { code: 'items-overlap-in-place'; index: number; otherIndex: number };

type TimedItem = Pick<AgendaItem, 'startsAt' | 'endsAt' | 'place'>;

const normalisePlace = (place: string) => place.trim().toLowerCase();

/** Well-formed items by place, with their index; the main place's name and no name are one place. */
function byPlace(
  items: readonly TimedItem[],
  mainPlace: string,
): Map<string, (TimedItem & { index: number })[]> {
  const places = new Map<string, (TimedItem & { index: number })[]>();
  items.forEach(({ startsAt, endsAt, place }, index) => {
    if (endsAt <= startsAt) return;
    const named = normalisePlace(place);
    const key = named === mainPlace ? '' : named;
    const there = places.get(key) ?? [];
    there.push({ startsAt, endsAt, place, index });
    places.set(key, there);
  });
  return places;
}

/** Each item that begins before an earlier one in the same place has ended, with the one that ends last. */
function checkOverlaps(items: readonly TimedItem[], mainPlace: string): AgendaFault[] {
  const faults: AgendaFault[] = [];
  for (const there of byPlace(items, mainPlace).values()) {
    there.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.index - b.index);
    let last = there[0];
    for (const item of there.slice(1)) {
      if (last && item.startsAt < last.endsAt) {
        faults.push({ code: 'items-overlap-in-place', index: item.index, otherIndex: last.index });
      }
      if (!last || item.endsAt > last.endsAt) last = item;
    }
  }
  return faults;
}

/**
 * What is wrong with an agenda, in the list's order; empty when it is sound. An item without length counts as ending
 * before its start, and is not looked at for overlaps. Places are compared trimmed and without case; items without a
 * place are in the visit's main place. Items that touch do not overlap. An item that overlaps several others is
 * named once, with one of them.
 */
export function checkAgenda(items: readonly TimedItem[], visit: VisitFrame): AgendaFault[] {
  const days = hoursOf(visit);
  const faults = items.flatMap(({ startsAt, endsAt }, index): AgendaFault[] => [
    ...(endsAt <= startsAt ? [{ code: 'item-ends-before-start', index } as const] : []),
    ...(!days.some((day) => startsAt >= day.startsAt && endsAt <= day.endsAt)
      ? [{ code: 'item-outside-visit', index } as const]
      : []),
  ]);
  faults.push(...checkOverlaps(items, normalisePlace(visit.place ?? '')));
  return faults.sort((a, b) => a.index - b.index);
}
