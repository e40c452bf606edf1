/** What a key of a cursor is, so that PostgreSQL can take the text of every one that is let through. */
export type CursorKey = 'string' | 'integer' | 'digits' | 'uuid' | 'date' | 'instant';

const MOST_INTEGER = 2 ** 31 - 1;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
// As PostgreSQL writes them, and as ISO 8601 does; a year before Christ or of more than four digits among them.
const DATE = /^(\d{4,6})-(\d\d)-(\d\d)( BC)?$/;
const INSTANT =
  /^(\d{4,6}-\d\d-\d\d)[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-][01]\d(?::[0-5]\d)?)( BC)?$/;
const ENDLESS = /^-?infinity$/;
// The last year of a timestamp (PostgreSQL, Date/Time Types).
const LAST_YEAR = 294_276;
const FIRST_YEAR_BC = 4700;

function isDate(text: string): boolean {
  const [, written = '', month = '', day = '', before] = DATE.exec(text) ?? [];
  const year = before ? 1 - Number(written) : Number(written);
  if (written === '' || Number(written) === 0 || year > LAST_YEAR || year < -FIRST_YEAR_BC) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function isInstant(text: string): boolean {
  const [, date = '', , before = ''] = INSTANT.exec(text) ?? [];
  return isDate(`${date}${before}`);
}

const isText = (key: unknown): key is string => typeof key === 'string';

/** Whether a key is of its kind. */
export const isKey: Readonly<Record<CursorKey, (key: unknown) => boolean>> = {
  string: (key) => isText(key) && !key.includes('\0'),
  integer: (key) => Number.isSafeInteger(key) && Number(key) >= 0 && Number(key) <= MOST_INTEGER,
  digits: (key) => isText(key) && /^\d{1,9}$/.test(key),
  uuid: (key) => isText(key) && UUID.test(key),
  date: (key) => isText(key) && (ENDLESS.test(key) || isDate(key)),
  instant: (key) => isText(key) && (ENDLESS.test(key) || isInstant(key)),
};
