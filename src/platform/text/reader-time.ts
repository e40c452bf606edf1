import { formatDateTimeRange, formatForReader } from './dates.js';
import type { DayTime } from './day-hours.js';
import type { Zone } from './zones.js';

/** Something that happens somewhere, with the zone of the place. */
export interface PlacedTime extends DayTime {
  timeZone: Zone;
}

/** Who reads of it, and when. */
export interface TimeReader {
  /** The reader's own. */
  timeZone: Zone;
  now: Date;
}

/** A time for a reader: in the zone that counts, and in the reader's where that is another. */
export interface ReaderTime {
  first: string;
  beside: string | null;
}

/**
 * What is over is told in the reader's zone: when it was, by the own day. What is ahead or under way is told in the
 * zone of its place, where one has to be, with the reader's beside it.
 */
export function readerTime(time: PlacedTime, reader: TimeReader): ReaderTime {
  const { endsAt, timeZone } = time;
  const here = formatDateTimeRange(time, reader.timeZone);
  if (endsAt <= reader.now || timeZone === reader.timeZone) return { first: here, beside: null };
  return { first: formatDateTimeRange(time, timeZone), beside: here };
}

/** The same in one line. */
export function readerTimeLine(time: PlacedTime, reader: TimeReader): string {
  const { first, beside } = readerTime(time, reader);
  return beside === null ? first : formatForReader(time, time.timeZone, reader.timeZone);
}
