import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { goesWith } from '../domain/acceptance.js';
import type { FieldChange } from '../domain/field-changes.js';
import { isAnswerStep } from '../domain/answer-ways.js';
import { VisitError } from '../domain/error-codes.js';
import { actorSides, mayRead, type Side } from '../domain/visit-policies.js';
import {
  allowedActions,
  decide,
  speakingFor,
  type Decision,
  type StepInput,
  type VisitAction,
} from '../domain/visit-states.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { VisitRow } from '../storage/visit-row.js';
import { CarryOutStep } from './carry-out-step.js';
import { ChooseReceivers } from './choose-receivers.js';
import { assertCurrent } from './change-visit.js';
import { LockVisit } from './lock-visit.js';
import { StepFacts } from './step-facts.js';

/** Under which terms a step is taken. */
export interface StepTerms {
  /** Who tells the units of it: each visit for itself, unless it is taken on several at once. */
  told?: 'alone' | 'together';
  /** Whether it is still to be taken of a visit as it stands; else nothing happens. */
  isDue?: (visit: VisitRow) => boolean;
}

/** Takes one step of a visit: asks the table whether it may be, then carries it out in the same transaction. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly database: Database,
    private readonly lock: LockVisit,
    private readonly stepFacts: StepFacts,
    private readonly carryOut: CarryOutStep,
    private readonly receivers: ChooseReceivers,
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
    { told = 'alone', isDue = () => true }: StepTerms = {},
  ): Promise<void> {
    await this.database.transaction(async () => {
      const { visit, facts } = await this.lock.execute(visitId);
      if (!isDue(facts)) return;
      if (!mayRead(facts, actor)) throw new RequestError('not-found');
      assertCurrent(visit, version);
      const sides = actorSides(facts, actor);
      if (sides.length === 0) throw new RequestError('not-allowed');
      const speaking = speakingFor(facts, actor, action);
      const decision = await this.decide(facts, action, speaking, input, actor);
      // Who comes along takes no step; whoever oversees may as well.
      const own: Side = sides.find((each) => each !== 'joined') ?? 'joined';
      const standsIn = speaking.length > sides.length;
      const cameBy = isAnswerStep(action) ? 'regional' : null;
      const voice = standsIn ? ({ side: 'host', cameBy } as const) : { side: own };
      const isToldTogether = told === 'together';
      const joining = await this.receive(facts, action, voice.side, input);
      const step = { visit: facts, action, decision, input, actor, ...voice, isToldTogether, joining };
      await this.carryOut.execute(step);
    });
  }

  /** @throws RequestError `validation-failed` for what goes with a host's answer, where there is none */
  private async receive(
    visit: VisitFacts,
    action: VisitAction,
    side: Side,
    { acceptance }: StepInput,
  ): Promise<FieldChange[]> {
    if (!acceptance) return [];
    if (!goesWith(acceptance, action, side === 'host')) {
      const message = 'hanya ketika tuan rumah menjawab';
      throw new RequestError('validation-failed', {}, [{ field: 'hosts', message }]);
    }
    return this.receivers.execute(visit, acceptance.hosts);
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
    input: StepInput = {},
  ): Promise<boolean> {
    return this.database.transaction(async () => {
      const visit = (await this.lock.find(visitId))?.facts;
      if (!visit || !isDue(visit)) return false;
      const decision = decide(visit, action, ['system'], input, this.stepFacts.forSystem());
      if ('code' in decision) return false;
      await this.carryOut.execute({ visit, action, decision, input, actor: null, side: 'system' });
      return true;
    });
  }

  private async decide(
    facts: VisitFacts,
    action: VisitAction,
    sides: readonly Side[],
    input: StepInput,
    actor: Actor,
  ): Promise<Decision> {
    const context = await this.stepFacts.of(facts, actor);
    const decision = decide(facts, action, sides, input, context);
    if ('code' in decision) {
      const known = {
        state: facts.state,
        allowedActions: allowedActions(facts, actor, context),
        missingApprovals: context.missingApprovals,
      };
      throw new VisitError(decision.code, { ...known, ...decision.facts }, decision.faults);
    }
    return decision;
  }
}
