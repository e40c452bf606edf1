import type { ParticipantAnswer, ParticipantSide } from './participant.js';
import { actorSides, type VisitActor, type VisitParties } from './visit-policies.js';
import { hasTrait } from './visit-state-traits.js';
import type { VisitState } from './visit-transitions.js';
import { arrangesOf } from '../../platform/security/capabilities.js';

/** Why nobody knows whether somebody heard of a visit as it stands. */
export const reachGaps = ['no-mail', 'bounced', 'not-answered'] as const;
export type ReachGap = (typeof reachGaps)[number];

/** What is looked at in a visit. */
export interface ReachedVisit {
  state: VisitState;
  /** SEQUENCE: raised by another time or place, and by calling it off. */
  sequence: number;
  endsAt: Date;
}

/** What is looked at in somebody who takes part. */
export interface ReachablePerson {
  /** Whether there is a mail address. */
  hasEmail: boolean;
  /** Why mail to it failed for good; null while it does not. */
  mailStatus?: string | null;
  /** Whether nothing is mailed there at all. */
  isMailClosed?: boolean;
  answer: ParticipantAnswer;
  invitedAt?: Date | null;
}

/** Whether a visit was agreed upon and its time is not over, so that everybody in it has to know how it stands. */
const isToBeTold = ({ state, endsAt }: Pick<ReachedVisit, 'state' | 'endsAt'>, now: Date): boolean =>
  now < endsAt && (hasTrait(state, 'standing') || hasTrait(state, 'calledOff'));

/**
 * Why somebody may not have heard of a visit as it stands; null for who has. Of one that stands whoever answered knows
 * of it, as answers are forgotten when it moves; of one that was called off whoever said yes has yet to hear, unless mail
 * goes there.
 */
export function reachGapOf(visit: ReachedVisit, person: ReachablePerson, now: Date): ReachGap | null {
  if (!isToBeTold(visit, now) || person.answer === 'declined') return null;
  const isAnswered = person.answer !== 'needs-action';
  if (hasTrait(visit.state, 'standing') && isAnswered) return null;
  if (!person.hasEmail || person.isMailClosed) return 'no-mail';
  if (person.mailStatus) return 'bounced';
  return !isAnswered && person.invitedAt ? 'not-answered' : null;
}

/** Whether it is off or elsewhere than it was, so that those who did not hear of it would come in vain. */
export const isReachUrgent = ({ state, sequence }: ReachedVisit): boolean =>
  hasTrait(state, 'calledOff') || sequence > 0;

/** What a visit's people are told of it: that they are invited, that it moved, or that it is off. */
export type ReachNews = 'invited' | 'moved' | 'off';
export const reachNewsOf = ({ state, sequence }: Pick<ReachedVisit, 'state' | 'sequence'>): ReachNews =>
  hasTrait(state, 'calledOff') ? 'off' : sequence > 0 ? 'moved' : 'invited';

/** Whether somebody calls those who may not have heard, and says whom they told: the people of the units in the visit. */
export function mayReach(visit: VisitParties & Pick<ReachedVisit, 'state'>, actor: VisitActor): boolean {
  const isOpen = hasTrait(visit.state, 'standing') || hasTrait(visit.state, 'calledOff');
  return isOpen && actorSides(visit, actor).some((side) => side !== 'regional');
}

/** Whether somebody calls this one: host and leading guest everybody, a joined guest its own people. */
export function mayReachPerson(
  visit: VisitParties,
  { side, broughtBy }: { side: ParticipantSide; broughtBy: string | null },
  actor: VisitActor,
): boolean {
  if (!mayReach(visit, actor)) return false;
  const sides = actorSides(visit, actor);
  if (sides.includes('guest') || sides.includes('host')) return true;
  return side === 'guest' && arrangesOf(actor, broughtBy);
}
