import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { actorSides, ReadVisit } from '../../visits/index.js';
import { FollowUpError } from '../domain/error-codes.js';
import { faultOfStep, mayCarryOn, type FollowUpState } from '../domain/follow-up-states.js';
import { FollowUpRepository, type FollowUpRow } from '../storage/follow-up-repository.js';

export interface NewFollowUp {
  visit: string;
  what: string;
  /** The responsible unit, guest or host of the visit. */
  unit: string;
  personName: string;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
}

/** What is given of a follow-up; undefined stays as it is. */
export type FollowUpChange = {
  [Field in 'what' | 'personName' | 'dueOn' | 'evidence' | 'reason']?: string | undefined;
} & { state?: FollowUpState | undefined };

/** Promises something after a visit, and carries it on to its end. */
@Injectable()
export class WriteFollowUp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: ReadVisit,
    private readonly followUps: FollowUpRepository,
  ) {}

  /**
   * Both units of a visit write down what either of them promised.
   *
   * @returns the id of the follow-up
   */
  async create(actor: Actor, given: NewFollowUp): Promise<string> {
    return this.database.transaction(async () => {
      const { visit } = await this.visits.execute(actor, given.visit);
      const sides = actorSides(visit, actor);
      if (!sides.includes('guest') && !sides.includes('host')) throw new RequestError('not-allowed');
      if (given.unit !== visit.guestUnit && given.unit !== visit.hostUnit) {
        throw new FollowUpError('follow-up-unit-elsewhere', { unit: given.unit });
      }
      const now = this.clock.now();
      const row: FollowUpRow = {
        ...given,
        id: newId(),
        state: 'open',
        evidence: '',
        reason: '',
        version: 1,
        createdAt: now,
        changedAt: now,
        doneAt: null,
      };
      await this.store(row, actor, null);
      return row.id;
    });
  }

  /** @throws FollowUpError `follow-up-changed`, `follow-up-step-not-allowed`, or what the new state lacks */
  async change(actor: Actor, id: string, version: number, change: FollowUpChange): Promise<void> {
    await this.database.transaction(async () => {
      const standing = found(await this.followUps.lock(id));
      await this.visits.execute(actor, standing.visit);
      if (!mayCarryOn(standing.unit, actor)) throw new RequestError('not-allowed');
      if (standing.version !== version) {
        const { version: current, state } = standing;
        throw new FollowUpError('follow-up-changed', { current: { version: current, state } });
      }
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const changed: FollowUpRow = { ...standing, ...given };
      const fault = faultOfStep(standing.state, changed.state, changed);
      if (fault) throw new FollowUpError(fault, { state: standing.state });
      const now = this.clock.now();
      const doneAt = changed.state === 'done' ? (standing.doneAt ?? now) : null;
      await this.store({ ...changed, version: version + 1, changedAt: now, doneAt }, actor, standing.state);
    });
  }

  private async store(row: FollowUpRow, actor: Actor, fromState: FollowUpState | null): Promise<void> {
    await this.followUps.save(row);
    await this.followUps.remember(row, { actorId: actor.personId, actorName: actor.name, fromState });
  }
}
