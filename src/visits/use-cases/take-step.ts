import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { missingApprovals } from '../domain/approvals.js';
import { VisitError } from '../domain/error-codes.js';
import { actorSides, mayRead, type Side } from '../domain/visit-policies.js';
import { decide, type Decision, type StepInput, type VisitAction } from '../domain/visit-states.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { VisitRepository } from '../storage/visit-repository.js';
import type { VisitRow } from '../storage/visit-row.js';
import { CarryOutStep } from './carry-out-step.js';
import { assertCurrent } from './change-visit.js';
import { actionsOf } from './visit-actions.js';

/** Takes one step of a visit: asks the table whether it may be, then carries it out in the same transaction. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: VisitRepository,
    private readonly facts: VisitFactsQuery,
    private readonly carryOut: CarryOutStep,
  ) {}

  /**
   * @param version what the caller saw; without it the step builds on whatever stands
   * @throws VisitError `stale-version`, `step-not-allowed`, what the step lacks, or `host-time-taken`
   * @throws RequestError `not-found` for those who may not see the visit, `not-allowed` for mere readers
   */
  async execute(
    actor: Actor,
    visitId: string,
    action: VisitAction,
    version: number | undefined,
    input: StepInput,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const visit = found(await this.visits.lock(visitId));
      const facts = found(await this.facts.byId(visitId));
      if (!mayRead(facts, actor)) throw new RequestError('not-found');
      assertCurrent(visit, version);
      const sides = actorSides(facts, actor);
      if (sides.length === 0) throw new RequestError('not-allowed');
      const decision = this.decide(facts, action, sides, input, actor);
      await this.carryOut.execute({ visit, action, decision, input, actor, side: sides[0] as Side });
    });
  }

  /**
   * Takes a step of the system itself, when the table still allows it.
   *
   * @returns whether it was taken
   */
  async bySystem(
    visitId: string,
    action: VisitAction,
    isDue: (visit: VisitRow) => boolean,
  ): Promise<boolean> {
    return this.database.transaction(async () => {
      const visit = await this.visits.lock(visitId);
      if (!visit || !isDue(visit)) return false;
      const context = { now: this.clock.now(), missingApprovals: [], office: null };
      const decision = decide(visit, action, ['system'], {}, context);
      if ('code' in decision) return false;
      await this.carryOut.execute({ visit, action, decision, input: {}, actor: null, side: 'system' });
      return true;
    });
  }

  private decide(
    facts: VisitFacts,
    action: VisitAction,
    sides: readonly Side[],
    input: StepInput,
    actor: Actor,
  ): Decision {
    const now = this.clock.now();
    const missing = missingApprovals(facts.approvalsNeeded, facts.approvals);
    const context = { now, missingApprovals: missing, office: actor.regionalOffice };
    const decision = decide(facts, action, sides, input, context);
    if ('code' in decision) {
      throw new VisitError(decision.code, {
        state: facts.state,
        allowedActions: actionsOf(facts, actor, now),
        missingApprovals: missing,
      });
    }
    return decision;
  }
}
