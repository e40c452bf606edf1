import type { AgendaItem, VisitTime } from './agenda-items.js';

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

/**
 * Moves all items by the difference between the visit's old and new start. An item that then lies partly outside the
 * visit is cut at the visit's bound and named by `item-trimmed`; one that lies wholly outside goes to `leftOut` and is
 * named by `item-left-out`. In a longer visit the time gained stays free. Order and ids stay.
 */
export function shiftAgenda(
  items: readonly AgendaItem[],
  before: VisitTime,
  after: VisitTime,
): ShiftedAgenda {
  const difference = after.startsAt.getTime() - before.startsAt.getTime();
  const shifted: ShiftedAgenda = { items: [], leftOut: [], notices: [] };
  for (const item of items) {
    const moved = moveBy(item, difference);
    const startsAt = moved.startsAt < after.startsAt ? after.startsAt : moved.startsAt;
    const endsAt = moved.endsAt > after.endsAt ? after.endsAt : moved.endsAt;
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
