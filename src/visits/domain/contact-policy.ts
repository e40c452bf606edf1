import { can } from '../../platform/security/capabilities.js';
import { withoutContacts } from '../../platform/text/private-details.js';
import { hasTrait } from './visit-state-traits.js';
import { actorSides, type VisitActor, type VisitParties } from './visit-policies.js';

/** Whose address and telephone it is, as far as the rule looks. */
export interface ContactOwner {
  email: string | null;
  /** The unit at which the person has an account, or on whose side somebody without one is; null for neither. */
  homeUnit: string | null;
  /** The regional office of that unit, or the one at which the person has an account. */
  homeOffice: string | null;
  /** The unit whose people wrote it down; null when it came from the person's own account. */
  contactWrittenBy: string | null;
}

type Reader = VisitActor & { email: string };

/**
 * Who knows somebody's address and telephone in a visit: the person; the own unit; the unit that wrote them down; the
 * Kanwil over the person's unit; and once the visit is agreed upon both units each other's people and those who have
 * no account. Everybody else who may see the visit knows names at most, administrators among them.
 */
export function mayKnowContact(visit: VisitParties, owner: ContactOwner, actor: Reader): boolean {
  if (owner.email === actor.email) return true;
  if (can(actor, 'visits.oversee'))
    return actor.regionalOffice !== null && owner.homeOffice === actor.regionalOffice;
  if (actor.unit === null || !can(actor, 'visits.arrange')) return false;
  if (owner.homeUnit === actor.unit || owner.contactWrittenBy === actor.unit) return true;
  const isOutsider = owner.homeUnit === null && owner.homeOffice === null;
  const takesPart = isOutsider || owner.homeUnit === visit.guestUnit || owner.homeUnit === visit.hostUnit;
  return hasTrait(visit.state, 'wasAgreed') && takesPart && actorSides(visit, actor).length > 0;
}

/**
 * Who knows the address and telephone of a visit's contact, which the guest gives with its request: both units, the
 * Kanwil over the guest, and those who take part in a visit that was agreed upon.
 */
export function mayKnowVisitContact(
  visit: VisitParties & { participantEmails: readonly string[] },
  actor: Reader,
): boolean {
  const sides = actorSides(visit, actor);
  if (sides.includes('guest') || sides.includes('host')) return true;
  if (sides.includes('regional')) return actor.regionalOffice === visit.guestRegionalOffice;
  return hasTrait(visit.state, 'wasAgreed') && visit.participantEmails.includes(actor.email);
}

declare const judged: unique symbol;

/** Something that the rule has looked through for one reader; only the functions here make one. */
export type Shown<Value> = Value & { readonly [judged]: true };

interface Participant extends ContactOwner {
  phone: string | null;
}

/** A participant as one reader may see it; `hasEmail` tells whether mail goes there, also where the address is hidden. */
export type ShownParticipant<Value> = Shown<Value & { hasEmail: boolean; isContactHidden: boolean }>;

/** The participant without what the reader may not know. */
export function participantFor<Value extends Participant>(
  visit: VisitParties,
  participant: Value,
  actor: Reader,
): ShownParticipant<Value> {
  const isContactHidden = !mayKnowContact(visit, participant, actor);
  const hidden = isContactHidden ? { email: null, phone: null } : {};
  return {
    ...participant,
    ...hidden,
    hasEmail: participant.email !== null,
    isContactHidden,
  } as ShownParticipant<Value>;
}

interface WithContact extends VisitParties {
  participantEmails: readonly string[];
  contactPhone: string | null;
  contactEmail: string | null;
}

/** The visit without what the reader may not know. */
export function visitFor<Value extends WithContact>(visit: Value, actor: Reader): Shown<Value> {
  const hidden = mayKnowVisitContact(visit, actor) ? {} : { contactPhone: null, contactEmail: null };
  return { ...visit, ...hidden } as Shown<Value>;
}

/** A line of history without addresses and numbers that participants wrote into it, for those who are of neither unit. */
export function lineFor<Value extends { reason: string | null }>(
  visit: VisitParties,
  line: Value,
  actor: Reader,
): Shown<Value> {
  const isOfUnits = actorSides(visit, actor).some((side) => side !== 'regional');
  const reason = isOfUnits || line.reason === null ? line.reason : withoutContacts(line.reason);
  return { ...line, reason } as Shown<Value>;
}
