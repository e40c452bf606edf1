/** `08:30` for a minute of the day, 0 to 1440; the day's end is `24:00`. */
export function clockOfMinute(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** What a wall clock may say: `00:00` to `24:00`. */
export const wallClockPattern = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
