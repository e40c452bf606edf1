/** A stretch of the reader's wall clock, `YYYY-MM-DDTHH:MM:SS`; the end does not belong to it. */
export interface WallStretch {
  start: string;
  end: string;
}

/** Whole hours of a day, as the calendar takes them: `05:00`. */
export interface ShownHours {
  from: string;
  to: string;
}

const USUAL = { from: 5, to: 22 };
const WHOLE_DAY = 24;

const hourOf = (wall: string): number => Number(wall.slice(11, 13)) + Number(wall.slice(14, 16)) / 60;
const written = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/**
 * The hours that a week shows: the usual ones, and as many more as what lies in it needs, so that a visit that is early
 * or late by the reader's clock is never left out. What goes past midnight needs the whole day.
 */
export function shownHours(stretches: readonly WallStretch[]): ShownHours {
  let { from, to } = USUAL;
  for (const { start, end } of stretches) {
    const isOneDay = start.slice(0, 10) === end.slice(0, 10);
    from = Math.min(from, isOneDay ? Math.floor(hourOf(start)) : 0);
    to = Math.max(to, isOneDay ? Math.ceil(hourOf(end)) : WHOLE_DAY);
  }
  return { from: written(from), to: written(to) };
}
