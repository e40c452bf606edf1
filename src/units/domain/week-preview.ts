import { addDays, dayNumber, instantOnDay, isoWeekday } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { BusyTime, HostTime } from './availability.js';
import { hostingHours, type Closure } from './hosting-hours.js';

const DAYS = 7;

export type StretchNotice = 'past' | 'too-soon' | 'too-far' | 'in-time';

/** A part of a day's hosting hours in which the same number of places is free. */
export interface PreviewStretch {
  startsAt: Date;
  endsAt: Date;
  /** Parallel places that are free, 0 when all are taken. */
  freePlaces: number;
  /** Whether a visit in it can be asked for today. */
  notice: StretchNotice;
}

export interface PreviewDay {
  date: string;
  /** Why nobody is received, when the day is closed. */
  closure: Closure | null;
  /** Name of the period whose hours they are; null for the ordinary ones. */
  period: string | null;
  stretches: PreviewStretch[];
}

/**
 * A unit's hosting hours in the week of a Monday, with what is taken; Saturday and Sunday only when they have hours.
 * Pure: `now` decides what lies within notice.
 */
export function weekPreview(host: HostTime, monday: string, now: Date): PreviewDay[] {
  const hoursOf = hostingHours(host, null);
  const today = dayNumber(localDate(now, host.timeZone));
  const { capacity, shortestNoticeDays, longestNoticeDays } = host.policy;
  const noticeOf = (day: number): StretchNotice => {
    if (day < today) return 'past';
    if (day < today + shortestNoticeDays) return 'too-soon';
    return day > today + longestNoticeDays ? 'too-far' : 'in-time';
  };
  return Array.from({ length: DAYS }, (_, index) => dayNumber(monday) + index)
    .map((day, index) => {
      const date = addDays(monday, index);
      const { unclosed, closure, period } = hoursOf(day);
      const stretches = unclosed.flatMap(({ startsMinute, endsMinute }) =>
        stretchesOf(
          instantOnDay(day, startsMinute, host.timeZone),
          instantOnDay(day, endsMinute, host.timeZone),
          host.busy,
          capacity,
        ).map((stretch): PreviewStretch => ({
          ...stretch,
          notice: stretch.endsAt <= now ? 'past' : noticeOf(day),
        })),
      );
      return { date, closure, period: period?.name ?? null, stretches };
    })
    .filter(({ date, stretches }) => isoWeekday(date) <= 5 || stretches.length > 0);
}

/** A window cut wherever the number of its free places changes. */
function stretchesOf(
  startsAt: Date,
  endsAt: Date,
  busy: readonly BusyTime[],
  capacity: number,
): Omit<PreviewStretch, 'notice'>[] {
  const [start, end] = [startsAt.getTime(), endsAt.getTime()];
  const inside = busy.filter((each) => each.startsAt < endsAt && each.endsAt > startsAt);
  const cuts = inside.flatMap((each) => [each.startsAt.getTime(), each.endsAt.getTime()]);
  const edges = [...new Set([start, ...cuts.filter((cut) => cut > start && cut < end), end])].sort(
    (a, b) => a - b,
  );
  const found: Omit<PreviewStretch, 'notice'>[] = [];
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const taken = inside
      .filter((each) => each.startsAt.getTime() <= from && each.endsAt.getTime() > from)
      .reduce((sum, { places = 1 }) => sum + places, 0);
    const freePlaces = Math.max(0, capacity - taken);
    const [last, until] = [found.at(-1), new Date(edges[index + 1] ?? end)];
    if (last?.freePlaces === freePlaces) last.endsAt = until;
    else found.push({ startsAt: new Date(from), endsAt: until, freePlaces });
  }
  return found;
}
