import { isSameTime, type DayTime } from '../../platform/text/day-hours.js';
import type { VisitMode } from './visit-mode.js';

/** What a participant has to be there for: a change of it asks for a new answer. */
export interface CalendarSlot extends DayTime {
  place: string;
  mode: VisitMode;
}

/**
 * The SEQUENCE to store with the next form of a visit (RFC 5545 3.8.7.4, RFC 5546 2.1.4): one more when the time or
 * the place changes and on cancel, else the same, so that a text fix keeps the answers. Never lower. Blanks alone do
 * not make another place, nor does another link, since whoever answered comes to that as well.
 */
export function nextSequence(
  previous: CalendarSlot & { sequence: number },
  next: CalendarSlot | 'cancelled',
): number {
  return next === 'cancelled' || !sameSlot(previous, next) ? previous.sequence + 1 : previous.sequence;
}

function sameSlot(one: CalendarSlot, other: CalendarSlot): boolean {
  return isSameTime(one, other) && one.mode === other.mode && placeKey(one.place) === placeKey(other.place);
}

function placeKey(place: string): string {
  return place.trim().replace(/\s+/gu, ' ');
}
