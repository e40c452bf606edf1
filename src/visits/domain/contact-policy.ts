import { arrangedUnits, arrangesOf, can } from '../../platform/security/capabilities.js';
import { withoutContacts } from '../../platform/text/private-details.js';
import { isInWords, type FieldChange } from './field-changes.js';
import {
  visitContactFields,
  visitPartyFields,
  type ContactField,
  type PartyField,
  type VisitDetails,
} from './visit-fields.js';
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
  const { regionalOffice } = actor;
  const isOver = regionalOffice !== null && owner.homeOffice === regionalOffice;
  if (isOver && can(actor, 'visits.oversee')) return true;
  if (arrangedUnits(actor).length === 0) return false;
  if (arrangesOf(actor, owner.homeUnit) || arrangesOf(actor, owner.contactWrittenBy)) return true;
  const isOutsider = owner.homeUnit === null && owner.homeOffice === null;
  const takesPart =
    isOutsider ||
    [visit.guestUnit, visit.hostUnit, ...visit.joinedGuests].some((unit) => unit === owner.homeUnit);
  return hasTrait(visit.state, 'wasAgreed') && takesPart && actsForItself(visit, actor);
}

/**
 * Who knows the address and telephone of a visit's contact, which the guest gives with its request: host and guests, the
 * Kanwil over the guest, and those who take part in a visit that was agreed upon.
 */
export function mayKnowVisitContact(
  visit: VisitParties & { participantEmails: readonly string[] },
  actor: Reader,
): boolean {
  if (actsForItself(visit, actor)) return true;
  if (actorSides(visit, actor).includes('regional'))
    return actor.regionalOffice === visit.guestRegionalOffice;
  return hasTrait(visit.state, 'wasAgreed') && visit.participantEmails.includes(actor.email);
}

/**
 * Who knows the link of a visit's meeting: those of its units, the regional offices over them, and those who take part in a
 * visit that was agreed upon. Everybody else who may see the visit only knows that it is online.
 */
const mayJoinMeeting = (
  visit: VisitParties & { participantEmails: readonly string[] },
  actor: Reader,
): boolean =>
  actorSides(visit, actor).length > 0 ||
  (hasTrait(visit.state, 'wasAgreed') && visit.participantEmails.includes(actor.email));

/** Whether somebody acts for an organisation that takes part, and does not only oversee. */
export const actsForItself = (visit: VisitParties, actor: VisitActor): boolean =>
  actorSides(visit, actor).some((side) => side !== 'regional');

declare const judged: unique symbol;

/** Something that the rule has looked through for one reader; only the functions here make one. */
export type Shown<Value> = Value & { readonly [judged]: true };

interface Participant extends ContactOwner {
  phone: string | null;
  nip: string | null;
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
  const hidden = isContactHidden ? { email: null, phone: null, nip: null } : {};
  return {
    ...participant,
    ...hidden,
    hasEmail: participant.email !== null,
    isContactHidden,
  } as ShownParticipant<Value>;
}

interface WithContact extends VisitParties, Pick<VisitDetails, ContactField | PartyField> {
  participantEmails: readonly string[];
  /** Telephone of whoever answered for the host without an account. */
  answerPhone?: string | null;
}

/** Nothing of what only those see who may know the contact. */
const withoutContact = Object.fromEntries(visitContactFields.map((name) => [name, null])) as Record<
  ContactField,
  null
>;

/** Nothing of what only those see who may come into its meeting. */
const withoutMeeting = Object.fromEntries(visitPartyFields.map((name) => [name, null])) as Record<
  PartyField,
  null
>;

/** The visit without what the reader may not know. */
export function visitFor<Value extends WithContact>(visit: Value, actor: Reader): Shown<Value> {
  const contact = mayKnowVisitContact(visit, actor) ? {} : withoutContact;
  const meeting = mayJoinMeeting(visit, actor) ? {} : withoutMeeting;
  const answerer = actorSides(visit, actor).length > 0 ? {} : { answerPhone: null };
  return { ...visit, ...contact, ...meeting, ...answerer } as Shown<Value>;
}

/** The visit for somebody who takes part and reads by a link: the contact and the meeting once it was agreed upon. */
export function visitForParticipant<Value extends WithContact>(visit: Value): Shown<Value> {
  const hidden = hasTrait(visit.state, 'wasAgreed') ? {} : { ...withoutContact, ...withoutMeeting };
  return { ...visit, ...hidden, answerPhone: null } as Shown<Value>;
}

interface WordedLine {
  action: string;
  reason: string | null;
  changes: readonly FieldChange[];
}

/** Lines that hold what a participant wrote beside an answer, or to the visit. */
const ownWords: readonly string[] = ['answer', 'answer-overtaken', 'write'];

/**
 * A line of history for one reader: those of neither unit read no words of participants, and no addresses and numbers
 * in any other.
 */
export function lineFor<Value extends WordedLine>(
  visit: VisitParties,
  line: Value,
  actor: Reader,
): Shown<Value> {
  const isOfUnits = actorSides(visit, actor).some((side) => side !== 'regional');
  if (isOfUnits) return line as Shown<Value>;
  const cleared = (text: string | null): string | null => text && withoutContacts(text);
  const reason = ownWords.includes(line.action) ? null : cleared(line.reason);
  const changes = line.changes.map((change) =>
    isInWords(change.field)
      ? { ...change, before: cleared(change.before), after: cleared(change.after) }
      : change,
  );
  const told: Value = { ...line, reason, changes };
  return told as Shown<Value>;
}
