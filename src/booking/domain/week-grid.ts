import { addDays, dayNumber, instantOnDay, isoWeekday } from '../../platform/text/calendar-dates.js';
import { localDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { slotOf } from './chosen-time.js';

/** A stretch in which both units are free; those of a search come best first. */
export interface OpenWindow {
  startsAt: Date;
  endsAt: Date;
  /** Spans a break between hosting hours: only its first start is certain. */
  overBreak: boolean;
  /** Why it is a good one, as codes. */
  reasons?: readonly string[];
}

/** A start one may choose. */
export interface Slot {
  value: string;
  startsAt: Date;
  endsAt: Date;
}

export interface BestSlot extends Slot {
  reasons: readonly string[];
}

export interface DayColumn {
  date: string;
  slots: Slot[];
}

const STEP_MS = 30 * 60_000;
const DAYS = 7;
const SATURDAY = 6;

/** The instants between which a week lies in a zone. */
export function weekBounds(monday: string, zone: Zone): { from: Date; to: Date } {
  const first = dayNumber(monday);
  return { from: instantOnDay(first, 0, zone), to: instantOnDay(first + DAYS, 0, zone) };
}

function startsIn({ startsAt, endsAt, overBreak }: OpenWindow, length: number): number[] {
  const [first, last] = [startsAt.getTime(), endsAt.getTime() - length];
  if (overBreak || last <= first) return last < first ? [] : [first];
  return Array.from({ length: Math.floor((last - first) / STEP_MS) + 1 }, (_, i) => first + i * STEP_MS);
}

/**
 * The starts of one week by day, half an hour apart; a weekend day stands only when it has any.
 *
 * @param minutes length of the visit
 */
export function weekGrid(
  windows: readonly OpenWindow[],
  monday: string,
  minutes: number,
  zone: Zone,
): DayColumn[] {
  const length = minutes * 60_000;
  const byDay = new Map<string, Set<number>>();
  for (const window of windows) {
    for (const start of startsIn(window, length)) {
      const date = localDate(new Date(start), zone);
      byDay.set(date, (byDay.get(date) ?? new Set()).add(start));
    }
  }
  return Array.from({ length: DAYS }, (_, i) => addDays(monday, i))
    .map((date) => ({ date, slots: slotsOf([...(byDay.get(date) ?? [])], length, zone) }))
    .filter(({ date, slots }) => slots.length > 0 || isoWeekday(date) < SATURDAY);
}

const slotsOf = (starts: number[], length: number, zone: Zone): Slot[] =>
  starts.sort((a, b) => a - b).map((start) => slotAt(start, length, zone));

function slotAt(start: number, length: number, zone: Zone): Slot {
  const startsAt = new Date(start);
  return { value: slotOf(startsAt, zone), startsAt, endsAt: new Date(start + length) };
}

/** The first starts of the best windows, on different days, best first. */
export function bestSlots(
  windows: readonly OpenWindow[],
  minutes: number,
  zone: Zone,
  most: number,
): BestSlot[] {
  const best = new Map<string, BestSlot>();
  for (const { startsAt, reasons = [] } of windows) {
    const date = localDate(startsAt, zone);
    if (best.has(date)) continue;
    if (best.size === most) break;
    best.set(date, { ...slotAt(startsAt.getTime(), minutes * 60_000, zone), reasons });
  }
  return [...best.values()];
}
