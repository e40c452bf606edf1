import { dayNumber, weekdayOfDay } from './calendar-dates.js';
import { writableDate, writableInstant } from './date-range.js';
import { zoneLabel, zones, type Zone } from './zones.js';

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** The wall clock of a zone as `YYYY-MM-DDTHH:MM:SS`; RangeError for an invalid date. */
function wallClock(date: Date, zone: Zone): string {
  const local = writableInstant(date.getTime() + zones[zone].offsetMinutes * 60_000);
  return local.toISOString().replace(/\.\d+Z$/, '');
}

/** Local calendar date of an instant: `2025-10-30`. */
export function localDate(date: Date, zone: Zone): string {
  return wallClock(date, zone).replace(/T.*$/, '');
}

/** ISO 8601 with the zone's offset, to the second: `2025-10-30T09:00:00+07:00`. */
export function toOffsetIso(date: Date, zone: Zone): string {
  const hours = String(zones[zone].offsetMinutes / 60).padStart(2, '0');
  return `${wallClock(date, zone)}+${hours}:00`;
}

/** A date-only string for readers: `2025-10-30` gives `Kamis, 30 Oktober 2025`, or the nearest of four digits. RangeError when it does not exist. */
export function formatCalendarDate(asked: string): string {
  const date = writableDate(asked);
  const weekday = weekdays[weekdayOfDay(dayNumber(date)) - 1];
  const [year, month, day] = date.split('-');
  return `${weekday}, ${Number(day)} ${months[Number(month) - 1]} ${year}`;
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

/**
 * Date and time range: `Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB`; over several local days
 * `Kamis, 30 Oktober 2025, pukul 09.00 WIB sampai Jumat, 31 Oktober 2025, pukul 12.00 WIB`.
 */
export function formatDateTimeRange(startsAt: Date, endsAt: Date, zone: Zone): string {
  if (localDate(startsAt, zone) === localDate(endsAt, zone)) {
    return `${formatDate(startsAt, zone)}, pukul ${formatTimeRange(startsAt, endsAt, zone)}`;
  }
  const [from, to] = [startsAt, endsAt].map((date) => formatMoment(date, zone));
  return `${from} sampai ${to}`;
}

/**
 * The same in one line for a reader who may be in another zone than the place:
 * `Kamis, 30 Oktober 2025, pukul 09.00–12.00 WIB (di tempat Anda 10.00–13.00 WITA)`.
 */
export function formatForReader(startsAt: Date, endsAt: Date, zone: Zone, own: Zone): string {
  const there = formatDateTimeRange(startsAt, endsAt, zone);
  if (own === zone) return there;
  const isOneDay = [startsAt, endsAt].every((at) => localDate(at, own) === localDate(startsAt, zone));
  const here = (isOneDay ? formatTimeRange : formatDateTimeRange)(startsAt, endsAt, own);
  return `${there} (di tempat Anda ${here})`;
}
