import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { VisitError } from '../domain/error-codes.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { allowedActions } from '../domain/visit-states.js';
import { missingApprovals } from '../domain/approvals.js';
import { wayOut } from '../domain/way-out.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { TakeStep, type StepTerms } from './take-step.js';

/** A proposal is taken back before what it was made for. */
const MOST_STEPS = 3;

/** Ends a visit to come by whatever step of the actor's side does that: cancelling, declining or taking it back. */
@Injectable()
export class CallOffVisit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: VisitFactsQuery,
    private readonly step: TakeStep,
  ) {}

  /** @throws VisitError `step-not-allowed` where the actor has no step that ends it, and what its steps throw */
  async execute(actor: Actor, visitId: string, reason: string, terms?: StepTerms): Promise<void> {
    await this.database.transaction(async () => {
      for (let taken = 0; taken < MOST_STEPS; taken += 1) {
        const visit = found(await this.facts.byId(visitId));
        if (taken > 0 && hasTrait(visit.state, 'endedEarly')) return;
        const missing = missingApprovals(visit.approvalsNeeded, visit.approvals);
        const context = { now: this.clock.now(), missingApprovals: missing };
        const action = wayOut(allowedActions(visit, actor, context));
        if (action === null) throw new VisitError('step-not-allowed', { state: visit.state });
        await this.step.execute(actor, visitId, action, undefined, { reason }, terms);
      }
    });
  }
}
