import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { RequestCounter } from '../../platform/http/request-counter.js';
import { RequestError } from '../../platform/http/request-error.js';

/** Most wrong codes a minute from one scan, and of one visit by all scans together. */
const MOST_OF_DEVICE = 5;
const MOST_OF_VISIT = 60;

/**
 * Counts wrong personal codes, in this process: by scan and visit and never by network, since a whole party stands behind
 * one address.
 */
@Injectable()
export class GuessLimit {
  private readonly devices = new RequestCounter(MOST_OF_DEVICE);
  private readonly visits = new RequestCounter(MOST_OF_VISIT);

  constructor(private readonly clock: Clock) {}

  /**
   * Counts a try as wrong until `right` takes that back, so that tries at the same time cannot slip through.
   *
   * @throws RequestError `too-many-requests`
   */
  take(visitId: string, device: string): { right: () => void } {
    const now = this.clock.now().getTime();
    const wait = Math.max(this.devices.take([device], now), this.visits.take([visitId], now));
    if (wait > 0) throw new RequestError('too-many-requests', { retryAfter: Math.ceil(wait / 1000) });
    return {
      right: () => {
        this.devices.giveBack(device);
        this.visits.giveBack(visitId);
      },
    };
  }
}
