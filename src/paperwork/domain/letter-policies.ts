import type { Actor } from '../../platform/security/actor.js';
import { arrangesOf } from '../../platform/security/capabilities.js';
import { actorSides, hasTrait, mayRecord, type VisitParties } from '../../visits/domain/index.js';

/** Whose a letter is, and whether the others were sent it. */
interface OwnedLetter {
  organisation: string;
  sentAt: Date | null;
}

/** The parties of a visit for which somebody keeps letters: also of one that came to nothing, since the letter that says so follows. */
export function officesOf(visit: VisitParties, actor: Actor): string[] {
  const keeps = mayRecord(visit, actor) || hasTrait(visit.state, 'endedEarly');
  const leading = keeps ? [visit.guestUnit, visit.hostUnit] : [];
  const joined = visit.joinedGuests.filter((unit) => mayRecord(visit, actor, unit));
  return [...new Set([...leading, ...joined])].filter((unit) => arrangesOf(actor, unit));
}

/** Whether somebody reads a letter: its own office and the Kanwil always, the other parties once it was sent. */
export function mayReadLetter(visit: VisitParties, letter: OwnedLetter, actor: Actor): boolean {
  const sides = actorSides(visit, actor);
  if (arrangesOf(actor, letter.organisation) || sides.includes('regional')) return true;
  return letter.sentAt !== null && sides.length > 0;
}

/** Whether somebody may have the NIP in it shown: its own office, and the Kanwil. */
export const maySeeNips = (visit: VisitParties, letter: OwnedLetter, actor: Actor): boolean =>
  arrangesOf(actor, letter.organisation) || actorSides(visit, actor).includes('regional');

/** The regional offices over a party of a visit. */
const officesOver = (visit: VisitParties, organisation: string): readonly (string | null)[] => {
  if (organisation === visit.guestUnit) return [visit.guestRegionalOffice];
  return organisation === visit.hostUnit ? [visit.hostRegionalOffice] : visit.joinedOffices;
};

/** Whether somebody takes the paper of a letter, on which NIP stand whole: its own office, and the Kanwil over it. */
export const mayTakePaper = (visit: VisitParties, letter: OwnedLetter, actor: Actor): boolean =>
  arrangesOf(actor, letter.organisation) ||
  (actorSides(visit, actor).includes('regional') &&
    officesOver(visit, letter.organisation).includes(actor.regionalOffice));
