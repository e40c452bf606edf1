import type { FollowUpErrorCode } from './error-codes.js';

export const followUpStates = ['open', 'in-progress', 'done', 'dropped'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** What happened to a follow-up, as its history says it. */
export const followUpActions = [
  'promised',
  'changed',
  'moved',
  'postponed',
  'replication-confirmed',
  'replication-withdrawn',
] as const;
export type FollowUpAction = (typeof followUpActions)[number];

/** Where a follow-up may go from each state; what is done or dropped can be taken up again. */
export const followUpTransitions: Readonly<Record<FollowUpState, readonly FollowUpState[]>> = {
  open: ['in-progress', 'done', 'dropped'],
  'in-progress': ['open', 'done', 'dropped'],
  done: ['in-progress'],
  dropped: ['open', 'in-progress'],
};

/** The states in which a follow-up waits to be done, and can be late. */
export const waitingStates = ['open', 'in-progress'] as const satisfies FollowUpState[];

/** What speaks against a change of state, or null: done needs evidence, dropped a reason. */
export function faultOfStep(
  from: FollowUpState,
  to: FollowUpState,
  { evidence, reason }: { evidence: string; reason: string },
): FollowUpErrorCode | null {
  if (from !== to && !followUpTransitions[from].includes(to)) return 'follow-up-step-not-allowed';
  if (to === 'done' && evidence.trim() === '') return 'evidence-needed';
  if (to === 'dropped' && reason.trim() === '') return 'drop-reason-needed';
  return null;
}
