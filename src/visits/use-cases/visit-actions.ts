import type { Actor } from '../../platform/security/actor.js';
import { missingApprovals } from '../domain/approvals.js';
import { allowedActions, type VisitAction } from '../domain/visit-states.js';
import type { VisitFacts } from '../queries/visit-facts.js';

/** Actions that somebody may take on a visit now. */
export function actionsOf(visit: VisitFacts, actor: Actor, now: Date): VisitAction[] {
  const missing = missingApprovals(visit.approvalsNeeded, visit.approvals);
  return allowedActions(visit, actor, { now, missingApprovals: missing });
}
