import { hasTrait } from './visit-state-traits.js';
import type { VisitState } from './visit-transitions.js';

/** A line of history, as far as the way of a visit goes. */
export interface PathLine {
  at: Date;
  fromState: VisitState | null;
  toState: VisitState;
}

/** A stop on the way: behind, where the visit stands, still to come, or where it came to an early end. */
export interface PathStop {
  state: VisitState;
  at: Date | null;
  status: 'done' | 'current' | 'ahead' | 'ended';
}

const usualWay: readonly VisitState[] = ['draft', 'requested', 'confirmed', 'held', 'closed'];

/**
 * The way of a visit from draft to its end. One that ended early shows where it had come and how it ended, and
 * nothing after it; a proposal that waits stands where the confirmation would follow.
 */
export function visitPath(state: VisitState, history: readonly PathLine[]): PathStop[] {
  const since = (wanted: VisitState): Date | null =>
    history.findLast(({ fromState, toState }) => toState === wanted && fromState !== wanted)?.at ?? null;
  if (hasTrait(state, 'endedEarly')) {
    const reached = usualWay.filter((stop) => stop === 'draft' || since(stop) !== null);
    return [
      ...reached.map((stop): PathStop => ({ state: stop, at: since(stop), status: 'done' })),
      { state, at: since(state), status: 'ended' },
    ];
  }
  const way = state === 'counter-proposed' ? usualWay.toSpliced(2, 0, 'counter-proposed') : usualWay;
  const here = way.indexOf(state);
  return way.map((stop, index) => ({
    state: stop,
    at: index <= here ? since(stop) : null,
    status: index < here ? 'done' : index === here ? 'current' : 'ahead',
  }));
}
