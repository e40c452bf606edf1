import { isoWeekday } from './calendar-dates.js';
import { dateWords, weekdays } from './calendar-words.js';
import { writableDate, writableInstant } from './date-range.js';
import { dayHours, sameHours, type DayTime } from './day-hours.js';
import { zoneLabel, zones, type Zone } from './zones.js';

/** The wall clock of a zone as `YYYY-MM-DDTHH:MM:SS`; RangeError for an invalid date. */
function wallClock(date: Date, zone: Zone): string {
  const local = writableInstant(date.getTime() + zones[zone].offsetMinutes * 60_000);
  return local.toISOString().slice(0, 19);
}

/** Local calendar date of an instant: `2025-10-30`. */
export function localDate(date: Date, zone: Zone): string {
  return wallClock(date, zone).slice(0, 10);
}

/** ISO 8601 with the zone's offset, to the second: `2025-10-30T09:00:00+07:00`. */
export function toOffsetIso(date: Date, zone: Zone): string {
  const hours = String(zones[zone].offsetMinutes / 60).padStart(2, '0');
  return `${wallClock(date, zone)}+${hours}:00`;
}

/** A date-only string for readers: `2025-10-30` gives `Kamis, 30 Oktober 2025`, or the nearest of four digits. RangeError when it does not exist. */
export function formatCalendarDate(asked: string): string {
  const date = writableDate(asked);
  return `${weekdays[isoWeekday(date) - 1]}, ${dateWords(date)}`;
}

/** Local date of an instant for readers: `Kamis, 30 Oktober 2025`. */
export function formatDate(date: Date, zone: Zone): string {
  return formatCalendarDate(localDate(date, zone));
}

/** `09.00`: hours and minutes with a dot, without the zone. */
function formatClock(date: Date, zone: Zone): string {
  return wallClock(date, zone).replace(/^.*T(\d\d):(\d\d):.*$/, '$1.$2');
}

/** Local time of an instant with the zone's label: `09.00 WIB`. */
export function formatTime(date: Date, zone: Zone): string {
  return `${formatClock(date, zone)} ${zoneLabel(zone)}`;
}

/** A date with its weekday, a time and its zone: `Kamis, 30 Oktober 2025, pukul 09.00 WIB`. */
export const formatMoment = (date: Date, zone: Zone): string =>
  `${formatDate(date, zone)}, pukul ${formatTime(date, zone)}`;

/** A time range of one day: `09.00–12.00 WIB`. */
export function formatTimeRange(startsAt: Date, endsAt: Date, zone: Zone): string {
  return `${formatClock(startsAt, zone)}–${formatTime(endsAt, zone)}`;
}

/** `Senin–Rabu, 27–29 Oktober 2025`, of two local dates; what both have in common is said once. */
function formatDays(first: string, last: string): string {
  const [from, to] = [first, last].map((date) => ({
    weekday: weekdays[isoWeekday(date) - 1] ?? '',
    words: dateWords(date).split(' '),
  })) as [{ weekday: string; words: string[] }, { weekday: string; words: string[] }];
  const kept = from.words.filter(
    (word, index) => from.words.slice(index).join(' ') !== to.words.slice(index).join(' '),
  );
  return `${from.weekday}–${to.weekday}, ${kept.join(' ')}–${to.words.join(' ')}`;
}

/** Days of the same hours that follow each other, each as one time. */
function runsOf(time: DayTime, zone: Zone): DayTime[] {
  if (time.ownHours === null) return [time];
  const runs: DayTime[] = [];
  for (const { startsAt, endsAt } of dayHours(time, zone)) {
    const last = runs.at(-1);
    const longer = last && sameHours(last.startsAt, endsAt);
    const days = longer ? dayHours(longer, zone) : [];
    const before = last ? dayHours(last, zone).length : 0;
    const goesOn =
      days.length === before + 1 &&
      days.at(-1)?.startsAt.getTime() === startsAt.getTime() &&
      days[before - 1]?.endsAt.getTime() === last?.endsAt.getTime();
    if (longer && goesOn) runs[runs.length - 1] = longer;
    else runs.push(sameHours(startsAt, endsAt));
  }
  return runs;
}

/**
 * Date and time range: `Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB`; with the same hours on several local days (`dayHours`)
 * `Senin–Rabu, 27–29 Oktober 2025, pukul 09.00–15.00 WIB tiap hari`, with differing ones these parted by semicolons; over a night
 * `Kamis, 30 Oktober 2025, pukul 20.00 WIB sampai Jumat, 31 Oktober 2025, pukul 06.00 WIB`.
 */
export const formatDateTimeRange = (time: DayTime, zone: Zone): string =>
  runsOf(time, zone)
    .map((run) => formatRun(run, zone))
    .join('; ');

function formatRun({ startsAt, endsAt, ownHours }: DayTime, zone: Zone): string {
  if (localDate(startsAt, zone) === localDate(endsAt, zone)) {
    return `${formatDate(startsAt, zone)}, pukul ${formatTimeRange(startsAt, endsAt, zone)}`;
  }
  const [day] = dayHours({ startsAt, endsAt, ownHours }, zone);
  if (day && day.endsAt < endsAt) {
    const days = formatDays(localDate(startsAt, zone), localDate(endsAt, zone));
    return `${days}, pukul ${formatTimeRange(day.startsAt, day.endsAt, zone)} tiap hari`;
  }
  const [from, to] = [startsAt, endsAt].map((date) => formatMoment(date, zone));
  return `${from} sampai ${to}`;
}

/**
 * The same in one line for a reader who may be in another zone than the place:
 * `Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB (di tempat Anda 10.00–13.00 WITA)`.
 */
export function formatForReader(time: DayTime, zone: Zone, own: Zone): string {
  const { startsAt, endsAt } = time;
  const there = formatDateTimeRange(time, zone);
  if (own === zone) return there;
  const isOneDay = [startsAt, endsAt].every((at) => localDate(at, own) === localDate(startsAt, zone));
  const here = isOneDay ? formatTimeRange(startsAt, endsAt, own) : formatDateTimeRange(time, own);
  return `${there} (di tempat Anda ${here})`;
}
