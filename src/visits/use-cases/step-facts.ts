import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { missingApprovals } from '../domain/approvals.js';
import type { VisitError } from '../domain/error-codes.js';
import { partyFault } from '../domain/party-limit.js';
import { timeInQuestion } from '../domain/host-time.js';
import { actorSides, type VisitActor } from '../domain/visit-policies.js';
import {
  factsForHost,
  neededFacts,
  overseeingOffice,
  type FactsAgainst,
  type Refusal,
  type StepContext,
} from '../domain/visit-states.js';
import type { FactNeed } from '../domain/visit-transitions.js';
import { FreePlaces } from '../queries/free-places.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { CheckHostRules } from './check-host-rules.js';
import { VisitWholes } from './visit-wholes.js';

/**
 * The facts that decide which steps somebody may take: asked once, by what a page offers and by what the step itself
 * asks, so that nothing is offered which the same facts refuse. Only those are looked up that the actor's steps need.
 */
@Injectable()
export class StepFacts {
  constructor(
    private readonly clock: Clock,
    private readonly places: FreePlaces,
    private readonly rules: CheckHostRules,
    private readonly wholes: VisitWholes,
  ) {}

  async of(visit: VisitFacts, actor: VisitActor): Promise<StepContext> {
    const isGuest = actorSides(visit, actor).includes('guest');
    return {
      ...(await this.known(visit, neededFacts(visit, actor), isGuest)),
      office: overseeingOffice(actor),
    };
  }

  /** The same for whoever answers for the host without being one of its people. */
  async forHost(visit: VisitFacts): Promise<StepContext> {
    return { ...(await this.known(visit, factsForHost(visit), false)), office: null };
  }

  /** For the system, which asks nobody. */
  forSystem(): StepContext {
    return { now: this.clock.now(), missingApprovals: [], office: null };
  }

  private async known(
    visit: VisitFacts,
    needs: readonly FactNeed[],
    isGuest: boolean,
  ): Promise<Omit<StepContext, 'office'>> {
    const against: FactsAgainst = {};
    const refusals = await Promise.all(needs.map((need) => this.against(need, visit, isGuest)));
    for (const [index, need] of needs.entries()) {
      const refusal = refusals[index];
      if (refusal) against[need] = refusal;
    }
    return {
      now: this.clock.now(),
      missingApprovals: missingApprovals(visit.approvalsNeeded, visit.approvals),
      against,
    };
  }

  private async against(need: FactNeed, visit: VisitFacts, isGuest: boolean): Promise<Refusal | null> {
    const time = timeInQuestion(visit);
    if (need === 'host-receives') return isGuest ? receives(visit) : null;
    if (need === 'place-free') return this.place(visit, isGuest);
    if (need === 'host-rules') {
      const [broken, gone] = await Promise.all([
        refusalOf(() => this.rules.execute(visit, time, this.wholes.longestNoticeOf(visit.id))),
        refusalOf(() => this.rules.assertGoingOn(visit, time)),
      ]);
      return broken ?? gone;
    }
    if (time.startsAt <= this.clock.now()) return { code: 'time-has-passed' };
    return refusalOf(() => this.rules.assertNear(visit, time));
  }

  private async place(visit: VisitFacts, isGuest: boolean): Promise<Refusal | null> {
    const time = timeInQuestion(visit);
    if (await this.places.isFree(visit, time, this.clock.now())) return null;
    const facts = {
      startsAt: toOffsetIso(time.startsAt, visit.timeZone),
      endsAt: toOffsetIso(time.endsAt, visit.timeZone),
      reader: isGuest ? 'guest' : 'host',
    };
    return { code: 'host-time-taken', facts };
  }
}

function receives(visit: VisitFacts): Refusal | null {
  if (!visit.hostOpen) return { code: 'host-not-open' };
  return visit.hostReceivesKind ? partyFault(visit) : { code: 'kind-not-received' };
}

/** What a check throws, as a refusal. */
async function refusalOf(check: () => Promise<void>): Promise<Refusal | null> {
  try {
    await check();
    return null;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    const { code, facts, faults } = thrown as VisitError;
    return { code, facts, faults };
  }
}
