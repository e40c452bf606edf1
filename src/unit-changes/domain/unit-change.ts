import type { Zone } from '../../platform/text/zones.js';

export const unitChangeKinds = ['opened', 'closed', 'merged', 'split', 'renamed'] as const;
export type UnitChangeKind = (typeof unitChangeKinds)[number];

export const unitChangeStates = ['proposed', 'decided', 'refused', 'withdrawn', 'done'] as const;
export type UnitChangeState = (typeof unitChangeStates)[number];

/** The most units that one split makes. */
export const MOST_OPENED = 4;

/** A unit that a change opens. */
export interface OpenedUnit {
  code: string;
  name: string;
  /** Code of its type. */
  type: string;
  class: string | null;
  place: string;
  regionalOffice: string;
  timeZone: Zone;
}

/** What becomes of units on a date. */
export interface UnitChange {
  kind: UnitChangeKind;
  /** Calendar date in the unit's zone from which it holds. */
  effectiveOn: string;
  /** The unit that changes; null for a new one. */
  unit: string | null;
  /** Into which it merges. */
  successor: string | null;
  /** What it is called from then on; null but for a change of name, type or class. */
  name: string | null;
  type: string | null;
  class: string | null;
  /** Those that it opens. */
  opens: readonly OpenedUnit[];
  /** Whether a unit that is split closes. */
  endsOrigin: boolean;
  /** Whether agreed visits from that date on are called off. */
  callsOff: boolean;
  /** Whether the accounts of a unit that merges move to the successor. */
  movesPeople: boolean;
  /** Number of the decree; empty for none. */
  decree: string;
  reason: string;
}

/** A change as it is given: what is left out of a new name, type and class stays. */
export type GivenUnitChange = Omit<UnitChange, 'class'> & { class: string | null | undefined };

/** Whether there is no unit of that code any more from its date on. */
export const endsUnit = ({ kind, endsOrigin }: Pick<UnitChange, 'kind' | 'endsOrigin'>): boolean =>
  kind === 'closed' || kind === 'merged' || (kind === 'split' && endsOrigin);

/** What is done with a change that is not carried out yet. */
export type UnitChangeVerb = 'accept' | 'refuse' | 'withdraw';

interface Step {
  from: readonly UnitChangeState[];
  to: UnitChangeState;
  /** Who may: whoever decides about all units, or also the Kanwil that proposed it. */
  by: 'decider' | 'proposer';
  needsReason: boolean;
}

export const unitChangeSteps: Readonly<Record<UnitChangeVerb, Step>> = {
  accept: { from: ['proposed'], to: 'decided', by: 'decider', needsReason: false },
  refuse: { from: ['proposed'], to: 'refused', by: 'decider', needsReason: true },
  withdraw: { from: ['proposed', 'decided'], to: 'withdrawn', by: 'proposer', needsReason: true },
};
