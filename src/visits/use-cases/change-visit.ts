import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { VisitError } from '../domain/error-codes.js';
import type { FieldChange } from '../domain/field-changes.js';
import type { VisitAspect } from '../domain/visit-aspects.js';
import { outgrows, partyFault } from '../domain/party-limit.js';
import { actorSides, isAskedToJoin, mayEdit, mayReadFacts, type Side } from '../domain/visit-policies.js';
import { VisitFactsQuery, type VisitFacts } from '../queries/visit-facts.js';
import { HistoryRepository } from '../storage/history-repository.js';
import type { ParticipantRow } from '../storage/participant-repository.js';
import { isSameVisit, type VisitRow } from '../storage/visit-row.js';
import { LockVisit } from './lock-visit.js';
import { RecordChange } from './record-change.js';

/** What a change makes of a visit. */
export interface VisitChange<Result> {
  visit: VisitRow;
  result: Result;
  reason?: string;
  /** What the line of history calls it, where the visit's state decides that. */
  action?: string;
  /** What changed beside the visit's own row; the row tells its own changes. */
  beside: readonly VisitAspect[];
  /** Fields of what hangs on the visit that changed. */
  changes?: readonly FieldChange[];
}

/** What a change is held against. */
export interface ChangeTerms {
  /** What the caller saw; without it the change builds on whatever stands. */
  version?: number | undefined;
  /** Who may; those who may edit the visit unless it says otherwise. */
  may?: (visit: VisitFacts, actor: Actor) => boolean;
  /** For whom there is such a visit; those who may read it unless it says otherwise. */
  sees?: (visit: VisitFacts, actor: Actor) => boolean;
  /** Whether the change goes by who takes part. */
  withParticipants?: boolean;
  /** Whether the host is asked for a party that outgrows its limit; without it such a change is refused. */
  asksHost?: boolean;
}

/** Of a change that follows from one of an account: whoever may change that is not asked about each visit. */
export const byAccount: ChangeTerms = { may: () => true, sees: () => true };

/** What changes how many guests come. */
const mayGrow: readonly VisitAspect[] = ['people', 'answers', 'guests'];

/**
 * A change of what a visit says or who takes part, without a step: one transaction, one version, one line of history; none
 * of what changes nothing.
 */
@Injectable()
export class ChangeVisit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly lock: LockVisit,
    private readonly facts: VisitFactsQuery,
    private readonly record: RecordChange,
    private readonly history: HistoryRepository,
  ) {}

  /**
   * @param change is given the visit and, where the terms ask for them, its participants
   * @throws RequestError `not-found` for those who may not even see it, `not-allowed` for those who only read
   */
  async execute<Result>(
    actor: Actor,
    visitId: string,
    usualAction: string,
    change: (visit: VisitFacts, participants: ParticipantRow[]) => Promise<VisitChange<Result>>,
    terms: ChangeTerms = {},
  ): Promise<Result> {
    const { version, may = mayEdit, sees = mayReadFacts, asksHost = false, withParticipants = false } = terms;
    return this.database.transaction(async () => {
      const { visit, facts, participants } = await this.lock.execute(visitId, { withParticipants });
      if (!sees(facts, actor)) throw new RequestError('not-found');
      if (!may(facts, actor)) throw new RequestError('not-allowed');
      assertCurrent(visit, version);
      const made = await change(facts, participants);
      const { visit: changed, result, reason, beside, changes = [], action = usualAction } = made;
      if (await this.isNothing(visit, made, actor, action)) return result;
      const saved = { ...changed, version: visit.version + 1, changedAt: this.clock.now() };
      const side = sideOf(facts, actor);
      await this.record.execute(visit, saved, {
        actor,
        side,
        action,
        reason: reason || null,
        beside,
        changes,
      });
      if (mayGrow.some((aspect) => beside.includes(aspect)) || changed.partySize !== visit.partySize) {
        const grown = await this.outgrown(facts);
        if (grown && asksHost) await this.askHost(saved, grown, actor, side);
        else if (grown) assertFits(grown, side);
      }
      return result;
    });
  }

  /** Whether a change leaves everything as it was, and says nothing that was not said last. */
  private async isNothing<Result>(
    visit: VisitRow,
    { visit: changed, reason, beside, changes = [] }: VisitChange<Result>,
    actor: Actor,
    action: string,
  ): Promise<boolean> {
    if (beside.length + changes.length > 0 || !isSameVisit(visit, changed)) return false;
    if (!reason) return true;
    const last = await this.history.last(visit.id);
    return last?.action === action && last.actorId === actor.personId && last.reason === reason;
  }

  /** The visit as it stands where its party came to be larger than the host receives; a draft is judged when it is sent. */
  private async outgrown(before: VisitFacts): Promise<VisitFacts | null> {
    if (before.submittedAt === null) return null;
    const after = found(await this.facts.byId(before.id));
    return outgrows(before, after) ? after : null;
  }

  private async askHost(visit: VisitRow, grown: VisitFacts, actor: Actor, side: Side | null): Promise<void> {
    const askedParty = grown.partyCount;
    const asked = { ...visit, askedParty, version: visit.version + 1 };
    await this.record.execute(visit, asked, {
      actor,
      side,
      action: 'ask-party',
      reason: `${askedParty} orang.`,
      beside: [],
    });
  }
}

/** For whom somebody acts; people of an organisation that was asked to join act for that. */
const sideOf = (visit: VisitFacts, actor: Actor): Side | null =>
  actorSides(visit, actor)[0] ?? (isAskedToJoin(visit, actor) ? 'joined' : null);

/**
 * Holds a party against what the host receives, by whatever change of the guests it grew; the host's own people agree by
 * what they do.
 */
function assertFits(grown: VisitFacts, side: Side | null): void {
  const fault = side === 'guest' || side === 'joined' ? partyFault(grown) : null;
  if (fault) throw new VisitError(fault.code, { ...fault.facts, mayAsk: true }, fault.faults);
}

/** @throws VisitError `stale-version` naming the version that stands */
export function assertCurrent(visit: VisitRow, version: number | undefined): void {
  if (version !== undefined && version !== visit.version) {
    throw new VisitError('stale-version', { current: { version: visit.version, state: visit.state } });
  }
}
