import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';

interface Period {
  startsAt: Date;
  endsAt: Date;
}

/** What goes on at an instant, and what comes after. */
export interface NowAndNext<Session> {
  now: Session[];
  next: Session | null;
}

/** Sessions of a day of the visit, by start; null on every other day. Side by side several may go on. */
export function nowAndNext<Session extends Period>(
  visit: Period & { timeZone: Zone },
  sessions: readonly Session[],
  at: Date,
): NowAndNext<Session> | null {
  const dayOf = (instant: Date) => localDate(instant, visit.timeZone);
  const today = dayOf(at);
  if (today < dayOf(visit.startsAt) || today > dayOf(visit.endsAt) || at >= visit.endsAt) return null;
  const inOrder = sessions.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return {
    now: inOrder.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt),
    next: inOrder.find(({ startsAt }) => startsAt > at) ?? null,
  };
}
