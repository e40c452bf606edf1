import { instantOnDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import type { Zone } from '../../platform/text/zones.js';
import {
  freeWindows,
  type BusyTime,
  type FreeWindow,
  type HostTime,
  type WantedTime,
} from './availability.js';
import { hostingHours, type Hosting } from './hosting-hours.js';

/** The guest unit's time: its own confirmed visits (as guest or host) and the days on which it is closed, in its own zone. */
export interface GuestTime extends Hosting {
  busy: readonly Pick<BusyTime, 'startsAt' | 'endsAt'>[];
  timeZone: Zone;
}

/** What the score of a window looks at. */
interface WindowFacts extends FreeWindow {
  /** Calendar days in the host's zone from today to the window's day. */
  noticeDays: number;
  /** Minute of the host's local day at which the window starts. */
  startsMinute: number;
}

/**
 * The scoring table: a window's score is the sum of the points of the reasons that hold for it.
 * Time to prepare weighs more than all that speaks for an early date, and an early date more than comfort.
 */
export const windowReasons = [
  { code: 'decent-notice', points: 40, holds: ({ noticeDays }) => noticeDays >= 7 },
  { code: 'within-two-weeks', points: 10, holds: ({ noticeDays }) => noticeDays <= 14 },
  { code: 'within-a-month', points: 10, holds: ({ noticeDays }) => noticeDays <= 30 },
  { code: 'morning-start', points: 8, holds: ({ startsMinute }) => startsMinute < 12 * 60 },
  { code: 'without-break', points: 6, holds: ({ overBreak }) => !overBreak },
  { code: 'several-places-free', points: 2, holds: ({ freePlaces }) => freePlaces > 1 },
] as const satisfies readonly { code: string; points: number; holds: (facts: WindowFacts) => boolean }[];

export type WindowReason = (typeof windowReasons)[number]['code'];

/** A window free for both sides, with its score and the reasons for it. */
export interface CommonWindow extends FreeWindow {
  score: number;
  reasons: WindowReason[];
}

/** The score of one window and the reasons that made it, in the table's order. */
export function scoreWindow(facts: WindowFacts): { score: number; reasons: WindowReason[] } {
  const held = windowReasons.filter(({ holds }) => holds(facts));
  return { score: held.reduce((sum, { points }) => sum + points, 0), reasons: held.map(({ code }) => code) };
}

/** The guest's time as taken from all of the host's places: its people cannot come, whatever place is free. */
function guestAway(
  guest: GuestTime,
  { from, to }: Pick<WantedTime, 'from' | 'to'>,
  capacity: number,
): BusyTime[] {
  const { busy, timeZone } = guest;
  const hoursOf = hostingHours(guest, null);
  const closed: Pick<BusyTime, 'startsAt' | 'endsAt'>[] = [];
  const last = localDayAndMinute(to, timeZone).day;
  for (let { day } = localDayAndMinute(from, timeZone); day <= last; day += 1) {
    if (hoursOf(day).closure === null) continue;
    closed.push({ startsAt: instantOnDay(day, 0, timeZone), endsAt: instantOnDay(day, 1440, timeZone) });
  }
  return [...busy, ...closed].map(({ startsAt, endsAt }) => ({ startsAt, endsAt, places: capacity }));
}

/**
 * The windows in which host and guest are both free for a visit, best first: by score, then sooner, then more free
 * places, then longer. As `freeWindows` of the host, less the guest's busy times and the days on which it is closed.
 */
export function commonWindows({
  host,
  guest,
  ...wanted
}: WantedTime & { host: HostTime; guest: GuestTime }): CommonWindow[] {
  const { timeZone, policy } = host;
  const today = localDayAndMinute(wanted.now, timeZone).day;
  const busy = [...host.busy, ...guestAway(guest, wanted, policy.capacity)];
  const windows = freeWindows({ ...host, ...wanted, busy }).map((window) => {
    const { day, minute } = localDayAndMinute(window.startsAt, timeZone);
    return { ...window, ...scoreWindow({ ...window, noticeDays: day - today, startsMinute: minute }) };
  });
  return windows.sort(
    (a, b) =>
      b.score - a.score ||
      a.startsAt.getTime() - b.startsAt.getTime() ||
      b.freePlaces - a.freePlaces ||
      b.endsAt.getTime() - a.endsAt.getTime(),
  );
}
