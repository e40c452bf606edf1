export const visitStates = [
  'draft',
  'arranged',
  'requested',
  'counter-proposed',
  'confirmed',
  'held',
  'closed',
  'declined',
  'withdrawn',
  'expired',
  'cancelled',
  'not-held',
] as const;
export type VisitState = (typeof visitStates)[number];

/** The state in which a visit begins that is asked for here. */
export const firstState = 'draft' satisfies VisitState;

export const visitActions = [
  'submit',
  'accept',
  'decline',
  'propose',
  'withdraw',
  'approve',
  'expire',
  'reschedule',
  'cancel',
  'complete',
  'not-held',
  'publish-summary',
  'vouch',
  'object',
  'withdraw-objection',
  'settle-objection',
  'retract',
] as const;
export type VisitAction = (typeof visitActions)[number];

/**
 * Who may act; `proposer` made the pending proposal, `answerer` is the other unit. Of a visit that was recorded,
 * `recorder` is the side that entered it, `reviewer` a unit that did not and has yet to say whether it is right,
 * `objector` the one whose objection stands. `arranger` is the regional office that arranged it,
 * `entry-host` a host whose answer the guest entered and which has yet to say whether it is right, `host-office` its regional
 * office.
 */
export type TransitionSide =
  | 'guest'
  | 'host'
  | 'regional'
  | 'system'
  | 'proposer'
  | 'answerer'
  | 'recorder'
  | 'reviewer'
  | 'objector'
  | 'arranger'
  | 'entry-host'
  | 'host-office';

/** Facts of the visit, its host and the hour that an action may need; `StepFacts` looks them up. */
export const factNeeds = ['time-ahead', 'host-rules', 'host-receives', 'place-free'] as const;
export type FactNeed = (typeof factNeeds)[number];

/**
 * What an action asks for. `reason` and `times` come with it; `approvals`: no office's approval is missing for the time
 * in question; `own-approval-missing`: the actor's office has yet to approve it; `started`: the visit's start has passed; `ended`: its end has, or it is said that it is over early.
 * Of the time in question, the proposed one or the visit's own: `time-ahead`: it has not passed and is not too far off;
 * `place-free`: the host has a place then; `host-rules`: it keeps the host's rules, where the guest asks.
 * `host-receives`: the host is open to a party of this size, where the guest asks. `review-open`: the days have not
 * passed in which a recorded visit can be objected to.
 */
export type Need =
  'reason' | 'times' | 'approvals' | 'own-approval-missing' | 'started' | 'ended' | 'review-open' | FactNeed;

/** What happens beside the change of state. */
export type Effect =
  | 'set-proposal'
  | 'take-proposal'
  | 'drop-proposal'
  /** The guest said yes to a visit that its regional office arranged. */
  | 'hear-guest'
  /** The visit moves to the time that came with the step; what was proposed before falls. */
  | 'move'
  /** The host stands by the visit's own time, and keeps it for the guest as it keeps a time that it proposes. */
  | 'offer-own-time'
  | 'record-approval'
  | 'set-review'
  | 'set-objection'
  | 'drop-objection'
  /** The answer that the guest entered for its host falls. */
  | 'drop-entry';

export interface Transition {
  from: VisitState;
  action: VisitAction;
  to: VisitState;
  by: readonly TransitionSide[];
  needs?: readonly Need[];
  /**
   * `guest-heard`: the guest asked for it, or said yes to what was arranged; `guest-unheard`: it has yet to. `host-offers`:
   * the same two, while the proposal that waits is the host's.
   */
  when?:
    | 'pending-proposal'
    | 'no-pending-proposal'
    | 'disputed'
    | 'undisputed'
    | 'guest-heard'
    | 'guest-unheard'
    | 'host-offers-heard'
    | 'host-offers-unheard';
  effects?: readonly Effect[];
}

/** How a visit begins. `record` enters one that was agreed upon elsewhere, `arrange` asks both units for one. */
export const beginningActions = ['create', 'record', 'arrange'] as const;
export type BeginningAction = (typeof beginningActions)[number];

export interface Beginning {
  action: BeginningAction;
  to: VisitState;
  by: readonly Extract<TransitionSide, 'guest' | 'host' | 'regional'>[];
  /** Whether its end is still to come, or it is over and comes with its summary; without it that is not looked at. */
  when?: 'ahead' | 'over' | 'summarised';
}
