import { localDayAndMinute } from './calendar-dates.js';
import type { Zone } from './zones.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** More than anything lasts; what is longer is one stretch. */
export const MOST_DAYS = 31;

/** Half-open. */
export interface Stretch {
  startsAt: Date;
  endsAt: Date;
}

/**
 * The hours of each day, where they differ from day to day: minutes after the start at which those of each day begin and end,
 * half-open and in order, as PostgreSQL writes an int4multirange: `{[0,180),[1140,1560)}`.
 */
export type OwnHours = string;

/** The time of a visit, from the start of its first day to the end of its last. */
export interface DayTime extends Stretch {
  /** Null where each day has the same hours. */
  ownHours: OwnHours | null;
}

/** A time whose days, if it has several, have the same hours. */
export const sameHours = (startsAt: Date, endsAt: Date): DayTime => ({ startsAt, endsAt, ownHours: null });

/** The minutes of each day after the start; none of what is no such text. */
function minutesOf(ownHours: OwnHours): [number, number][] {
  return [...ownHours.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)]);
}

/**
 * The hours of a time, day by day: its own where they differ. Else one over several local days has the same hours on each, from
 * the clock of its start to that of its end, and its nights are free; one whose clock at the end is not after that at the start,
 * as over a night, is one stretch. `day_hours` of the database says the same.
 */
export function dayHours({ startsAt, endsAt, ownHours }: DayTime, zone: Zone): Stretch[] {
  if (ownHours !== null) {
    return minutesOf(ownHours).map(([from, to]) => ({
      startsAt: new Date(startsAt.getTime() + from * MINUTE_MS),
      endsAt: new Date(startsAt.getTime() + to * MINUTE_MS),
    }));
  }
  const days = localDayAndMinute(endsAt, zone).day - localDayAndMinute(startsAt, zone).day;
  const length = endsAt.getTime() - startsAt.getTime() - days * DAY_MS;
  if (days <= 0 || days > MOST_DAYS || length <= 0) return [{ startsAt, endsAt }];
  return Array.from({ length: days + 1 }, (_, day) => {
    const start = startsAt.getTime() + day * DAY_MS;
    return { startsAt: new Date(start), endsAt: new Date(start + length) };
  });
}

/** Why hours of days cannot be those of one time. */
export type DayFault = 'no-day' | 'ends-before-start' | 'over-a-night' | 'day-twice';

/** What is wrong with hours of days, in whatever order they come; null when nothing is. Each lies within one local day of the zone. */
export function dayFault(days: readonly Stretch[], zone: Zone): DayFault | null {
  const seen = new Set<number>();
  if (days.length === 0) return 'no-day';
  for (const { startsAt, endsAt } of days) {
    if (!(startsAt < endsAt)) return 'ends-before-start';
    const { day } = localDayAndMinute(startsAt, zone);
    if (localDayAndMinute(endsAt, zone).day !== day) return 'over-a-night';
    if (seen.has(day)) return 'day-twice';
    seen.add(day);
  }
  return null;
}

const inOrder = (days: readonly Stretch[]): Stretch[] =>
  days.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());

function rangesOf(days: readonly Stretch[]): OwnHours {
  const start = days[0]?.startsAt.getTime() ?? 0;
  const after = (at: Date): number => (at.getTime() - start) / MINUTE_MS;
  return `{${days.map(({ startsAt, endsAt }) => `[${after(startsAt)},${after(endsAt)})`).join(',')}}`;
}

/** Hours as they are given for days, before it is known by which zone days are told; null where they are not those of days that follow each other. */
export function givenOwnHours(days: readonly Stretch[]): OwnHours | null {
  const ordered = inOrder(days);
  const areApart = ordered.every(({ startsAt, endsAt }, index) => {
    const before = ordered[index - 1];
    return startsAt < endsAt && (!before || before.endsAt < startsAt);
  });
  const ranges = rangesOf(ordered);
  return ordered.length > 0 && areApart && !ranges.includes('.') ? ranges : null;
}

/**
 * The time that has these hours, which `dayFault` found sound: its own hours are null where they are what the first start and the
 * last end say by themselves, so that one time is written in one way.
 */
export function timeOfDays(days: readonly Stretch[], zone: Zone): DayTime {
  const ordered = inOrder(days);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) throw new RangeError('a time has a day');
  const time = sameHours(first.startsAt, last.endsAt);
  const ownHours = rangesOf(ordered);
  return ownHours === rangesOf(dayHours(time, zone)) ? time : { ...time, ownHours };
}

/** Whether two times are one. */
export const isSameTime = (one: DayTime, other: DayTime): boolean =>
  one.startsAt.getTime() === other.startsAt.getTime() &&
  one.endsAt.getTime() === other.endsAt.getTime() &&
  one.ownHours === other.ownHours;

/** The own hours of another time that is as long: they move along with it; any other length has them no more. */
export function ownHoursAlong(before: DayTime, startsAt: Date, endsAt: Date): OwnHours | null {
  const length = ({ startsAt: from, endsAt: to }: Stretch): number => to.getTime() - from.getTime();
  return length(before) === length({ startsAt, endsAt }) ? before.ownHours : null;
}
