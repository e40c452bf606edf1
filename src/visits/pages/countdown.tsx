import type { VNode } from 'preact';
import { zones, type Zone } from '../../platform/text/zones.js';
import { countdownWords } from '../domain/countdown.js';

interface CountdownProps {
  visit: { startsAt: Date; endsAt: Date; timeZone: string };
  now: Date;
}

/** How far off a visit is; nothing once it is over. `platform/pages/browser/countdown.ts` lets it go on. */
export function Countdown({ visit: { startsAt, endsAt, timeZone }, now }: CountdownProps): VNode | null {
  const zone = timeZone as Zone;
  const words = countdownWords(startsAt, endsAt, now, zone);
  if (!words) return null;
  return (
    <time
      class="countdown"
      dateTime={startsAt.toISOString()}
      data-until={endsAt.getTime()}
      data-offset={zones[zone].offsetMinutes}
      data-now={now.getTime()}
    >
      {words}
    </time>
  );
}
