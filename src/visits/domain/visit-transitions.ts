import { entryReviews, reviews } from './review-transitions.js';
import { firstState, type Beginning, type Transition } from './visit-vocabulary.js';

export * from './visit-vocabulary.js';

const units = ['guest', 'host'] as const;
const pending = 'pending-proposal';
const unpending = 'no-pending-proposal';
const agreeing = ['approvals', 'time-ahead', 'place-free'] as const;
const proposing = ['host-receives', 'times'] as const;
const entering = ['guest', 'host', 'regional'] as const;

/** Every beginning of a visit. */
export const beginnings: readonly Beginning[] = [
  { action: 'create', to: firstState, by: ['guest'] },
  { action: 'arrange', to: 'arranged', by: ['regional'], when: 'ahead' },
  { action: 'record', to: 'confirmed', by: entering, when: 'ahead' },
  { action: 'record', to: 'held', by: entering, when: 'over' },
  { action: 'record', to: 'closed', by: entering, when: 'summarised' },
];

/** Every step of a visit. The checks, the actions on offer and the diagram all come from here. */
export const transitions: readonly Transition[] = [
  { from: 'draft', action: 'submit', to: 'requested', by: ['guest'], needs: ['time-ahead', 'host-rules'] },
  { from: 'draft', action: 'withdraw', to: 'withdrawn', by: ['guest'] },

  // Both units are asked. The guest's yes makes a request of it; the host's is kept as an offer of that very time.
  {
    from: 'arranged',
    action: 'accept',
    to: 'requested',
    by: ['guest'],
    needs: ['time-ahead'],
    when: unpending,
    effects: ['hear-guest'],
  },
  {
    from: 'arranged',
    action: 'accept',
    to: 'arranged',
    by: ['host'],
    needs: ['time-ahead', 'place-free'],
    when: unpending,
    effects: ['offer-own-time'],
  },
  {
    from: 'arranged',
    action: 'accept',
    to: 'confirmed',
    by: ['answerer'],
    needs: agreeing,
    when: pending,
    effects: ['take-proposal'],
  },
  {
    from: 'arranged',
    action: 'decline',
    to: 'declined',
    by: units,
    needs: ['reason'],
    effects: ['drop-proposal'],
  },
  {
    from: 'arranged',
    action: 'propose',
    to: 'requested',
    by: ['guest'],
    needs: proposing,
    effects: ['move', 'hear-guest'],
  },
  {
    from: 'arranged',
    action: 'propose',
    to: 'counter-proposed',
    by: ['host'],
    needs: proposing,
    effects: ['set-proposal'],
  },
  {
    from: 'arranged',
    action: 'withdraw',
    to: 'arranged',
    by: ['proposer'],
    when: pending,
    effects: ['drop-proposal'],
  },
  {
    from: 'arranged',
    action: 'withdraw',
    to: 'withdrawn',
    by: ['arranger'],
    effects: ['drop-proposal'],
  },
  {
    from: 'arranged',
    action: 'approve',
    to: 'arranged',
    by: ['regional'],
    needs: ['own-approval-missing'],
    effects: ['record-approval'],
  },
  { from: 'arranged', action: 'expire', to: 'expired', by: ['system'], effects: ['drop-proposal'] },

  { from: 'requested', action: 'accept', to: 'confirmed', by: ['host'], needs: agreeing },
  { from: 'requested', action: 'decline', to: 'declined', by: ['host'], needs: ['reason'] },
  {
    from: 'requested',
    action: 'propose',
    to: 'counter-proposed',
    by: units,
    needs: proposing,
    effects: ['set-proposal'],
  },
  { from: 'requested', action: 'withdraw', to: 'withdrawn', by: ['guest', 'arranger'] },
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
    needs: agreeing,
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
    needs: proposing,
    effects: ['set-proposal'],
  },
  {
    from: 'counter-proposed',
    action: 'withdraw',
    to: 'requested',
    by: ['proposer'],
    when: 'guest-heard',
    effects: ['drop-proposal'],
  },
  {
    from: 'counter-proposed',
    action: 'withdraw',
    to: 'arranged',
    by: ['proposer'],
    when: 'guest-unheard',
    effects: ['drop-proposal'],
  },
  {
    from: 'counter-proposed',
    action: 'withdraw',
    to: 'withdrawn',
    by: ['arranger'],
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
    needs: ['host-receives', 'reason', 'times'],
    effects: ['set-proposal'],
  },
  {
    from: 'confirmed',
    action: 'accept',
    to: 'confirmed',
    by: ['answerer'],
    needs: agreeing,
    when: pending,
    effects: ['take-proposal'],
  },
  {
    from: 'confirmed',
    action: 'approve',
    to: 'confirmed',
    by: ['regional'],
    needs: ['own-approval-missing'],
    when: pending,
    effects: ['record-approval'],
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
    by: [...units, 'arranger', 'system'],
    needs: ['reason'],
    effects: ['drop-proposal'],
  },
  {
    from: 'confirmed',
    action: 'complete',
    to: 'held',
    by: ['guest', 'host', 'system'],
    needs: ['started', 'ended'],
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

  { from: 'held', action: 'publish-summary', to: 'closed', by: ['guest', 'host', 'system', 'recorder'] },
  { from: 'closed', action: 'publish-summary', to: 'closed', by: [...units, 'recorder'] },

  ...reviews,
  ...entryReviews,
];
