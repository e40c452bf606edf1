import type { Actor } from '../../platform/security/actor.js';
import { actsFor, arrangesOf, can } from '../../platform/security/capabilities.js';
import { actorSides, hasTrait, mayRecord, type VisitParties } from '../../visits/domain/index.js';

/** Every party of a visit, the host last. */
export const partiesOf = (visit: VisitParties): string[] => [
  ...new Set([visit.guestUnit, ...visit.joinedGuests, visit.hostUnit]),
];

/** Whether a visit has texts: it was agreed upon, and its first day has come. */
export const hasTexts = (visit: VisitParties, hasDayCome: boolean): boolean =>
  hasTrait(visit.state, 'takesSummary') && hasDayCome;

/** The parties whose texts somebody writes. */
export const writesFor = (visit: VisitParties, actor: Actor): string[] =>
  partiesOf(visit).filter(
    (party) =>
      arrangesOf(actor, party) && mayRecord(visit, actor, visit.joinedGuests.includes(party) ? party : null),
  );

/** The regional offices over a party. */
const officesOver = (visit: VisitParties, party: string): readonly (string | null)[] => {
  if (party === visit.guestUnit) return [visit.guestRegionalOffice];
  return party === visit.hostUnit ? [visit.hostRegionalOffice] : visit.joinedOffices;
};

/** Whether somebody reads a text as it is being written: its own office, and the Kanwil over it. */
export const mayReadDraft = (visit: VisitParties, party: string, actor: Actor): boolean =>
  arrangesOf(actor, party) ||
  (actorSides(visit, actor).includes('regional') &&
    actor.regionalOffice !== null &&
    officesOver(visit, party).includes(actor.regionalOffice));

/** Whether somebody reads a text: the other parties and their Kanwil once it is ready. */
export const mayReadText = (
  visit: VisitParties,
  { organisation, isReady }: { organisation: string; isReady: boolean },
  actor: Actor,
): boolean => mayReadDraft(visit, organisation, actor) || (isReady && actorSides(visit, actor).length > 0);

/** Whether somebody heads a party, and so approves its texts and speaks for it. */
export const headsParty = (party: string, actor: Actor): boolean =>
  can(actor, 'press.approve') && actsFor(actor, party);
