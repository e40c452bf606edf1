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

const agreedWay = ['confirmed', 'held', 'closed'] as const;
const usualWay: readonly VisitState[] = ['draft', 'requested', ...agreedWay];
/** Of what a regional office arranged, whichever of the units answers first. */
const arrangedWay: readonly VisitState[] = ['arranged', ...agreedWay];

/** Where a visit stands between being asked for and being agreed upon. */
const between: Readonly<Partial<Record<VisitState, readonly VisitState[]>>> = {
  arranged: arrangedWay,
  'counter-proposed': usualWay.toSpliced(2, 0, 'counter-proposed'),
};
const betweenArranged: Readonly<Partial<Record<VisitState, readonly VisitState[]>>> = {
  requested: arrangedWay.toSpliced(1, 0, 'requested'),
  'counter-proposed': arrangedWay.toSpliced(1, 0, 'counter-proposed'),
};

/**
 * The way of a visit from draft to its end. One that ended early shows where it had come and how it ended, and
 * nothing after it; a proposal that waits stands where the confirmation would follow. One that was entered afterwards
 * begins where it was entered.
 */
export function visitPath(state: VisitState, history: readonly PathLine[]): PathStop[] {
  const since = (wanted: VisitState): Date | null =>
    history.findLast(({ fromState, toState }) => toState === wanted && fromState !== wanted)?.at ?? null;
  const first = history[0]?.fromState === null ? history[0].toState : 'draft';
  const isArranged = first === 'arranged';
  const whole = isArranged ? arrangedWay : usualWay;
  const begun = Math.max(whole.indexOf(first), 0);
  if (hasTrait(state, 'endedEarly')) {
    const stops = isArranged ? [...arrangedWay.toSpliced(1, 0, 'requested')] : whole;
    const reached = stops.filter((stop) => stop === whole[begun] || since(stop) !== null);
    return [
      ...reached.map((stop): PathStop => ({ state: stop, at: since(stop), status: 'done' })),
      { state, at: since(state), status: 'ended' },
    ];
  }
  const way = (isArranged ? betweenArranged : between)[state] ?? whole.slice(begun);
  const here = way.indexOf(state);
  return way.map((stop, index) => ({
    state: stop,
    at: index <= here ? since(stop) : null,
    status: index < here ? 'done' : index === here ? 'current' : 'ahead',
  }));
}
