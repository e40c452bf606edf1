export const visitStates = [
  'draft',
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

/** The state in which a visit begins. */
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
] as const;
export type VisitAction = (typeof visitActions)[number];

/** Who may act; `proposer` made the pending proposal, `answerer` is the other unit. */
export type TransitionSide = 'guest' | 'host' | 'regional' | 'system' | 'proposer' | 'answerer';

/**
 * What an action asks for. `reason` and `times` come with it; `approvals`: no office's approval is missing;
 * `own-approval-missing`: the actor's office has yet to approve; `started`: the visit's start has passed.
 */
export type Need = 'reason' | 'times' | 'approvals' | 'own-approval-missing' | 'started';

/** What happens beside the change of state. */
export type Effect = 'set-proposal' | 'take-proposal' | 'drop-proposal' | 'record-approval';

export interface Transition {
  from: VisitState;
  action: VisitAction;
  to: VisitState;
  by: readonly TransitionSide[];
  needs?: readonly Need[];
  when?: 'pending-proposal' | 'no-pending-proposal';
  effects?: readonly Effect[];
}

const units = ['guest', 'host'] as const;
const pending = 'pending-proposal';

/** Every step of a visit. The checks, the actions on offer and the diagram all come from here. */
export const transitions: readonly Transition[] = [
  { from: 'draft', action: 'submit', to: 'requested', by: ['guest'] },
  { from: 'draft', action: 'withdraw', to: 'withdrawn', by: ['guest'] },

  { from: 'requested', action: 'accept', to: 'confirmed', by: ['host'], needs: ['approvals'] },
  { from: 'requested', action: 'decline', to: 'declined', by: ['host'], needs: ['reason'] },
  {
    from: 'requested',
    action: 'propose',
    to: 'counter-proposed',
    by: units,
    needs: ['times'],
    effects: ['set-proposal'],
  },
  { from: 'requested', action: 'withdraw', to: 'withdrawn', by: ['guest'] },
  {
    from: 'requested',
    action: 'approve',
    to: 'requested',
    by: ['regional'],
    needs: ['own-approval-missing'],
    effects: ['record-approval'],
  },
  { from: 'requested', action: 'expire', to: 'expired', by: ['system'] },

  {
    from: 'counter-proposed',
    action: 'accept',
    to: 'confirmed',
    by: ['answerer'],
    needs: ['approvals'],
    effects: ['take-proposal'],
  },
  {
    from: 'counter-proposed',
    action: 'decline',
    to: 'declined',
    by: ['answerer'],
    needs: ['reason'],
    effects: ['drop-proposal'],
  },
  {
    from: 'counter-proposed',
    action: 'propose',
    to: 'counter-proposed',
    by: ['proposer', 'answerer'],
    needs: ['times'],
    effects: ['set-proposal'],
  },
  {
    from: 'counter-proposed',
    action: 'withdraw',
    to: 'requested',
    by: ['proposer'],
    effects: ['drop-proposal'],
  },
  {
    from: 'counter-proposed',
    action: 'approve',
    to: 'counter-proposed',
    by: ['regional'],
    needs: ['own-approval-missing'],
    effects: ['record-approval'],
  },
  { from: 'counter-proposed', action: 'expire', to: 'expired', by: ['system'], effects: ['drop-proposal'] },

  {
    from: 'confirmed',
    action: 'reschedule',
    to: 'confirmed',
    by: units,
    needs: ['reason', 'times'],
    effects: ['set-proposal'],
  },
  {
    from: 'confirmed',
    action: 'accept',
    to: 'confirmed',
    by: ['answerer'],
    when: pending,
    effects: ['take-proposal'],
  },
  {
    from: 'confirmed',
    action: 'decline',
    to: 'confirmed',
    by: ['answerer'],
    needs: ['reason'],
    when: pending,
    effects: ['drop-proposal'],
  },
  {
    from: 'confirmed',
    action: 'withdraw',
    to: 'confirmed',
    by: ['proposer'],
    when: pending,
    effects: ['drop-proposal'],
  },
  {
    from: 'confirmed',
    action: 'cancel',
    to: 'cancelled',
    by: units,
    needs: ['reason'],
    effects: ['drop-proposal'],
  },
  {
    from: 'confirmed',
    action: 'complete',
    to: 'held',
    by: ['guest', 'host', 'system'],
    needs: ['started'],
    effects: ['drop-proposal'],
  },
  {
    from: 'confirmed',
    action: 'not-held',
    to: 'not-held',
    by: units,
    needs: ['started', 'reason'],
    effects: ['drop-proposal'],
  },

  { from: 'held', action: 'publish-summary', to: 'closed', by: ['guest', 'host', 'system'] },
  { from: 'closed', action: 'publish-summary', to: 'closed', by: units },
];
