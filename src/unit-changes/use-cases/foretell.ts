import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { AgreedVisits } from '../../units/index.js';
import { TakeStep } from '../../visits/index.js';
import { UnitChangeError } from '../domain/error-codes.js';
import { endsRequests, touchesVisits } from '../domain/judge-change.js';
import type { UnitChange } from '../domain/unit-change.js';
import { TouchedVisits, type TouchedVisit } from '../queries/touched-visits.js';

/** Lets the units of visits to come know what becomes of one of them. */
@Injectable()
export class Foretell {
  constructor(
    private readonly touched: TouchedVisits,
    private readonly agreed: AgreedVisits,
    private readonly steps: TakeStep,
  ) {}

  /** The visits that a change touches, agreed ones and open requests. */
  visitsOf(change: UnitChange): Promise<TouchedVisit[]> {
    const isTouching = touchesVisits(change) && change.unit !== null;
    return isTouching ? this.touched.of(change.unit ?? '', change.effectiveOn) : Promise.resolve([]);
  }

  /** @throws UnitChangeError `unit-change-unseen` naming all of them, where one was not shown */
  assertSeen(visits: readonly TouchedVisit[], seen: readonly string[]): void {
    if (visits.every(({ id }) => seen.includes(id))) return;
    throw new UnitChangeError('unit-change-unseen', {
      visits: visits.map(({ id, reference, title }) => ({ id, reference, title })),
    });
  }

  /**
   * Both units of each are told, in the open transaction: agreed visits stand unless they are to be called off, requests
   * end where nobody answers them any more. One to which the unit only comes along goes on without it.
   *
   * @param sentence what becomes of the unit, from when on
   */
  async tell(
    actor: Actor,
    change: UnitChange,
    visits: readonly TouchedVisit[],
    sentence: string,
  ): Promise<void> {
    const reason = `${sentence}.`;
    const displaced: TouchedVisit[] = [];
    for (const visit of visits) {
      if (visit.isAgreed && (!change.callsOff || !visit.isMain)) displaced.push(visit);
      else if (!visit.isMain) continue;
      else if (visit.isAgreed) await this.steps.bySystem(visit.id, 'cancel', () => true, { reason });
      else if (endsRequests(change.kind))
        await this.steps.bySystem(visit.id, 'expire', () => true, { reason });
    }
    const told = displaced.map((visit) => ({ ...visit, part: 'time' as const, because: reason }));
    await this.agreed.displace(
      actor,
      told,
      told.map(({ id }) => id),
    );
  }
}
