import type { Role } from '../../platform/security/actor.js';
import { arrangesOf, can } from '../../platform/security/capabilities.js';
import { wasOverWhenRecorded, type MaybeRecorded } from './recorded-visit.js';
import { hasTrait } from './visit-state-traits.js';
import type { VisitState } from './visit-transitions.js';

/** Whoever acts, as far as the rules of visits look at them. */
export interface VisitActor {
  personId: string;
  role: Role;
  unit: string | null;
  /** Units that merged into it. */
  inherited?: readonly string[];
  regionalOffice: string | null;
}

/** What the policies look at in a visit. */
export interface VisitParties extends MaybeRecorded {
  state: VisitState;
  /** When the guest sent it; null for what the host never got, whatever its state. */
  submittedAt: Date | null;
  guestUnit: string;
  hostUnit: string;
  /** Null for who is of no region. */
  guestRegionalOffice: string | null;
  hostRegionalOffice: string | null;
  /** Organisations that joined the leading guest, and those that were asked and have yet to answer. */
  joinedGuests: readonly string[];
  askedGuests: readonly string[];
  /** Regional offices of those that joined. */
  joinedOffices: readonly string[];
  /** Whether somebody at the host has an active account, and so can answer; left out where nobody asks. */
  hostUsesSambang?: boolean;
}

/** For whom somebody acts in a visit; `system` is the program itself and never a person. */
export type Side = 'guest' | 'host' | 'joined' | 'regional' | 'system';

/**
 * The sides somebody acts for. People act for their own organisation, as leading guest, host or joined guest; those of a
 * regional office also oversee the visits of its region, but not those that the office itself leads or receives. An
 * administrator sees to the system and acts for nobody. What was never submitted has no side but the guest's.
 */
export function actorSides(visit: VisitParties, actor: VisitActor): Side[] {
  const { regionalOffice } = actor;
  if (arrangesOf(actor, visit.guestUnit)) return ['guest'];
  if (visit.submittedAt === null) return [];
  if (arrangesOf(actor, visit.hostUnit)) return ['host'];
  const joined: Side[] = visit.joinedGuests.some((unit) => arrangesOf(actor, unit)) ? ['joined'] : [];
  const offices = [visit.guestRegionalOffice, visit.hostRegionalOffice, ...visit.joinedOffices];
  const oversees = can(actor, 'visits.oversee');
  const isOver = oversees && regionalOffice !== null && offices.includes(regionalOffice);
  return isOver ? [...joined, 'regional'] : joined;
}

/**
 * Whether somebody may see a visit. What was never submitted is for the guest's own people alone, not even for
 * administrators; anything else for host and guests, their regional offices, whoever takes part, and administrators.
 */
export function mayRead(
  visit: VisitParties & { participantEmails: readonly string[] },
  actor: VisitActor & { email: string },
): boolean {
  const sides = actorSides(visit, actor);
  if (visit.submittedAt === null) return sides.length > 0;
  return sides.length > 0 || can(actor, 'visits.read-all') || visit.participantEmails.includes(actor.email);
}

/**
 * Whether somebody may see what a visit is about, its time, place and parties: whoever may see it, and the people of an
 * organisation that was asked to join, which decide by it.
 */
export function mayReadFacts(
  visit: VisitParties & { participantEmails: readonly string[] },
  actor: VisitActor & { email: string },
): boolean {
  return mayRead(visit, actor) || isAskedToJoin(visit, actor);
}

export function isAskedToJoin(visit: VisitParties, actor: VisitActor): boolean {
  return visit.submittedAt !== null && visit.askedGuests.some((unit) => arrangesOf(actor, unit));
}

/** Whether somebody may bring people of a joined guest to a visit, and change them: those of the own organisation only. */
export const mayBring = (visit: VisitParties, actor: VisitActor): boolean =>
  hasTrait(visit.state, 'editable') && actorSides(visit, actor).includes('joined');

/**
 * Whether somebody may change what a visit says and who takes part: the guest's people while it is a draft, both
 * units' people until the summary is out. A visit that came to its end stays as it was, but for one that was entered
 * afterwards: whoever entered it may correct it.
 */
export function mayEdit(visit: VisitParties, actor: VisitActor): boolean {
  if (hasTrait(visit.state, 'unsent')) return actorSides(visit, actor).includes('guest');
  if (isRecorder(visit, actor) && hasTrait(visit.state, 'agreed')) {
    return hasTrait(visit.state, 'editable') || wasOverWhenRecorded(visit);
  }
  return hasTrait(visit.state, 'editable') && isOfUnits(visit, actor);
}

/** Whether somebody is of the side that entered a visit which was agreed upon elsewhere. */
const isRecorder = (visit: VisitParties, actor: VisitActor): boolean =>
  visit.recordedBy != null && actorSides(visit, actor).includes(visit.recordedBy);

/** Whether somebody may correct when a visit was: whoever entered it after it was over. */
export const mayCorrectTime = (visit: VisitParties, actor: VisitActor): boolean =>
  wasOverWhenRecorded(visit) && isRecorder(visit, actor) && mayEdit(visit, actor);

/** Whether somebody writes of what came of a visit: both units' people, and whoever entered it. */
export const mayReport = (visit: VisitParties, actor: VisitActor): boolean =>
  isOfUnits(visit, actor) || isRecorder(visit, actor);

/** Whether somebody may say that a participant is reached elsewhere: the people of the participant's side, of who is invited both units'. */
export function mayCorrectAddress(
  visit: VisitParties,
  { side, broughtBy = null }: { side: 'guest' | 'host' | 'invited'; broughtBy?: string | null },
  actor: VisitActor,
): boolean {
  if (arrangesOf(actor, broughtBy)) return mayBring(visit, actor);
  const sides = actorSides(visit, actor);
  return mayEdit(visit, actor) && (side === 'invited' ? isOfUnits(visit, actor) : sides.includes(side));
}

/** Whether somebody may write down what was promised after a visit: those who report, and a joined guest for itself. */
export const mayPromise = (visit: VisitParties, actor: VisitActor): boolean =>
  mayReport(visit, actor) || actorSides(visit, actor).includes('joined');

/**
 * Whether somebody may enter what happened: attendance, files, numbers of letters, notes and photos of the day. Whoever may
 * edit the visit, and of one that stands as agreed for ever, also once its summary is out; a joined guest of its own people.
 *
 * @param broughtBy the joined guest of whose people something is entered; null for all else
 */
export function mayRecord(visit: VisitParties, actor: VisitActor, broughtBy: string | null = null): boolean {
  if (mayEdit(visit, actor)) return true;
  const stands = hasTrait(visit.state, 'agreed');
  if (stands && mayReport(visit, actor)) return true;
  const isOwn = broughtBy !== null && arrangesOf(actor, broughtBy);
  return isOwn && (stands || hasTrait(visit.state, 'editable')) && isJoined(visit, actor);
}

/** Whether what happened is entered although what was agreed stays as it is. */
export const recordsOnly = (visit: VisitParties, actor: VisitActor): boolean =>
  mayRecord(visit, actor) && !mayEdit(visit, actor);

/** Whether somebody may enter who was there of the own organisation, or of everybody. */
export const mayRecordSome = (visit: VisitParties, actor: VisitActor): boolean =>
  mayRecord(visit, actor) || visit.joinedGuests.some((unit) => mayRecord(visit, actor, unit));

const isJoined = (visit: VisitParties, actor: VisitActor): boolean =>
  actorSides(visit, actor).includes('joined');

function isOfUnits(visit: VisitParties, actor: VisitActor): boolean {
  const sides = actorSides(visit, actor);
  return sides.includes('guest') || sides.includes('host');
}
