import { daysBetween } from '../../platform/text/calendar-dates.js';
import { windowFaults, type HostingWindow, type PolicyFault } from './hosting-policy.js';

/** What a period says, apart from whose it is. */
export interface PeriodTerms {
  /** `Ramadan 1448 H` */
  name: string;
  /** First and last calendar date. */
  from: string;
  until: string;
  /** Whether nobody is received at all. */
  closed: boolean;
  /** Hours by weekday in place of the ordinary ones; those of a closed period hold when it is opened. */
  windows: readonly HostingWindow[];
}

/** Dates on which a unit, or all of the nation, receives guests at other hours. */
export interface HostingPeriod extends PeriodTerms {
  id: string;
  /** Whether it is everybody's. */
  national: boolean;
}

/** Longest name of a period, and longest period in days. */
export const [LONGEST_PERIOD_NAME, LONGEST_PERIOD_DAYS] = [100, 366];
/** Periods of one unit, or of the nation, that may be kept. */
export const MOST_PERIODS = 100;

export type PeriodFaultCode = 'ends-before-start' | 'too-long' | PolicyFault['code'];

/** What is wrong with a period, as codes; empty when it can be saved. `index` is a window's place in its list. */
export function checkPeriod({ from, until, closed, windows }: PeriodTerms): (Omit<PolicyFault, 'code'> & {
  code: PeriodFaultCode;
})[] {
  const days = daysBetween(from, until) + 1;
  const order = days < 1 ? [{ code: 'ends-before-start' as const }] : [];
  const length = days > LONGEST_PERIOD_DAYS ? [{ code: 'too-long' as const }] : [];
  const hours = !closed && windows.length === 0 ? [{ code: 'windows-missing' as const }] : [];
  return [...order, ...length, ...hours, ...windowFaults(windows)];
}

/** Whether a period holds on some date between two, both included. */
export const holdsBetween = (
  period: Pick<PeriodTerms, 'from' | 'until'>,
  first: string,
  last: string,
): boolean => period.from <= last && period.until >= first;

/** All periods as a change of one makes them. */
export function changedPeriods(
  periods: readonly HostingPeriod[],
  { id, period }: { id: string; period: HostingPeriod | null },
): HostingPeriod[] {
  return [...periods.filter((each) => each.id !== id), ...(period ? [period] : [])];
}
