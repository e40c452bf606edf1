import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { UnitFacts } from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import type { Side } from '../domain/visit-policies.js';
import { holdsByDay, takesPlace, wantedHolds } from '../domain/host-time.js';
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

  /**
   * @param reader whom a refusal speaks to
   * @throws VisitError `host-time-taken` when every place of the host is held for a time the visit wants
   */
  async execute(before: VisitRow | null, after: VisitRow, reader: Side): Promise<void> {
    const now = this.clock.now();
    const times = wantedHolds(after, now);
    const isSameMode = before?.mode === after.mode;
    if (same(before ? wantedHolds(before, now) : [], times) && (isSameMode || times.length === 0)) return;
    // One step at a time for a host, so that the choice of a place is not in vain.
    const [host] = await Promise.all([
      this.units.lockHost(after.hostUnit),
      this.hostTime.releaseExpired(now, after.hostUnit, after.id),
    ]);
    const zone = host?.timeZone ?? found(await this.units.byCode(after.hostUnit)).timeZone;
    const takes = takesPlace(after, host ?? { onlineTakesPlace: false });
    const wanted = takes ? times.flatMap((time) => holdsByDay(time, zone)) : [];
    const taken = await this.hostTime.hold(after.id, after.hostUnit, host?.capacity ?? 0, wanted);
    if (!taken) return;
    throw new VisitError('host-time-taken', {
      startsAt: toOffsetIso(taken.startsAt, zone),
      endsAt: toOffsetIso(taken.endsAt, zone),
      reader,
    });
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
