import type { OwnHours } from '../../platform/text/day-hours.js';
import type { Acceptance } from './acceptance.js';
import type { ErrorFacts, FieldFault } from '../../platform/errors/app-error.js';
import { can } from '../../platform/security/capabilities.js';
import type { VisitErrorCode } from './error-codes.js';
import { answerSteps, isStandInStep, mayStandIn } from './answer-ways.js';
import { actorSides, type Side, type VisitActor, type VisitParties } from './visit-policies.js';
import { enteredAt, enteredBy, reviewEnd, type RecordingSide } from './recorded-visit.js';
import {
  beginnings,
  factNeeds,
  firstState,
  transitions,
  visitActions,
  visitStates,
  type BeginningAction,
  type Effect,
  type FactNeed,
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
  endsAt: Date;
  /** Side whose proposal waits for an answer. */
  proposedBy: 'guest' | 'host' | null;
  /** Of what was recorded: by which side and when, which units have had their say, and whose objection stands. */
  recordedBy?: RecordingSide | null;
  createdAt?: Date;
  answerEnteredAt?: Date | null;
  reviewedBy?: readonly string[];
  disputedBy?: 'guest' | 'host' | null;
  /** The regional office that arranged it, and whether the guest has yet to say yes to that. */
  arrangedBy?: string | null;
  awaitsGuest?: boolean;
  hostRegionalOffice?: string | null;
}

/** What comes with an action; the times are those of a proposal. */
export interface StepInput {
  reason?: string | null | undefined;
  startsAt?: Date | undefined;
  endsAt?: Date | undefined;
  /** Null for the same hours on each day; left out, those of the time in question move along with a time that is as long. */
  ownHours?: OwnHours | null | undefined;
  /** Said by whoever completes a visit before its planned end: that it is over all the same. */
  early?: boolean | undefined;
  /** Said by the host with its yes: who receives the guests, where, and on what terms. */
  acceptance?: Acceptance | undefined;
}

export interface StepContext {
  now: Date;
  /** Regional offices that have yet to approve. */
  missingApprovals: readonly string[];
  /** Regional office for which the actor oversees visits. */
  office: string | null;
  /** What speaks against each need of facts; what is not in it does not. */
  against?: FactsAgainst;
}

export type Decision = { to: VisitState; effects: readonly Effect[] };

export interface Refusal {
  code: VisitErrorCode;
  facts?: ErrorFacts;
  faults?: readonly FieldFault[];
}

export type FactsAgainst = Partial<Record<FactNeed, Refusal>>;

/** For whom somebody acts, and of which regional office. */
interface Acting {
  sides: readonly Side[];
  office: string | null;
}

function plays(visit: SteppedVisit, { sides, office }: Acting, asked: TransitionSide): boolean {
  const { proposedBy, recordedBy, reviewedBy = [], disputedBy, arrangedBy = null } = visit;
  if (asked === 'arranger') return arrangedBy !== null && arrangedBy === office;
  if (asked === 'recorder') return Boolean(recordedBy) && sides.includes(recordedBy as Side);
  if (asked === 'objector') return Boolean(disputedBy) && sides.includes(disputedBy as Side);
  if (asked === 'reviewer') {
    const author = enteredBy(visit);
    const others = (['guest', 'host'] as const).filter((side) => side !== author);
    return author !== null && others.some((side) => sides.includes(side) && !reviewedBy.includes(side));
  }
  if (asked === 'host-office') return isUnreviewedEntry(visit) && isOfficeOf(visit, { sides, office });
  if (asked === 'entry-host') return isUnreviewedEntry(visit) && sides.includes('host');
  if (asked === 'proposer') return proposedBy !== null && sides.includes(proposedBy);
  if (asked === 'answerer') {
    return proposedBy !== null && sides.includes(proposedBy === 'guest' ? 'host' : 'guest');
  }
  return sides.includes(asked);
}

/** Whether the guest entered an answer of the host, which has yet to say whether it is right. */
const isUnreviewedEntry = ({ recordedBy, answerEnteredAt, reviewedBy = [] }: SteppedVisit): boolean =>
  !recordedBy && Boolean(answerEnteredAt) && !reviewedBy.includes('host');

/** Whether somebody oversees the region of the host. */
const isOfficeOf = ({ hostRegionalOffice }: SteppedVisit, { sides, office }: Acting): boolean =>
  sides.includes('regional') && office !== null && office === hostRegionalOffice;

function fits(visit: SteppedVisit, { when }: Transition): boolean {
  if (when === 'disputed' || when === 'undisputed')
    return Boolean(visit.disputedBy) === (when === 'disputed');
  if (when === 'host-offers-heard' || when === 'host-offers-unheard')
    return visit.proposedBy === 'host' && Boolean(visit.awaitsGuest) === (when === 'host-offers-unheard');
  if (when === 'guest-heard' || when === 'guest-unheard')
    return Boolean(visit.awaitsGuest) === (when === 'guest-unheard');
  return when === undefined || (visit.proposedBy !== null) === (when === 'pending-proposal');
}

function find(visit: SteppedVisit, action: VisitAction, acting: Acting): Transition | undefined {
  return transitions.find(
    (row) =>
      row.from === visit.state &&
      row.action === action &&
      fits(visit, row) &&
      row.by.some((side) => plays(visit, acting, side)),
  );
}

const actingIn = (visit: VisitParties, actor: VisitActor, action: VisitAction): Acting => ({
  sides: speakingFor(visit, actor, action),
  office: overseeingOffice(actor),
});

/** Whoever answers for the host without being one of its people. */
const asHost: Acting = { sides: ['host'], office: null };

/** The regional office for which somebody oversees visits; null for everybody else. */
export const overseeingOffice = (actor: VisitActor): string | null =>
  can(actor, 'visits.oversee') ? actor.regionalOffice : null;

/**
 * For whom somebody speaks in a step: the own side, and in an answer also the host, where the regional office stands in
 * for it.
 */
export const speakingFor = (visit: VisitParties, actor: VisitActor, action: VisitAction): readonly Side[] => {
  const own = actorSides(visit, actor);
  return isStandInStep(action) && mayStandIn(visit, actor) ? [...own, 'host'] : own;
};

/** Whether something waits for the host's yes or no, whoever gives it. */
export const isHostAsked = (visit: SteppedVisit): boolean => find(visit, 'accept', asHost) !== undefined;

const isOfFacts = (need: Need): need is FactNeed => factNeeds.some((each) => each === need);

/** What the visit, its host and the hour have against a need, whatever the actor sends. */
function unmet(need: Need, visit: SteppedVisit, context: StepContext): Refusal | null {
  const { now, missingApprovals, office, against = {} } = context;
  if (isOfFacts(need)) return against[need] ?? null;
  if (need === 'review-open') {
    const entered = enteredAt(visit);
    return entered && now < reviewEnd(entered) ? null : { code: 'review-over' };
  }
  if (need === 'started') return now >= visit.startsAt ? null : { code: 'not-yet-started' };
  if (need === 'approvals') return missingApprovals.length === 0 ? null : { code: 'approval-missing' };
  if (need === 'own-approval-missing') {
    return office !== null && missingApprovals.includes(office) ? null : { code: 'step-not-allowed' };
  }
  return null;
}

/** Whether a visit would be told to be over before its planned end, which is asked about first. */
export const endsEarly = ({ endsAt }: Pick<SteppedVisit, 'endsAt'>, now: Date): boolean => now < endsAt;

/** Needs that the actor's input meets or not. */
function lacking(need: Need, input: StepInput, visit: SteppedVisit, now: Date): Refusal | null {
  const { reason, startsAt, endsAt, early } = input;
  if (need === 'ended' && !early && endsEarly(visit, now)) {
    return { code: 'not-yet-over', facts: { endsAt: visit.endsAt } };
  }
  if (need === 'reason') return reason?.trim() ? null : { code: 'reason-needed' };
  if (need !== 'times') return null;
  if (!startsAt || !endsAt) return { code: 'times-needed' };
  const code = timeFault(startsAt, endsAt);
  return code ? { code } : null;
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
  const row = find(visit, action, { sides, office: context.office });
  if (!row) return { code: 'step-not-allowed' };
  const needs = row.needs ?? [];
  const refusal =
    firstUnmet(row, visit, context) ??
    needs.map((need) => lacking(need, input, visit, context.now)).find(Boolean);
  return refusal ?? { to: row.to, effects: row.effects ?? [] };
}

/** The state in which a visit begins, or null where none of the sides may begin it so. */
export function begin(
  action: BeginningAction,
  sides: readonly Side[],
  visit: { endsAt: Date; isSummarised?: boolean | undefined },
  now: Date,
): VisitState | null {
  const when = visit.endsAt > now ? 'ahead' : visit.isSummarised ? 'summarised' : 'over';
  const row = beginnings.find(
    (each) =>
      each.action === action && (each.when ?? when) === when && each.by.some((side) => sides.includes(side)),
  );
  return row?.to ?? null;
}

const firstUnmet = ({ needs = [] }: Transition, visit: SteppedVisit, context: StepContext): Refusal | null =>
  needs.map((need) => unmet(need, visit, context)).find(Boolean) ?? null;

/** A step of the actor's side that facts stand against for now. */
export interface BlockedAction {
  action: VisitAction;
  refusal: Refusal;
}

export interface OfferedActions {
  allowed: VisitAction[];
  blocked: BlockedAction[];
}

/**
 * Actions of somebody's side: those that may be taken now, given the right input, in the order of `visitActions`, and
 * those that `decide` would refuse by the same facts, with its refusal.
 */
export function offeredActions(
  visit: SteppedVisit & VisitParties,
  actor: VisitActor,
  context: Omit<StepContext, 'office'>,
): OfferedActions {
  return offersOf(visit, visitActions, (action) => actingIn(visit, actor, action), context);
}

/** The same of the answers that the host may give, whoever brings them. */
export const offeredToHost = (visit: SteppedVisit, context: Omit<StepContext, 'office'>): OfferedActions =>
  offersOf(visit, answerSteps, () => asHost, context);

function offersOf(
  visit: SteppedVisit,
  actions: readonly VisitAction[],
  acting: (action: VisitAction) => Acting,
  context: Omit<StepContext, 'office'>,
): OfferedActions {
  const offered: OfferedActions = { allowed: [], blocked: [] };
  for (const action of actions) {
    const by = acting(action);
    const row = find(visit, action, by);
    if (!row) continue;
    const refusal = firstUnmet(row, visit, { ...context, office: by.office });
    if (refusal) offered.blocked.push({ action, refusal });
    else offered.allowed.push(action);
  }
  return offered;
}

/** Actions that somebody may take now, given the right input, in the order of `visitActions`. */
export const allowedActions = (
  visit: SteppedVisit & VisitParties,
  actor: VisitActor,
  context: Omit<StepContext, 'office'>,
): VisitAction[] => offeredActions(visit, actor, context).allowed;

/** Facts that the steps of somebody's side need now, whoever looks them up. */
export const neededFacts = (visit: SteppedVisit & VisitParties, actor: VisitActor): FactNeed[] =>
  factsOf(visit, (action) => actingIn(visit, actor, action));

/** The same for whoever answers for the host. */
export const factsForHost = (visit: SteppedVisit): FactNeed[] => factsOf(visit, () => asHost);

function factsOf(visit: SteppedVisit, acting: (action: VisitAction) => Acting): FactNeed[] {
  const needs = visitActions.flatMap((action) => find(visit, action, acting(action))?.needs ?? []);
  return factNeeds.filter((need) => needs.includes(need));
}

/** What somebody has to send with a step: `reason`, `times`. */
export function inputOf(
  visit: SteppedVisit & VisitParties,
  actor: VisitActor,
  action: VisitAction,
): ('reason' | 'times')[] {
  const needs = find(visit, action, actingIn(visit, actor, action))?.needs ?? [];
  return needs.filter((need) => need === 'reason' || need === 'times');
}

/** Mermaid takes a hyphen in a state's id for an arrow. */
const diagramId = (state: VisitState): string => state.replaceAll('-', '_');

/** Taking back what was entered wrongly is no way on. */
const isCorrection = ({ by }: Transition): boolean =>
  by.every((side) => side === 'recorder' || side === 'entry-host' || side === 'host-office');

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
    .filter((state) =>
      transitions.every((row) => row.from !== state || row.to === state || isCorrection(row)),
    )
    .map((state) => `  ${diagramId(state)} --> [*]`);
  const starts = beginnings.map(({ action, to, by, when }) => {
    const how = when ? ` [${when}]` : '';
    return `  [*] --> ${diagramId(to)}: ${action} (${by.join(', ')})${how}`;
  });
  return ['stateDiagram-v2', ...names, ...starts, ...arrows, ...ends, ''].join('\n');
}
