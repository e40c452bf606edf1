import type { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import type { VisitErrorCode } from '../domain/error-codes.js';
import type { BlockedAction, VisitAction } from '../domain/visit-states.js';

/** A step that would be refused now, and why, in the words of its refusal. */
export interface BlockedStep {
  step: VisitAction;
  code: VisitErrorCode;
  because: string;
}

/** What the page says otherwise: who has yet to approve, and that a visit has yet to begin. */
const saidElsewhere: readonly VisitErrorCode[] = ['approval-missing', 'not-yet-started', 'step-not-allowed'];

/** The steps of the reader's side that facts stand against, each with the words the step itself would be refused with. */
export function blockedSteps(blocked: readonly BlockedAction[], catalog: ProblemCatalog): BlockedStep[] {
  return blocked
    .filter(({ refusal }) => !saidElsewhere.includes(refusal.code))
    .map(({ action, refusal: { code, facts = {} } }) => {
      const detail = catalog.problem(code)?.detail ?? code;
      return { step: action, code, because: typeof detail === 'string' ? detail : detail(facts) };
    });
}
