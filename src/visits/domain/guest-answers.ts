import { arrangesOf, can } from '../../platform/security/capabilities.js';
import { actorSides, type VisitActor, type VisitParties } from './visit-policies.js';
import { hasTrait } from './visit-state-traits.js';

/**
 * Where an organisation stands with a visit: it was asked to join, it joined, it declined, it left again, it did not
 * answer in time, the invitation was taken back, or it ended together with the visit.
 */
export const guestAnswers = ['asked', 'joined', 'declined', 'left', 'lapsed', 'taken-back', 'ended'] as const;
export type GuestAnswer = (typeof guestAnswers)[number];

/** What is done about an invitation to join. */
export type GuestAction = 'join' | 'decline' | 'leave' | 'take-back';

/** Who does it: the organisation that was asked, or whoever asks for the visit. */
type GuestParty = 'asked' | 'asker';

const steps: Readonly<
  Record<GuestAction, { by: GuestParty; from: readonly GuestAnswer[]; to: GuestAnswer; needsReason: boolean }>
> = {
  join: { by: 'asked', from: ['asked'], to: 'joined', needsReason: false },
  decline: { by: 'asked', from: ['asked'], to: 'declined', needsReason: true },
  leave: { by: 'asked', from: ['joined'], to: 'left', needsReason: true },
  'take-back': { by: 'asker', from: ['asked', 'joined'], to: 'taken-back', needsReason: false },
};

export const guestStep = (action: GuestAction): (typeof steps)[GuestAction] => steps[action];

/** Whether somebody may ask organisations to join: the leading guest's people, and the Kanwil over it. */
export function mayAskGuests(visit: VisitParties, actor: VisitActor): boolean {
  if (!takesGuests(visit)) return false;
  if (actorSides(visit, actor).includes('guest')) return true;
  const isOfRegion = actor.regionalOffice !== null && actor.regionalOffice === visit.guestRegionalOffice;
  return can(actor, 'visits.oversee') && isOfRegion && visit.submittedAt !== null;
}

/** Whether organisations can still be asked to a visit, and answer: until it begins, or comes to nothing. */
export const takesGuests = ({ state }: Pick<VisitParties, 'state'>): boolean =>
  hasTrait(state, 'unsent') || hasTrait(state, 'ahead');

/** Whether somebody answers for an organisation. */
export const answersFor = (organisation: string, actor: VisitActor): boolean =>
  arrangesOf(actor, organisation);

/** What somebody may do about one organisation's part in a visit. */
export function guestActions(
  visit: VisitParties,
  guest: { organisation: string; leading: boolean; answer: GuestAnswer },
  actor: VisitActor,
): GuestAction[] {
  if (guest.leading || !takesGuests(visit)) return [];
  const plays: Record<GuestParty, boolean> = {
    asked: answersFor(guest.organisation, actor) && visit.submittedAt !== null,
    asker: mayAskGuests(visit, actor),
  };
  return (Object.keys(steps) as GuestAction[]).filter(
    (action) => plays[steps[action].by] && steps[action].from.includes(guest.answer),
  );
}
