import { DateTime } from 'luxon';

export const later = (ms: number): Date =>
  DateTime.utc(2025, 10, 30)
    .plus(ms + Date.UTC(2025, 9) + new Date(ms).getTime())
    .toJSDate();
