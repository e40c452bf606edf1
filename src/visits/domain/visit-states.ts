import type { VisitErrorCode } from './error-codes.js';
import { actorSides, type Side, type VisitActor, type VisitParties } from './visit-policies.js';
import {
  firstState,
  transitions,
  visitActions,
  visitStates,
  type Effect,
  type Need,
  type Transition,
  type TransitionSide,
  type VisitAction,
  type VisitState,
} from './visit-transitions.js';
import { timeFault } from './visit-time.js';

export { firstState, visitActions, visitStates, type VisitAction, type VisitState };

/** What the table looks at in a visit. */
export interface SteppedVisit {
  state: VisitState;
  startsAt: Date;
  /** Side whose proposal waits for an answer. */
  proposedBy: 'guest' | 'host' | null;
}

/** What comes with an action; the times are those of a proposal. */
export interface StepInput {
  reason?: string | null | undefined;
  startsAt?: Date | undefined;
  endsAt?: Date | undefined;
}

export interface StepContext {
  now: Date;
  /** Regional offices that have yet to approve. */
  missingApprovals: readonly string[];
  /** Regional office of the actor. */
  office: string | null;
}

export type Decision = { to: VisitState; effects: readonly Effect[] };
export type Refusal = { code: VisitErrorCode };

function plays(visit: SteppedVisit, sides: readonly Side[], asked: TransitionSide): boolean {
  const { proposedBy } = visit;
  if (asked === 'proposer') return proposedBy !== null && sides.includes(proposedBy);
  if (asked === 'answerer') {
    return proposedBy !== null && sides.includes(proposedBy === 'guest' ? 'host' : 'guest');
  }
  return sides.includes(asked);
}

function fits(visit: SteppedVisit, { when }: Transition): boolean {
  return when === undefined || (visit.proposedBy !== null) === (when === 'pending-proposal');
}

function find(visit: SteppedVisit, action: VisitAction, sides: readonly Side[]): Transition | undefined {
  return transitions.find(
    (row) =>
      row.from === visit.state &&
      row.action === action &&
      fits(visit, row) &&
      row.by.some((side) => plays(visit, sides, side)),
  );
}

/** Needs that the visit and the hour meet or not, whatever the actor sends. */
function unmet(need: Need, visit: SteppedVisit, context: StepContext): VisitErrorCode | null {
  const { now, missingApprovals, office } = context;
  if (need === 'started') return now >= visit.startsAt ? null : 'not-yet-started';
  if (need === 'approvals') return missingApprovals.length === 0 ? null : 'approval-missing';
  if (need === 'own-approval-missing') {
    return office !== null && missingApprovals.includes(office) ? null : 'step-not-allowed';
  }
  return null;
}

/** Needs that the actor's input meets or not. */
function lacking(need: Need, { reason, startsAt, endsAt }: StepInput): VisitErrorCode | null {
  if (need === 'reason') return reason?.trim() ? null : 'reason-needed';
  if (need !== 'times') return null;
  if (!startsAt || !endsAt) return 'times-needed';
  return timeFault(startsAt, endsAt);
}

/**
 * What an action leads to, or the first thing that speaks against it: the step itself, then the visit's facts,
 * then the input. Nothing is changed; the caller carries out the effects.
 */
export function decide(
  visit: SteppedVisit,
  action: VisitAction,
  sides: readonly Side[],
  input: StepInput,
  context: StepContext,
): Decision | Refusal {
  const row = find(visit, action, sides);
  if (!row) return { code: 'step-not-allowed' };
  const needs = row.needs ?? [];
  const code =
    needs.map((need) => unmet(need, visit, context)).find(Boolean) ??
    needs.map((need) => lacking(need, input)).find(Boolean);
  return code ? { code } : { to: row.to, effects: row.effects ?? [] };
}

/** Actions that somebody may take now, given the right input, in the order of `visitActions`. */
export function allowedActions(
  visit: SteppedVisit & VisitParties,
  actor: VisitActor,
  { now, missingApprovals }: Omit<StepContext, 'office'>,
): VisitAction[] {
  const sides = actorSides(visit, actor);
  const context = { now, missingApprovals, office: actor.regionalOffice };
  return visitActions.filter((action) => {
    const row = find(visit, action, sides);
    return row !== undefined && (row.needs ?? []).every((need) => unmet(need, visit, context) === null);
  });
}

/** What somebody has to send with a step: `reason`, `times`. */
export function inputOf(
  visit: SteppedVisit & VisitParties,
  actor: VisitActor,
  action: VisitAction,
): ('reason' | 'times')[] {
  const needs = find(visit, action, actorSides(visit, actor))?.needs ?? [];
  return needs.filter((need) => need === 'reason' || need === 'times');
}

/** Mermaid takes a hyphen in a state's id for an arrow. */
const diagramId = (state: VisitState): string => state.replaceAll('-', '_');

/** The table as a Mermaid `stateDiagram-v2`; the same table always gives the same bytes. */
export function stateDiagram(): string {
  const names = visitStates
    .filter((state) => diagramId(state) !== state)
    .map((state) => `  ${diagramId(state)}: ${state}`);
  const arrows = transitions.map(({ from, action, to, by, when }) => {
    const condition = when ? ` [${when}]` : '';
    return `  ${diagramId(from)} --> ${diagramId(to)}: ${action} (${by.join(', ')})${condition}`;
  });
  const ends = visitStates
    .filter((state) => transitions.every(({ from, to }) => from !== state || to === state))
    .map((state) => `  ${diagramId(state)} --> [*]`);
  return ['stateDiagram-v2', ...names, `  [*] --> ${firstState}`, ...arrows, ...ends, ''].join('\n');
}
