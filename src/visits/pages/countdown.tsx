import type { VNode } from 'preact';
import { zones, type Zone } from '../../platform/text/zones.js';
import { countdownOf } from '../domain/countdown.js';

interface CountdownProps {
  visit: { startsAt: Date; endsAt: Date; timeZone: Zone };
  now: Date;
}

/** How far off a visit is; nothing once it is over. `platform/pages/browser/countdown.ts` lets it go on. */
export function Countdown({ visit: { startsAt, endsAt, timeZone }, now }: CountdownProps): VNode | null {
  const words = countdownOf(startsAt, endsAt, now, timeZone);
  if (!words) return null;
  return (
    <time
      class="countdown"
      dateTime={startsAt.toISOString()}
      data-until={endsAt.getTime()}
      data-offset={zones[timeZone].offsetMinutes}
      data-now={now.getTime()}
    >
      {words}
    </time>
  );
}
