import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found } from '../../platform/http/request-error.js';
import { hashSecret } from '../../platform/text/tokens.js';
import { isAnswerStep, type AnswerStep } from '../domain/answer-ways.js';
import { VisitError } from '../domain/error-codes.js';
import { isStillAsked } from '../domain/host-question.js';
import {
  decide,
  offeredToHost,
  type BlockedAction,
  type StepContext,
  type StepInput,
} from '../domain/visit-states.js';
import { HostDayQuery, type HostDay } from '../queries/host-day.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { VisitSurroundings, type Surroundings } from '../queries/visit-surroundings.js';
import { HostAnswers } from '../storage/host-answers.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { CarryOutStep } from './carry-out-step.js';
import { StepFacts } from './step-facts.js';

/** Who answers for a host without an account, as the person names itself. */
export interface Answerer {
  name: string;
  office: string;
  phone: string;
}

/** What a link shows. */
export interface AskedHost {
  visit: VisitFacts;
  /** What the host decides by; null once that is no longer asked which the link answers. */
  open: OpenQuestion | null;
}

export interface OpenQuestion {
  surroundings: Surroundings;
  hostDay: HostDay;
  allowed: AnswerStep[];
  blocked: BlockedAction[];
}

/** What a page of a host's answer looks up. */
@Injectable()
export class HostQuestion {
  constructor(
    private readonly clock: Clock,
    private readonly facts: StepFacts,
    private readonly surroundings: VisitSurroundings,
    private readonly hostDay: HostDayQuery,
  ) {}

  context(visit: VisitFacts): Promise<StepContext> {
    return this.facts.forHost(visit);
  }

  async of(visit: VisitFacts): Promise<OpenQuestion> {
    const { allowed, blocked } = offeredToHost(visit, await this.context(visit));
    return {
      surroundings: await this.surroundings.execute(visit.id),
      hostDay: await this.hostDay.execute(visit, this.clock.now()),
      allowed: allowed.filter(isAnswerStep),
      blocked,
    };
  }
}

/** Takes the answer of a host's head who has no account, by the secret of the link that was mailed to the host. */
@Injectable()
export class AnswerAsHost {
  constructor(
    private readonly database: Database,
    private readonly links: HostAnswers,
    private readonly visits: VisitRepository,
    private readonly facts: VisitFactsQuery,
    private readonly question: HostQuestion,
    private readonly carryOut: CarryOutStep,
  ) {}

  /** Null for a secret that nobody was given. */
  async read(secret: string): Promise<AskedHost | null> {
    const link = await this.links.find(hashSecret(secret));
    const visit = link && (await this.facts.byId(link.visitId));
    if (!visit) return null;
    return { visit, open: isStillAsked(visit, link.askedAt) ? await this.question.of(visit) : null };
  }

  /** @throws VisitError `answer-link-closed` once that is not asked any more, or what speaks against the step */
  async execute(secret: string, action: AnswerStep, input: StepInput, answerer: Answerer): Promise<void> {
    await this.database.transaction(async () => {
      const { visitId, askedAt } = found(await this.links.find(hashSecret(secret)));
      found(await this.visits.lock(visitId));
      const visit = found(await this.facts.byId(visitId));
      if (!isStillAsked(visit, askedAt)) throw new VisitError('answer-link-closed');
      const decision = decide(visit, action, ['host'], input, await this.question.context(visit));
      if ('code' in decision) throw new VisitError(decision.code, decision.facts, decision.faults);
      const { name, office, phone } = answerer;
      const actor = { personId: null, name };
      const voice = { actor, side: 'host', cameBy: 'link' } as const;
      await this.carryOut.execute({ visit, action, decision, input, ...voice });
      await this.links.keepAnswer({ visitId, version: visit.version + 1, office, phone });
    });
  }
}
