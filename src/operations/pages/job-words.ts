export const JOBS_PATH = '/pengelolaan/pekerjaan';

/** A number of seconds in the largest unit that it fills. */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} detik`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} menit`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} jam`;
  return `${Math.floor(seconds / 86_400)} hari`;
}
