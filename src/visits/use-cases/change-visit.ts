import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { VisitError } from '../domain/error-codes.js';
import type { VisitAspect } from '../domain/visit-aspects.js';
import { mayEdit, mayRead } from '../domain/visit-policies.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import type { VisitRow } from '../storage/visit-row.js';
import { VisitRepository } from '../storage/visit-repository.js';
import { RecordChange } from './record-change.js';

/** What a change makes of a visit. */
export interface VisitChange<Result> {
  visit: VisitRow;
  result: Result;
  reason?: string;
  /** What changed beside the visit's own row; the row tells its own changes. */
  beside: readonly VisitAspect[];
}

/** A change of what a visit says, without a step: one transaction, one version, one line of history. */
@Injectable()
export class ChangeVisit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: VisitRepository,
    private readonly facts: VisitFactsQuery,
    private readonly record: RecordChange,
  ) {}

  /** @param version what the caller saw; without it the change builds on whatever stands */
  async execute<Result>(
    actor: Actor,
    visitId: string,
    action: string,
    change: (visit: VisitRow) => Promise<VisitChange<Result>>,
    version?: number,
  ): Promise<Result> {
    return this.database.transaction(async () => {
      const visit = found(await this.visits.lock(visitId));
      const facts = found(await this.facts.byId(visitId));
      assertEditable(facts, actor);
      assertCurrent(visit, version);
      const { visit: changed, result, reason, beside } = await change(visit);
      await this.record.execute(
        visit,
        { ...changed, version: visit.version + 1, changedAt: this.clock.now() },
        { actor, action, reason: reason || null, beside },
      );
      return result;
    });
  }
}

/** @throws RequestError `not-found` for those who may not even see it, `not-allowed` for those who only read */
function assertEditable(facts: VisitFacts, actor: Actor): void {
  if (!mayRead(facts, actor)) throw new RequestError('not-found');
  if (!mayEdit(facts, actor)) throw new RequestError('not-allowed');
}

/** @throws VisitError `stale-version` naming the version that stands */
export function assertCurrent(visit: VisitRow, version: number | undefined): void {
  if (version !== undefined && version !== visit.version) {
    throw new VisitError('stale-version', { current: { version: visit.version, state: visit.state } });
  }
}
