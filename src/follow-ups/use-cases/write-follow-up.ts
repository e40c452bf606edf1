import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import {
  ChangeVisit,
  fieldChange,
  hasTrait,
  mayPromise,
  ReadVisit,
  wasOverWhenRecorded,
} from '../../visits/index.js';
import { FollowUpError } from '../domain/error-codes.js';
import { promisingUnits, type FollowUpVerb } from '../domain/follow-up-policies.js';
import { faultOfDueDate, isEvidenceLink } from '../domain/follow-up-rules.js';
import { faultOfStep, type FollowUpAction, type FollowUpState } from '../domain/follow-up-states.js';
import type { FollowUpRow } from '../storage/follow-up-repository.js';
import { ChangeFollowUp, type ChangedFollowUp } from './change-follow-up.js';
import { CheckFollowUp } from './check-follow-up.js';

export interface NewFollowUp {
  visit: string;
  what: string;
  /** The responsible unit, guest or host of the visit. */
  unit: string;
  personName: string;
  /** The owner's account at the responsible unit. */
  personId?: string | null | undefined;
  /** The note of the practice that is to be copied. */
  note?: string | null | undefined;
  /** Calendar date `YYYY-MM-DD`. */
  dueOn: string;
}

/** What is given of a follow-up; undefined stays as it is. */
export type FollowUpChange = {
  [Field in 'what' | 'personName' | 'dueOn' | 'evidence' | 'evidenceUrl' | 'reason']?: string | undefined;
} & {
  personId?: string | null | undefined;
  note?: string | null | undefined;
  state?: FollowUpState | undefined;
};

/** Promises something after a visit, and carries it on to its end. */
@Injectable()
export class WriteFollowUp {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly visits: ReadVisit,
    private readonly changes: ChangeFollowUp,
    private readonly check: CheckFollowUp,
    private readonly changeVisit: ChangeVisit,
  ) {}

  /**
   * Host and leading guest, and whoever entered the visit afterwards, write down what any of its units promised; a joined
   * guest what it promised itself.
   *
   * @returns the id of the follow-up
   * @throws FollowUpError `follow-up-unit-elsewhere`, `owner-elsewhere`, `practice-unknown`
   */
  async create(actor: Actor, given: NewFollowUp): Promise<string> {
    return this.database.transaction(async () => {
      const { visit } = await this.visits.execute(actor, given.visit);
      if (!mayPromise(visit, actor)) throw new RequestError('not-allowed');
      if (!promisingUnits(visit, actor).includes(given.unit)) {
        throw new FollowUpError('follow-up-unit-elsewhere', { unit: given.unit });
      }
      const row = newRow(given, this.clock.now());
      await this.check.owner(row.unit, row.personId);
      await this.check.practice(actor, row.note);
      await this.changes.promise(actor, row);
      if (hasTrait(visit.state, 'summarised') && !wasOverWhenRecorded(visit))
        await this.tellHistory(actor, row);
      return row.id;
    });
  }

  /** Once the summary is out, the visit's history tells what was added to it. */
  private tellHistory(actor: Actor, { visit: visitId, what }: FollowUpRow): Promise<void> {
    const changes = fieldChange('follow-up', null, null, what);
    return this.changeVisit.execute(
      actor,
      visitId,
      'add-follow-up',
      (visit) => Promise.resolve({ visit, result: undefined, beside: [], changes }),
      { may: mayPromise },
    );
  }

  /** @throws FollowUpError what speaks against the change, or what the new state lacks */
  async change(actor: Actor, id: string, version: number, given: FollowUpChange): Promise<void> {
    await this.changes.execute(actor, id, version, verbsOf(given), async ({ row: standing }) => {
      const { reason = '', ...fields } = given;
      const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const row: FollowUpRow = { ...standing, ...known };
      if (row.personId !== standing.personId) await this.check.owner(row.unit, row.personId);
      if (row.note !== standing.note) await this.check.practice(actor, row.note);
      return decide(standing, row, reason);
    });
  }

  /**
   * Moves the due date to a later day.
   *
   * @throws FollowUpError `postpone-not-later`, `postpone-reason-needed`
   */
  async postpone(
    actor: Actor,
    id: string,
    version: number,
    { dueOn, reason }: { dueOn: string; reason: string },
  ): Promise<void> {
    await this.changes.execute(actor, id, version, ['postpone'], async ({ row }) => {
      const fault = faultOfDueDate(row.dueOn, dueOn, reason, { isPostponement: true });
      if (fault) throw new FollowUpError(fault);
      return decide(row, { ...row, dueOn }, reason);
    });
  }
}

const newRow = (given: NewFollowUp, now: Date): FollowUpRow => ({
  ...given,
  id: newId(),
  personId: given.personId ?? null,
  note: given.note ?? null,
  postponedCount: 0,
  state: 'open',
  evidence: '',
  evidenceUrl: '',
  reason: '',
  version: 1,
  createdAt: now,
  changedAt: now,
  doneAt: null,
});

/** What somebody must be allowed to do for a change: its parts are of several kinds. */
function verbsOf({ state, evidence, evidenceUrl, reason: _, ...content }: FollowUpChange): FollowUpVerb[] {
  const verbs: FollowUpVerb[] = [];
  if (Object.values(content).some((value) => value !== undefined)) verbs.push('change');
  if (state !== undefined) verbs.push('move');
  else if (evidence !== undefined || evidenceUrl !== undefined) verbs.push('prove');
  return verbs.length > 0 ? verbs : ['change'];
}

function decide(standing: FollowUpRow, wanted: FollowUpRow, reason: string): ChangedFollowUp {
  const fault =
    faultOfStep(standing.state, wanted.state, { evidence: wanted.evidence, reason }) ??
    faultOfDueDate(standing.dueOn, wanted.dueOn, reason, { isPostponement: false }) ??
    (isEvidenceLink(wanted.evidenceUrl) ? null : 'evidence-link-wrong');
  if (fault) throw new FollowUpError(fault, { state: standing.state });
  const isLater = wanted.dueOn > standing.dueOn;
  const action: FollowUpAction =
    wanted.state !== standing.state ? 'moved' : isLater ? 'postponed' : 'changed';
  const dropReason = wanted.state === 'dropped' ? reason : '';
  const postponedCount = standing.postponedCount + (isLater ? 1 : 0);
  return { row: { ...wanted, reason: dropReason, postponedCount }, action, reason };
}
