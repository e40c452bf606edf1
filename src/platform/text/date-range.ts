/** First and last calendar date that anything here can be about; the database has CHECKs of the same. */
const FIRST_DATE = '2000-01-01';
const LAST_DATE = '2100-12-31';

/** The same of instants, in milliseconds of UTC: from the first, before the second. */
const FIRST_INSTANT = Date.UTC(2000, 0, 1);
const END_OF_INSTANTS = Date.UTC(2101, 0, 1);

/** Whether a value is a date that exists, written `YYYY-MM-DD` (ISO 8601 calendar date). */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
}

/** Whether a value from outside is a date that exists, written `YYYY-MM-DD`, within the range. */
export function isDateInRange(value: unknown): value is string {
  return isCalendarDate(value) && value >= FIRST_DATE && value <= LAST_DATE;
}

/** Whether an instant lies within the range; an invalid one does not. */
export function isInstantInRange(instant: Date): boolean {
  const time = instant.getTime();
  return time >= FIRST_INSTANT && time < END_OF_INSTANTS;
}

// What four digits of a year write: 0001-01-01 to 9999-12-31.
const FIRST_WRITABLE = '0001-01-01';
const LAST_WRITABLE = '9999-12-31';
const FIRST_WRITABLE_TIME = Date.parse(`${FIRST_WRITABLE}T00:00:00Z`);
const LAST_WRITABLE_TIME = Date.parse(`${LAST_WRITABLE}T23:59:59Z`);

/**
 * The nearest date of four digits to one as PostgreSQL writes it (`10000-01-01`, `0044-03-15 BC`, `infinity`): what is
 * stored all the same is shown, and nothing that reckons with it fails. RangeError for what is no date.
 */
export function writableDate(date: string): string {
  if (isCalendarDate(date)) return date < FIRST_WRITABLE ? FIRST_WRITABLE : date;
  if (/ BC$|^-infinity$/.test(date)) return FIRST_WRITABLE;
  if (/^infinity$|^\d{5,}-/.test(date)) return LAST_WRITABLE;
  throw new RangeError(`Not a calendar date: ${date}`);
}

/** The nearest instant whose year has four digits, to one in milliseconds of UTC, be it infinite; an invalid one stays so. */
export function writableInstant(time: number): Date {
  return new Date(Math.min(LAST_WRITABLE_TIME, Math.max(FIRST_WRITABLE_TIME, time)));
}

/** An instant as PostgreSQL writes it in JSON (ISO 8601, or `infinity`, BC, five digits of a year). */
export function storedInstant(text: string): Date {
  const time = Date.parse(text);
  if (!Number.isNaN(time) && !text.endsWith(' BC')) return writableInstant(time);
  return writableInstant(
    / BC$|^-infinity$/.test(text) ? -Infinity : /^infinity$|^\d{5,}-/.test(text) ? Infinity : NaN,
  );
}
