import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { localDate } from '../../platform/text/dates.js';
import { freeWindows, type FreeWindow } from '../../units/index.js';
import { HostTimesQuery, type HostTimes } from '../queries/host-times.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_AHEAD = 60;
/** A study visit of this length, by one guest or more, has to fit. */
const MINUTES = 120;
const MOST_DAYS = 3;

/** A host's rules and its next free time, one window a day. */
export interface HostOutlook {
  policy: HostTimes['policy'];
  free: FreeWindow[];
}

/** Looks two months ahead for when hosts are free. */
@Injectable()
export class LookAhead {
  constructor(
    private readonly clock: Clock,
    private readonly times: HostTimesQuery,
  ) {}

  async at(units: readonly string[]): Promise<ReadonlyMap<string, HostOutlook>> {
    const now = this.clock.now();
    const to = new Date(now.getTime() + DAYS_AHEAD * DAY_MS);
    const found = await this.times.of(units, now, to, now);
    return new Map(
      found.map(({ unit, ...host }) => {
        const windows = freeWindows({
          ...host,
          from: now,
          to,
          minutes: MINUTES,
          party: 1,
          kind: 'study-visit',
          now,
        });
        const byDay = new Map<string, FreeWindow>();
        for (const window of windows) {
          const day = localDate(window.startsAt, host.timeZone);
          if (!byDay.has(day)) byDay.set(day, window);
        }
        return [unit, { policy: host.policy, free: [...byDay.values()].slice(0, MOST_DAYS) }];
      }),
    );
  }
}
