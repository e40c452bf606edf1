import { dayNumber, instantOnDay } from './calendar-dates.js';
import { minuteOfClock } from './typed-clock.js';
import type { Zone } from './zones.js';

/** The instant at which the clocks of a zone show a time (`HH:MM`) on a calendar date (`YYYY-MM-DD`). */
export const instantAt = (date: string, clock: string, zone: Zone): Date =>
  instantOnDay(dayNumber(date), minuteOfClock(clock), zone);
