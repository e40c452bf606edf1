import { dayHours, type DayTime, type Stretch } from '../../platform/text/day-hours.js';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { hasTrait, type VisitState } from '../../visits/domain/index.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long one code of the screen is shown. */
const STEP_MS = MINUTE_MS;
/** How long after its step a code still opens the page: a slow line, a clock that drifts, a queue at the door. */
const GRACE_MS = 5 * MINUTE_MS;
/** Steps that the clock of another process may be ahead. */
const STEPS_AHEAD = 2;
/** How long a paper on the wall is good before a day begins and after it ends. */
const MARGIN_MS = HOUR_MS;
/** How long what a device kept without a line may be sent after the scan. */
export const SESSION_MS = 24 * HOUR_MS;
/** How long after its end a visit still takes scans. */
const AFTER_END_MS = 12 * HOUR_MS;

/** Which step an instant is in. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / STEP_MS);

/** Whether a code of a step opens the page at an instant. */
export function isStepFresh(step: number, now: Date): boolean {
  const shownUntil = (step + 1) * STEP_MS;
  return step <= stepAt(now) + STEPS_AHEAD && now.getTime() < shownUntil + GRACE_MS;
}

/** Whether what was scanned at an instant may still be sent. */
export const isSessionLive = (scannedAt: Date, now: Date): boolean =>
  now.getTime() - scannedAt.getTime() < SESSION_MS &&
  scannedAt.getTime() <= now.getTime() + STEPS_AHEAD * STEP_MS;

interface HeldVisit extends DayTime {
  state: VisitState;
  timeZone: Zone;
}

/** Whether people say at this instant that they are there: on the days of a visit that is agreed upon. */
export const isCheckInOpen = (visit: HeldVisit, now: Date): boolean =>
  hasTrait(visit.state, 'agreed') &&
  localDate(now, visit.timeZone) >= localDate(visit.startsAt, visit.timeZone) &&
  now.getTime() < visit.endsAt.getTime() + AFTER_END_MS;

/** When a paper on the wall is good, day by day. */
export const printedHours = (visit: DayTime & { timeZone: Zone }): Stretch[] =>
  dayHours(visit, visit.timeZone).map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt.getTime() - MARGIN_MS),
    endsAt: new Date(endsAt.getTime() + MARGIN_MS),
  }));

export const isPrintedFresh = (visit: DayTime & { timeZone: Zone }, now: Date): boolean =>
  printedHours(visit).some(({ startsAt, endsAt }) => startsAt <= now && now <= endsAt);

/** When the day of an instant begins: by this it is known who is late. */
export function dayStart(visit: DayTime & { timeZone: Zone }, at: Date): Date {
  const today = localDate(at, visit.timeZone);
  const days = dayHours(visit, visit.timeZone);
  return (
    days.find(({ startsAt }) => localDate(startsAt, visit.timeZone) === today)?.startsAt ?? visit.startsAt
  );
}
