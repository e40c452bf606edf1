import { formatDate, formatTime } from '../../platform/text/dates.js';

export const JOBS_PATH = '/pengelolaan/pekerjaan';

const ZONE = 'Asia/Jakarta';

/** An instant in Western Indonesian Time, with its zone. */
export const moment = (at: Date): string => `${formatDate(at, ZONE)}, pukul ${formatTime(at, ZONE)}`;

/** A number of seconds in the largest unit that it fills. */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} detik`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} menit`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} jam`;
  return `${Math.floor(seconds / 86_400)} hari`;
}
