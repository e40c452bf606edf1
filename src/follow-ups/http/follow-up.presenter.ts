import type { Actor } from '../../platform/security/actor.js';
import { allowedVerbs } from '../domain/follow-up-policies.js';
import type {
  ConfirmedReplication,
  FollowUpComment,
  FollowUpFact,
  FollowUpHistoryLine,
} from '../queries/follow-up-facts.js';
import type { Lineage } from '../use-cases/read-lineage.js';
import type {
  FollowUpCommentView,
  FollowUpHistoryLineView,
  FollowUpView,
  LineageView,
  ReplicationView,
} from './follow-up.view.js';

/** A follow-up as the API shows it; its instants are in UTC, its due date is a calendar date. */
export function presentFollowUp(fact: FollowUpFact, actor: Actor): FollowUpView {
  return {
    id: fact.id,
    visit: fact.visit,
    visitReference: fact.visitReference,
    what: fact.what,
    unit: fact.unit,
    unitName: fact.unitName,
    regionalOffice: fact.regionalOffice,
    person: fact.personName,
    personId: fact.personId,
    note: fact.note,
    dueOn: fact.dueOn,
    postponedCount: fact.postponedCount,
    state: fact.state,
    evidence: fact.evidence,
    evidenceUrl: fact.evidenceUrl,
    reason: fact.reason,
    replication: fact.replication && presentReplication(fact.replication),
    allowedActions: allowedVerbs(fact, actor),
    version: fact.version,
    createdAt: fact.createdAt.toISOString(),
    changedAt: fact.changedAt.toISOString(),
    doneAt: fact.doneAt?.toISOString() ?? null,
  };
}

const presentReplication = (replication: ConfirmedReplication): ReplicationView => ({
  note: replication.note,
  practice: replication.practice,
  fromUnit: replication.fromUnit,
  fromUnitName: replication.fromUnitName,
  since: replication.since,
  result: replication.result,
  confirmedBy: replication.confirmedName,
  confirmedAt: new Date(replication.confirmedAt).toISOString(),
});

export function presentFollowUpHistory(line: FollowUpHistoryLine): FollowUpHistoryLineView {
  return {
    at: line.at.toISOString(),
    actor: line.actorName,
    action: line.action,
    fromState: line.fromState,
    toState: line.toState,
    fromDueOn: line.fromDueOn,
    dueOn: line.dueOn,
    reason: line.reason,
    version: line.version,
  };
}

export const presentFollowUpComment = ({
  id,
  at,
  authorName,
  body,
}: FollowUpComment): FollowUpCommentView => ({
  id,
  at: at.toISOString(),
  author: authorName,
  body,
});

/** A practice's way; visits and follow-ups are named to those who may open them. */
export function presentLineage({ note, steps }: Lineage): LineageView {
  return {
    note: note.id,
    title: note.title,
    unit: note.unit,
    unitName: note.unitName,
    steps: steps.map((step) => ({
      fromUnit: step.fromUnit,
      fromUnitName: step.fromUnitName,
      toUnit: step.toUnit,
      toUnitName: step.toUnitName,
      confirmed: step.since !== null,
      state: step.state,
      since: step.since,
      result: step.result,
      confirmedBy: step.confirmedName,
      visitedOn: step.visitedOn,
      visit: step.maySee ? step.visit : null,
      followUp: step.maySee ? step.followUp : null,
    })),
  };
}
