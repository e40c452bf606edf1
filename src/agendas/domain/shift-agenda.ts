import { localDayAndMinute } from '../../platform/text/calendar-dates.js';
import { hoursOf, type AgendaItem, type VisitFrame } from './agenda-items.js';

/** What became of an item that no longer fits as it was; `lostMinutes` of its length lie outside the visit. */
export type ShiftNotice =
  | { code: 'item-trimmed'; id: string; lostMinutes: number }
  | { code: 'item-left-out'; id: string; lostMinutes: number };

/** A moved agenda: every item given is either in `items` or in `leftOut`. */
export interface ShiftedAgenda {
  items: AgendaItem[];
  /** Items with no time left in the visit, at their moved times, to be placed anew or dropped by a person. */
  leftOut: AgendaItem[];
  notices: ShiftNotice[];
}

const minutesOf = (startsAt: Date, endsAt: Date) => (endsAt.getTime() - startsAt.getTime()) / 60_000;

const moveBy = (item: AgendaItem, difference: number): AgendaItem => ({
  ...item,
  startsAt: new Date(item.startsAt.getTime() + difference),
  endsAt: new Date(item.endsAt.getTime() + difference),
});

/** By how much an item moves: with the start of its day, the same number of days after the first, or with the visit's. */
function differences(before: VisitFrame, after: VisitFrame): (item: AgendaItem) => number {
  const whole = after.startsAt.getTime() - before.startsAt.getTime();
  const zone = after.timeZone;
  if (zone === undefined) return () => whole;
  const dayOf = (at: Date): number => localDayAndMinute(at, zone).day;
  const starts = (visit: VisitFrame): Map<number, number> =>
    new Map(
      hoursOf({ ...visit, timeZone: zone }).map(({ startsAt }) => [
        dayOf(startsAt) - dayOf(visit.startsAt),
        startsAt.getTime(),
      ]),
    );
  const [was, is] = [starts(before), starts(after)];
  return ({ startsAt }) => {
    const [from, to] = [was, is].map((days) => days.get(dayOf(startsAt) - dayOf(before.startsAt)));
    return from === undefined || to === undefined ? whole : to - from;
  };
}

/**
 * Moves all items by the difference between the old and the new start of their day. An item that then lies partly outside the
 * visit is cut at the visit's bound and named by `item-trimmed`; one that lies wholly outside goes to `leftOut` and is
 * named by `item-left-out`. In a longer visit the time gained stays free. Order and ids stay.
 */
export function shiftAgenda(
  items: readonly AgendaItem[],
  before: VisitFrame,
  after: VisitFrame,
): ShiftedAgenda {
  const days = hoursOf(after);
  // A session of no day keeps no time.
  const nowhere = { startsAt: after.endsAt, endsAt: after.startsAt };
  const difference = differences(before, after);
  const shifted: ShiftedAgenda = { items: [], leftOut: [], notices: [] };
  for (const item of items) {
    const moved = moveBy(item, difference(item));
    const day =
      days.find((hours) => moved.startsAt < hours.endsAt && moved.endsAt > hours.startsAt) ?? nowhere;
    const startsAt = moved.startsAt < day.startsAt ? day.startsAt : moved.startsAt;
    const endsAt = moved.endsAt > day.endsAt ? day.endsAt : moved.endsAt;
    const length = minutesOf(moved.startsAt, moved.endsAt);
    const lostMinutes = length - minutesOf(startsAt, endsAt);
    if (lostMinutes === 0) {
      shifted.items.push(moved);
    } else if (endsAt > startsAt) {
      shifted.items.push({ ...moved, startsAt, endsAt });
      shifted.notices.push({ code: 'item-trimmed', id: item.id, lostMinutes });
    } else {
      shifted.leftOut.push(moved);
      shifted.notices.push({ code: 'item-left-out', id: item.id, lostMinutes: length });
    }
  }
  return shifted;
}
