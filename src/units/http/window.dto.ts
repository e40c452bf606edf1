import { IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { minuteOfClock } from '../../platform/text/typed-clock.js';
import type { HostingWindow } from '../domain/hosting-policy.js';
import { clockOfMinute, wallClockPattern } from '../domain/wall-clock.js';
import type { HostingWindowView } from './unit.view.js';

export class HostingWindowBody {
  /** ISO 8601: 1 Monday to 7 Sunday. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;

  /** Wall clock of the unit, `08:30`. */
  @IsString()
  @Matches(wallClockPattern, { message: 'Jam ditulis seperti 08:30' })
  startsAt: string;

  @IsString()
  @Matches(wallClockPattern, { message: 'Jam ditulis seperti 08:30' })
  endsAt: string;
}

export const windowsOf = (bodies: readonly HostingWindowBody[]): HostingWindow[] =>
  bodies.map(({ weekday, startsAt, endsAt }) => ({
    weekday,
    startsMinute: minuteOfClock(startsAt),
    endsMinute: minuteOfClock(endsAt),
  }));

export const presentWindows = (windows: readonly HostingWindow[]): HostingWindowView[] =>
  windows.map(({ weekday, startsMinute, endsMinute }) => ({
    weekday,
    startsAt: clockOfMinute(startsMinute),
    endsAt: clockOfMinute(endsMinute),
  }));
