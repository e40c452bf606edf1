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

/** What the code asks of a follow-up's state. */
interface FollowUpStateTraits {
  /** It waits to be done, and can be late. */
  waits: boolean;
  /** Evidence is added to it. */
  takesEvidence: boolean;
}

const followUpStateTraits: Readonly<Record<FollowUpState, FollowUpStateTraits>> = {
  open: { waits: true, takesEvidence: true },
  'in-progress': { waits: true, takesEvidence: true },
  done: { waits: false, takesEvidence: true },
  dropped: { waits: false, takesEvidence: false },
};

export const hasFollowUpTrait = (state: FollowUpState, trait: keyof FollowUpStateTraits): boolean =>
  followUpStateTraits[state][trait];

/** The states that have a trait; a statement takes them as a parameter. */
export const followUpStatesWith = (trait: keyof FollowUpStateTraits): FollowUpState[] =>
  followUpStates.filter((state) => followUpStateTraits[state][trait]);

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
