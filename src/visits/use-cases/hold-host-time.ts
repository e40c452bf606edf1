import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { UnitFacts } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import { wantedHolds } from '../domain/host-time.js';
import { HostTimeRepository } from '../storage/host-time-repository.js';
import type { VisitRow } from '../storage/visit-row.js';

/** Takes and gives back the host's parallel places as a visit goes on. */
@Injectable()
export class HoldHostTime {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly hostTime: HostTimeRepository,
  ) {}

  /** @throws VisitError `host-time-taken` when every place of the host is held for a time the visit wants */
  async execute(before: VisitRow, after: VisitRow): Promise<void> {
    const now = this.clock.now();
    const wanted = wantedHolds(after, now);
    if (same(wantedHolds(before, now), wanted)) return;
    // One step at a time for a host, so that the choice of a place is not in vain.
    const capacity = (await this.units.lockHost(after.hostUnit)) ?? 0;
    await this.hostTime.releaseExpired(now, after.hostUnit);
    const taken = await this.hostTime.replace(after.id, after.hostUnit, capacity, wanted);
    if (!taken) return;
    const { timeZone: zone } = found(await this.units.byCode(after.hostUnit));
    throw new VisitError('host-time-taken', {
      startsAt: toOffsetIso(taken.startsAt, zone),
      endsAt: toOffsetIso(taken.endsAt, zone),
    });
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
