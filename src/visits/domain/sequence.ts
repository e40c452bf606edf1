/** What a participant has to be there for: a change of it asks for a new answer. */
export interface CalendarSlot {
  startsAt: Date;
  endsAt: Date;
  place: string;
}

/**
 * The SEQUENCE to store with the next form of a visit (RFC 5545 3.8.7.4, RFC 5546 2.1.4): one more when the time or
 * the place changes and on cancel, else the same, so that a text fix keeps the answers. Never lower. Blanks alone do
 * not make another place.
 */
export function nextSequence(
  previous: CalendarSlot & { sequence: number },
  next: CalendarSlot | 'cancelled',
): number {
  return next === 'cancelled' || !sameSlot(previous, next) ? previous.sequence + 1 : previous.sequence;
}

function sameSlot(one: CalendarSlot, other: CalendarSlot): boolean {
  return (
    one.startsAt.getTime() === other.startsAt.getTime() &&
    one.endsAt.getTime() === other.endsAt.getTime() &&
    placeKey(one.place) === placeKey(other.place)
  );
}

function placeKey(place: string): string {
  return place.trim().replace(/\s+/gu, ' ');
}
