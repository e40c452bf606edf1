import type { FollowUpFact, FollowUpHistoryLine } from '../queries/follow-up-facts.js';

/** A follow-up as the API shows it; its instants are in UTC, its due date is a calendar date. */
export function presentFollowUp(fact: FollowUpFact) {
  return {
    id: fact.id,
    visit: fact.visit,
    visitReference: fact.visitReference,
    what: fact.what,
    unit: fact.unit,
    unitName: fact.unitName,
    regionalOffice: fact.regionalOffice,
    person: fact.personName,
    dueOn: fact.dueOn,
    state: fact.state,
    evidence: fact.evidence,
    reason: fact.reason,
    version: fact.version,
    createdAt: fact.createdAt.toISOString(),
    changedAt: fact.changedAt.toISOString(),
    doneAt: fact.doneAt?.toISOString() ?? null,
  };
}

export function presentFollowUpHistory(line: FollowUpHistoryLine) {
  return {
    at: line.at.toISOString(),
    actor: line.actorName,
    fromState: line.fromState,
    toState: line.toState,
    dueOn: line.dueOn,
    reason: line.reason,
    version: line.version,
  };
}
