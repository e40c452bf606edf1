import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { found } from '../../platform/http/request-error.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import type { Zone } from '../../platform/text/zones.js';
import {
  commonWindows,
  freeWindows,
  UnitFacts,
  type FreeWindow,
  type HostingFacts,
  type VisitKind,
} from '../../units/index.js';
import { VisitError } from '../domain/error-codes.js';
import { takesPlace } from '../domain/host-time.js';
import type { VisitMode } from '../domain/visit-mode.js';
import { TakenTime } from '../queries/taken-time.js';

export interface FreeTimeSearch {
  from: Date;
  to: Date;
  /** Length of the visit. */
  minutes: number;
  /** Size of the guest's party. */
  party: number;
  /** Null where any kind is meant. */
  kind: VisitKind | null;
  /** Without it, somebody comes to the host. */
  mode?: VisitMode;
  /** With it, only what is free for both, best first. */
  guest: string | null;
}

/** A free window; without a guest it has neither score nor reasons. */
export type FoundWindow = FreeWindow & { score?: number; reasons?: string[] };

export interface FreeTime {
  timeZone: Zone;
  windows: FoundWindow[];
}

/** Finds when a host can receive a visit, and when its guest can come. */
@Injectable()
export class FindFreeTime {
  constructor(
    private readonly clock: Clock,
    private readonly units: UnitFacts,
    private readonly taken: TakenTime,
  ) {}

  /**
   * In two statements side by side.
   *
   * @throws RequestError `not-found` for a host that does not exist
   * @throws VisitError `unknown-unit` for such a guest, `host-equals-guest`
   */
  async execute(hostUnit: string, search: FreeTimeSearch): Promise<FreeTime> {
    const { from, to, guest, mode = 'on-site', ...rest } = search;
    if (guest === hostUnit) throw new VisitError('host-equals-guest');
    const now = this.clock.now();
    const codes = guest === null ? [hostUnit] : [hostUnit, guest];
    const [known, taken] = await Promise.all([
      this.factsOf(codes, from, to),
      this.taken.ofBoth({ host: hostUnit, guest }, { from, to, now }),
    ]);
    const facts = found(known.get(hostUnit));
    const host = { ...facts, busy: takesPlace({ mode }, facts.policy) ? taken.host : [] };
    const wanted = { ...rest, from, to, now };
    const { timeZone } = facts;
    if (guest === null) return { timeZone, windows: freeWindows({ ...host, ...wanted }) };
    const theirs = known.get(guest);
    if (!theirs) throw new VisitError('unknown-unit', { unit: guest });
    return { timeZone, windows: commonWindows({ ...wanted, host, guest: { ...theirs, busy: taken.guest } }) };
  }

  /** A day more on both sides, since the unit's clock is ahead of UTC. */
  private factsOf(
    units: readonly string[],
    from: Date,
    to: Date,
  ): Promise<ReadonlyMap<string, HostingFacts>> {
    const [first, last] = [from, to].map((at) => at.toISOString().slice(0, 10)) as [string, string];
    return this.units.hostingOf(units, addDays(first, -1), addDays(last, 1));
  }
}
