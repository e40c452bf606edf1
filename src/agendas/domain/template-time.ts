import { instantOnDay, localDayAndMinute, weekdayOfDay } from '../../platform/text/calendar-dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Stretch } from '../../platform/text/day-hours.js';

/** A stretch of a weekday (1 Monday to 7 Sunday) in which the host receives guests, in minutes of the local day. */
interface HostingHours {
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

const longestDayHours = 8;

/** Where a template goes: a visit's time on one day, and the host's break in it. */
export interface TemplateTime {
  time: Stretch;
  lunch: Stretch | null;
}

/**
 * The time that a template fills: the whole of a visit of one day; of a longer one its first day, until the host's
 * hours end, or for eight hours at the most. The break is the first gap between the host's hours that lies inside.
 */
export function templateTime(visit: Stretch, hours: readonly HostingHours[], zone: Zone): TemplateTime {
  const { day } = localDayAndMinute(visit.startsAt, zone);
  const at = (minute: number) => instantOnDay(day, minute, zone);
  const today = hours
    .filter(({ weekday }) => weekday === weekdayOfDay(day))
    .toSorted((a, b) => a.startsMinute - b.startsMinute);
  const time = {
    startsAt: visit.startsAt,
    endsAt: endOf(visit, at(1440), at(today.at(-1)?.endsMinute ?? 0)),
  };
  const gaps = today.slice(1).flatMap(({ startsMinute }, index): Stretch[] => {
    const before = today[index];
    return before ? [{ startsAt: at(before.endsMinute), endsAt: at(startsMinute) }] : [];
  });
  const lunch = gaps.find(
    ({ startsAt, endsAt }) => time.startsAt < startsAt && startsAt < endsAt && endsAt < time.endsAt,
  );
  return { time, lunch: lunch ?? null };
}

function endOf({ startsAt, endsAt }: Stretch, midnight: Date, hostCloses: Date): Date {
  if (endsAt <= midnight) return endsAt;
  if (startsAt < hostCloses) return hostCloses;
  return new Date(Math.min(startsAt.getTime() + longestDayHours * 3_600_000, midnight.getTime()));
}
