import type { Role } from '../../platform/security/actor.js';
import { actsFor, can } from '../../platform/security/capabilities.js';
import type { FollowUpErrorCode } from './error-codes.js';
import { followUpStates, followUpStatesWith, type FollowUpState } from './follow-up-states.js';

/** Somebody who acts, as far as the rules look. */
export interface FollowUpActor {
  role: Role;
  unit: string | null;
  /** Units that merged into it. */
  inherited?: readonly string[];
  regionalOffice: string | null;
}

/** The responsible unit, and the two units of the visit with their regional offices. */
export interface FollowUpParties {
  unit: string;
  guestUnit: string;
  hostUnit: string;
  guestRegionalOffice: string | null;
  hostRegionalOffice: string | null;
}

/** For whom somebody acts: the responsible unit, the other unit of the visit, or the regional office of either. */
export type FollowUpSide = 'carrier' | 'counterpart' | 'regional';

export const followUpVerbs = [
  'change',
  'move',
  'prove',
  'postpone',
  'comment',
  'confirm-replication',
  'withdraw-replication',
] as const;
export type FollowUpVerb = (typeof followUpVerbs)[number];

interface Rule {
  by: readonly FollowUpSide[];
  states: readonly FollowUpState[];
  /** Whether a replication must stand, or must not; without it either is fine. */
  replicated?: boolean;
  /** What it means when the state is another. */
  otherwise: FollowUpErrorCode;
}

const everybody: readonly FollowUpSide[] = ['carrier', 'counterpart', 'regional'];
const judges: readonly FollowUpSide[] = ['counterpart', 'regional'];
const refused = 'follow-up-step-not-allowed';

/** Who does what, and in which states. */
const followUpRules: Readonly<Record<FollowUpVerb, Rule>> = {
  change: { by: ['carrier'], states: followUpStatesWith('waits'), otherwise: refused },
  move: { by: ['carrier'], states: followUpStates, replicated: false, otherwise: refused },
  prove: { by: ['carrier'], states: followUpStatesWith('takesEvidence'), otherwise: refused },
  postpone: { by: ['carrier'], states: followUpStatesWith('waits'), otherwise: refused },
  comment: { by: everybody, states: followUpStates, otherwise: refused },
  'confirm-replication': {
    by: judges,
    states: ['done'],
    replicated: false,
    otherwise: 'replication-needs-done',
  },
  'withdraw-replication': {
    by: judges,
    states: followUpStates,
    replicated: true,
    otherwise: 'replication-missing',
  },
};

/** The side somebody acts for; null for whoever only reads: those who take part, and administrators. */
export function sideOf(parties: FollowUpParties, actor: FollowUpActor): FollowUpSide | null {
  const { regionalOffice } = actor;
  if (can(actor, 'follow-ups.carry')) {
    if (actsFor(actor, parties.unit)) return 'carrier';
    if (actsFor(actor, parties.guestUnit) || actsFor(actor, parties.hostUnit)) return 'counterpart';
  }
  const offices = [parties.guestRegionalOffice, parties.hostRegionalOffice];
  return can(actor, 'follow-ups.oversee') && regionalOffice !== null && offices.includes(regionalOffice)
    ? 'regional'
    : null;
}

/** Whether somebody may do a thing at all, whatever the state. */
export function mayDo(verb: FollowUpVerb, parties: FollowUpParties, actor: FollowUpActor): boolean {
  const side = sideOf(parties, actor);
  return side !== null && followUpRules[verb].by.includes(side);
}

/** What speaks against doing it now, or null. */
export function faultOfVerb(
  verb: FollowUpVerb,
  { state, isReplicated }: { state: FollowUpState; isReplicated: boolean },
): FollowUpErrorCode | null {
  const { states, replicated, otherwise } = followUpRules[verb];
  if (!states.includes(state)) return otherwise;
  if (replicated === undefined || replicated === isReplicated) return null;
  return isReplicated ? 'replication-stands' : otherwise;
}

/** What somebody can do with a follow-up as it stands. */
export function allowedVerbs(
  followUp: FollowUpParties & { state: FollowUpState; replication: object | null },
  actor: FollowUpActor,
): FollowUpVerb[] {
  const standing = { state: followUp.state, isReplicated: followUp.replication !== null };
  return followUpVerbs.filter((verb) => mayDo(verb, followUp, actor) && faultOfVerb(verb, standing) === null);
}

/** The other unit of the visit, the host's for every guest: from which a practice came when the responsible unit copied it. */
export const otherUnit = ({ unit, guestUnit, hostUnit }: FollowUpParties): string =>
  unit === hostUnit ? guestUnit : hostUnit;

/** Units that can promise something after a visit, as somebody may write it down: a joined guest what it promises itself. */
export function promisingUnits(
  visit: { guestUnit: string; hostUnit: string; joinedGuests: readonly string[] },
  actor: FollowUpActor,
): string[] {
  const { guestUnit, hostUnit, joinedGuests } = visit;
  const own = joinedGuests.filter((unit) => actsFor(actor, unit));
  if (own.length > 0) return own;
  return [guestUnit, hostUnit, ...joinedGuests];
}
