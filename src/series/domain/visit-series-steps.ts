import { hasTrait, wayOut, type VisitAction, type VisitState } from '../../visits/domain/index.js';
import { seriesSteps, type SeriesStep } from './series-steps.js';

/** Whether a step of a series is to be had of what is allowed with one of its visits. */
const isAmong: Readonly<Record<SeriesStep, (allowed: readonly VisitAction[], state: VisitState) => boolean>> =
  {
    submit: (allowed) => allowed.includes('submit'),
    accept: (allowed) => allowed.includes('accept'),
    decline: (allowed) => allowed.includes('decline'),
    approve: (allowed) => allowed.includes('approve'),
    move: (allowed, state) => moveBy(allowed, state) !== null,
    'call-off': (allowed) => wayOut(allowed) !== null,
  };

/** The steps of a series that can be taken on one of its visits. */
export const stepsOf = ({ state }: { state: VisitState }, allowed: readonly VisitAction[]): SeriesStep[] =>
  seriesSteps.filter((step) => isAmong[step](allowed, state));

/** How a visit gets another time: a draft is edited, what is agreed is rescheduled, else it is proposed; null for not at all. */
export function moveBy(
  allowed: readonly VisitAction[],
  state: VisitState,
): 'edit' | 'propose' | 'reschedule' | null {
  if (hasTrait(state, 'unsent')) return allowed.includes('submit') ? 'edit' : null;
  if (allowed.includes('reschedule')) return 'reschedule';
  return allowed.includes('propose') ? 'propose' : null;
}
