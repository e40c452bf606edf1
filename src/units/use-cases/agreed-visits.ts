import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { unseenOf, type AgreedVisit, type Displacement } from '../domain/displaced-visits.js';
import { UnitError } from '../domain/error-codes.js';

/** What the feature above that knows of visits does for units. */
export interface VisitKeeper {
  /** Agreed visits that end after an instant: of one host, or of all. */
  agreed(host: string | null, now: Date): Promise<AgreedVisit[]>;
  /** Keeps with each visit that it is displaced, and tells both units, in the open transaction. */
  tell(actor: Actor, displaced: readonly Displacement[]): Promise<void>;
}

/** Where the feature above registers how agreed visits are found and their units told. */
@Injectable()
export class AgreedVisits {
  private readonly keepers: VisitKeeper[] = [];

  register(keeper: VisitKeeper): void {
    this.keepers.push(keeper);
  }

  async agreed(host: string | null, now: Date): Promise<AgreedVisit[]> {
    return (await Promise.all(this.keepers.map((keeper) => keeper.agreed(host, now)))).flat();
  }

  /**
   * Lets a change go ahead over agreed visits that whoever makes it has seen, and tells their units, in the open
   * transaction.
   *
   * @param seen ids of the visits that were shown
   * @throws UnitError `visits-displaced` naming all of them, where one was not shown
   */
  async displace(actor: Actor, displaced: readonly Displacement[], seen: readonly string[]): Promise<void> {
    if (displaced.length === 0) return;
    if (unseenOf(displaced, seen).length > 0) {
      throw new UnitError('visits-displaced', { displaced: displaced.map(named) });
    }
    for (const keeper of this.keepers) await keeper.tell(actor, displaced);
  }
}

const named = ({ id, reference, title, startsAt, endsAt, timeZone, because }: Displacement) => ({
  id,
  reference,
  title,
  startsAt: toOffsetIso(startsAt, timeZone),
  endsAt: toOffsetIso(endsAt, timeZone),
  because,
});
