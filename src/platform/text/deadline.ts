import { dayNumber, instantOnDay } from './calendar-dates.js';
import { formatMoment } from './dates.js';
import { deadlineWords } from './time-left.js';
import { zones, type Zone } from './zones.js';

/** Until when something can be done: its last instant, and the zone by whose days it is counted and written. */
export interface Deadline {
  readonly last: Date;
  readonly zone: Zone;
}

/** The deadline of what ends at an instant that is itself too late, such as midnight. */
export const endingAt = (end: Date, zone: Zone): Deadline => ({ last: new Date(end.getTime() - 1), zone });

/** The deadline of what can be done on a whole calendar date. */
export const endOfDate = (date: string, zone: Zone): Deadline =>
  endingAt(instantOnDay(dayNumber(date) + 1, 0, zone), zone);

export const isPast = ({ last }: Deadline, now: Date): boolean => last < now;

/** `8 hari lagi`, `besok`, `malam ini`, `terlambat 2 hari`; see `time-left.ts`. */
export const timeLeft = ({ last, zone }: Deadline, now: Date): string =>
  deadlineWords(last.getTime(), now.getTime(), zones[zone].offsetMinutes);

/** The last moment as it is written: `Selasa, 28 Oktober 2025, pukul 23.59 WIB`. */
export const lastMoment = ({ last, zone }: Deadline): string => formatMoment(last, zone);
