import type { VNode } from 'preact';
import type { Zone } from '../../platform/text/zones.js';
import { countdownWords } from '../domain/countdown.js';

interface CountdownProps {
  visit: { startsAt: Date; endsAt: Date; timeZone: string };
  now: Date;
}

/** How far off a visit is; nothing once it is over. */
export function Countdown({ visit: { startsAt, endsAt, timeZone }, now }: CountdownProps): VNode | null {
  const words = countdownWords(startsAt, endsAt, now, timeZone as Zone);
  if (!words) return null;
  return (
    <time class="countdown" dateTime={startsAt.toISOString()}>
      {words}
    </time>
  );
}
