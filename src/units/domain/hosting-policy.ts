import { hostingFields, type HostingValues } from './unit-fields.js';

/** A stretch of one weekday in which a unit receives guests; half-open, in minutes of the local day (0 to 1440). */
export interface HostingWindow {
  /** ISO 8601: 1 Monday to 7 Sunday. */
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

/**
 * When, and for whom, a unit receives guests. Notice is in calendar days in the host's zone, from the day of asking to
 * the day of the visit.
 */
export interface HostingPolicy extends HostingValues {
  windows: readonly HostingWindow[];
}

/** A day on which the unit itself is closed, with its reason. */
export interface ClosedDay {
  date: string;
  reason: string;
}

/** A public holiday or cuti bersama. */
export interface Holiday {
  date: string;
  name: string;
}

/** Monday to Thursday 08.00–12.00 and 13.00–16.00, Friday 08.00–11.30 and 13.30–16.00, local time. */
export const defaultWindows: readonly HostingWindow[] = [
  ...[1, 2, 3, 4].flatMap((weekday) => [
    { weekday, startsMinute: 8 * 60, endsMinute: 12 * 60 },
    { weekday, startsMinute: 13 * 60, endsMinute: 16 * 60 },
  ]),
  { weekday: 5, startsMinute: 8 * 60, endsMinute: 11 * 60 + 30 },
  { weekday: 5, startsMinute: 13 * 60 + 30, endsMinute: 16 * 60 },
];

/** What a unit's policy is until it sets its own. */
export const defaultPolicy: HostingPolicy = {
  open: true,
  capacity: 1,
  onlineTakesPlace: false,
  largestParty: null,
  shortestNoticeDays: 2,
  longestNoticeDays: 90,
  lateMinutes: 15,
  takesSignatures: false,
  windows: defaultWindows,
  identityRule: '',
  phoneRule: '',
  cameraRule: '',
};

export type PolicyFaultCode =
  | 'capacity-out-of-range'
  | 'largest-party-out-of-range'
  | 'shortest-notice-out-of-range'
  | 'longest-notice-out-of-range'
  | 'longest-notice-below-shortest'
  | 'late-minutes-out-of-range'
  | 'windows-missing'
  | 'window-weekday-unknown'
  | 'window-hours-out-of-order'
  | 'windows-overlap';

/** A fault of a policy; `index` is the window's place in the policy's list. */
export interface PolicyFault {
  code: PolicyFaultCode;
  index?: number;
}

function isWithin(value: number, { least, most }: { least: number; most: number }): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

const wholeDay = { least: 0, most: 1440 };

function checkWindow({ weekday, startsMinute, endsMinute }: HostingWindow, index: number): PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (!isWithin(weekday, { least: 1, most: 7 })) faults.push({ code: 'window-weekday-unknown', index });
  const inDay = isWithin(startsMinute, wholeDay) && isWithin(endsMinute, wholeDay);
  if (!inDay || endsMinute <= startsMinute) faults.push({ code: 'window-hours-out-of-order', index });
  return faults;
}

/** Each window that begins before an earlier one of its weekday has ended; windows that touch do not overlap. */
function checkOverlaps(windows: readonly HostingWindow[]): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const order = windows.map((window, index) => ({ ...window, index }));
  order.sort((a, b) => a.weekday - b.weekday || a.startsMinute - b.startsMinute || a.index - b.index);
  let [weekday, until] = [Number.NaN, Number.NEGATIVE_INFINITY];
  for (const window of order) {
    if (window.weekday !== weekday) [weekday, until] = [window.weekday, Number.NEGATIVE_INFINITY];
    if (window.startsMinute < until) faults.push({ code: 'windows-overlap', index: window.index });
    until = Math.max(until, window.endsMinute);
  }
  return faults;
}

/** What is wrong with windows of a week, as codes; empty when nothing is. */
export function windowFaults(windows: readonly HostingWindow[]): PolicyFault[] {
  const faults = windows.flatMap(checkWindow);
  return faults.length > 0 ? faults : checkOverlaps(windows);
}

/** What is wrong with a policy, as codes; empty when it can be saved. A unit that is not open needs no windows. */
export function checkPolicy(policy: HostingPolicy): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const { capacity, largestParty, shortestNoticeDays, longestNoticeDays, windows } = policy;
  if (!isWithin(capacity, hostingFields.capacity)) faults.push({ code: 'capacity-out-of-range' });
  if (largestParty !== null && !isWithin(largestParty, hostingFields.largestParty)) {
    faults.push({ code: 'largest-party-out-of-range' });
  }
  const shortestIsSound = isWithin(shortestNoticeDays, hostingFields.shortestNoticeDays);
  const longestIsSound = isWithin(longestNoticeDays, hostingFields.longestNoticeDays);
  if (!shortestIsSound) faults.push({ code: 'shortest-notice-out-of-range' });
  if (!longestIsSound) faults.push({ code: 'longest-notice-out-of-range' });
  if (shortestIsSound && longestIsSound && longestNoticeDays < shortestNoticeDays) {
    faults.push({ code: 'longest-notice-below-shortest' });
  }
  if (!isWithin(policy.lateMinutes, hostingFields.lateMinutes)) {
    faults.push({ code: 'late-minutes-out-of-range' });
  }
  if (policy.open && windows.length === 0) faults.push({ code: 'windows-missing' });
  return [...faults, ...windowFaults(windows)];
}
