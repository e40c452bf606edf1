import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { GivenFile } from '../../platform/http/file-upload.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import type { AnswerStep, EnteredWay } from '../domain/answer-ways.js';
import { VisitError } from '../domain/error-codes.js';
import { actorSides, mayRead } from '../domain/visit-policies.js';
import { decide, isHostAsked, type StepInput } from '../domain/visit-states.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { CarryOutStep } from './carry-out-step.js';
import { assertCurrent } from './change-visit.js';
import { KeepFiles } from './keep-files.js';
import type { StoredDocument } from './store-document.js';
import { StepFacts } from './step-facts.js';

/** An answer of the host as the guest has it by letter or telephone. */
export interface EnteredAnswer extends StepInput {
  answer: AnswerStep;
  cameBy: EnteredWay;
  letterNumber?: string | null | undefined;
  letterDate?: string | null | undefined;
  /** The letter itself. */
  scan?: GivenFile | null | undefined;
}

/** Enters the host's answer that came otherwise, for the guest; the host and its regional office may object. */
@Injectable()
export class EnterHostAnswer {
  constructor(
    private readonly database: Database,
    private readonly visits: VisitRepository,
    private readonly facts: VisitFactsQuery,
    private readonly stepFacts: StepFacts,
    private readonly files: KeepFiles,
    private readonly carryOut: CarryOutStep,
  ) {}

  /**
   * @param version what the caller saw
   * @throws RequestError `not-found`, `not-allowed` for all but the guest; VisitError `step-not-allowed` where the host is
   *   not asked, or what speaks against the step
   */
  async execute(actor: Actor, visitId: string, version: number, entered: EnteredAnswer): Promise<void> {
    const { answer: action, cameBy, letterNumber, letterDate, scan, ...input } = entered;
    const document = scan ? await this.storeScan(actor, visitId, scan) : null;
    await this.database.transaction(async () => {
      const row = found(await this.visits.lock(visitId));
      const before = found(await this.facts.byId(visitId));
      if (!mayRead(before, actor)) throw new RequestError('not-found');
      assertCurrent(row, version);
      if (!actorSides(before, actor).includes('guest')) throw new RequestError('not-allowed');
      if (!isHostAsked(before)) throw new VisitError('step-not-allowed', { state: before.state });
      if (document) await this.files.addStored(actor, visitId, document);
      const visit = found(await this.facts.byId(visitId));
      const decision = decide(visit, action, ['host'], input, await this.stepFacts.forHost(visit));
      if ('code' in decision) throw new VisitError(decision.code, decision.facts, decision.faults);
      const letter = {
        ...(letterNumber ? { replyLetterNumber: letterNumber } : {}),
        ...(letterDate ? { replyLetterDate: letterDate } : {}),
      };
      await this.carryOut.execute({ visit, action, decision, input, actor, side: 'host', cameBy, letter });
    });
  }

  /** Of those who may enter it, before the visit is locked. */
  private async storeScan(actor: Actor, visitId: string, scan: GivenFile): Promise<StoredDocument> {
    const visit = found(await this.facts.byId(visitId));
    if (!mayRead(visit, actor)) throw new RequestError('not-found');
    if (!actorSides(visit, actor).includes('guest')) throw new RequestError('not-allowed');
    return this.files.store(scan);
  }
}
