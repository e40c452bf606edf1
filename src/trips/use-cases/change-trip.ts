import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError, type ErrorFacts } from '../../platform/errors/app-error.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { CallOffVisit, TakeStep, VisitError } from '../../visits/index.js';
import { TripError } from '../domain/error-codes.js';
import { TripRepository, type TripRow } from '../storage/trip-repository.js';
import { mayPlanTrip, ReadTrip } from './read-trip.js';

/** What became of a leg. */
export interface LegOutcome {
  visitId: string;
  /** Why it was not done; null where it was. */
  refusal: { code: string; facts: ErrorFacts } | null;
}

/** Asks hosts for legs, or ends legs: those that are named; a leg that refuses stays as it is. */
@Injectable()
export class ChangeTrip {
  constructor(
    private readonly database: Database,
    private readonly trips: TripRepository,
    private readonly read: ReadTrip,
    private readonly step: TakeStep,
    private readonly callOff: CallOffVisit,
  ) {}

  /**
   * @param version what the caller saw of the trip
   * @throws TripError `trip-changed`
   * @throws RequestError `not-found`, `not-allowed` for those who do not plan it
   */
  async open<Result>(
    actor: Actor,
    id: string,
    version: number,
    work: (trip: TripRow) => Promise<Result>,
  ): Promise<Result> {
    await this.read.execute(actor, id);
    return this.database.transaction(async () => {
      const trip = found(await this.trips.lock(id));
      if (!mayPlanTrip(actor, trip)) throw new RequestError('not-allowed');
      if (trip.version !== version)
        throw new TripError('trip-changed', { current: { version: trip.version } });
      const result = await work(trip);
      await this.trips.raiseVersion(trip);
      return result;
    });
  }

  /** Asks the hosts of all legs that are drafts. */
  submit(actor: Actor, id: string, version: number): Promise<LegOutcome[]> {
    return this.open(actor, id, version, async () => {
      const { legs } = await this.read.execute(actor, id);
      const drafts = legs.filter(({ maySubmit }) => maySubmit).map(({ visit }) => visit.id);
      return this.each(drafts, (visitId) => this.step.execute(actor, visitId, 'submit', undefined, {}));
    });
  }

  /** @throws VisitError `reason-needed`, `step-not-allowed` where none of them is a leg that can end */
  endLegs(
    actor: Actor,
    id: string,
    version: number,
    wanted: readonly string[],
    reason: string,
  ): Promise<LegOutcome[]> {
    if (reason.trim() === '') {
      throw new VisitError('reason-needed', {}, [{ field: 'reason', message: 'perlu diisi' }]);
    }
    return this.open(actor, id, version, async () => {
      const { legs } = await this.read.execute(actor, id);
      const ending = legs.filter(({ visit, mayCallOff }) => mayCallOff && wanted.includes(visit.id));
      if (ending.length === 0) throw new TripError('trip-leg-fixed');
      const ids = ending.map(({ visit }) => visit.id);
      return this.each(ids, (visitId) => this.callOff.execute(actor, visitId, reason));
    });
  }

  private async each(ids: readonly string[], work: (id: string) => Promise<void>): Promise<LegOutcome[]> {
    const outcomes: LegOutcome[] = [];
    for (const visitId of ids) {
      outcomes.push({ visitId, refusal: await this.refusalOf(() => work(visitId)) });
    }
    return outcomes;
  }

  private async refusalOf(work: () => Promise<void>): Promise<LegOutcome['refusal']> {
    try {
      await this.database.apart(work);
      return null;
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      const { code, facts } = thrown as VisitError;
      return { code, facts };
    }
  }
}
