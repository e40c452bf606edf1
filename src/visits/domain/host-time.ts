import { dayHours, type DayTime, type OwnHours } from '../../platform/text/day-hours.js';
import type { Zone } from '../../platform/text/zones.js';
import { wasOverWhenRecorded, type MaybeRecorded } from './recorded-visit.js';
import { hasTrait } from './visit-state-traits.js';
import { isOnSite, type VisitMode } from './visit-mode.js';
import type { VisitState } from './visit-transitions.js';

/** What decides about the host's time. */
export interface HoldingVisit extends DayTime, Omit<MaybeRecorded, 'endsAt'> {
  state: VisitState;
  proposedStartsAt: Date | null;
  proposedEndsAt: Date | null;
  proposedOwnHours: OwnHours | null;
  proposedBy: 'guest' | 'host' | null;
  proposedAt: Date | null;
  mode: VisitMode;
}

/** The time that is proposed for a visit, as it is kept beside its own. */
type ProposedTime = Pick<HoldingVisit, 'proposedStartsAt' | 'proposedEndsAt' | 'proposedOwnHours'>;

/** The time that is proposed for a visit; null where none is. */
export const proposedTime = ({
  proposedStartsAt: startsAt,
  proposedEndsAt: endsAt,
  proposedOwnHours: ownHours,
}: ProposedTime): DayTime | null => (startsAt && endsAt ? { startsAt, endsAt, ownHours } : null);

/** A time in the columns of a proposal. */
export const asProposed = ({ startsAt, endsAt, ownHours }: DayTime): ProposedTime => ({
  proposedStartsAt: startsAt,
  proposedEndsAt: endsAt,
  proposedOwnHours: ownHours,
});

/** A place at the host for a half-open time: for good, or as an offer until `expiresAt`. */
export interface WantedHold extends DayTime {
  kind: 'confirmed' | 'offer';
  expiresAt: Date | null;
}

/** The time that waits for a yes: the one that is proposed, or the visit's own. */
export function timeInQuestion(visit: DayTime & ProposedTime): DayTime {
  const { startsAt, endsAt, ownHours } = visit;
  return proposedTime(visit) ?? { startsAt, endsAt, ownHours };
}

/** Whether a time of the visit waits for a yes. */
export const timeInQuestionWaits = ({
  state,
  proposedBy,
}: Pick<HoldingVisit, 'state' | 'proposedBy'>): boolean =>
  hasTrait(state, 'awaitsAnswer') || (proposedBy !== null && hasTrait(state, 'carriesProposal'));

/** Hours for which a host's offer holds its place. */
export const OFFER_HOLD_HOURS = 72;

/** When a host's offer stops holding its place. */
export function holdExpiry(offeredAt: Date): Date {
  return new Date(offeredAt.getTime() + OFFER_HOLD_HOURS * 3_600_000);
}

function offerOf(visit: HoldingVisit, now: Date | undefined): WantedHold[] {
  const { proposedAt } = visit;
  const time = proposedTime(visit);
  if (visit.proposedBy !== 'host' || !hasTrait(visit.state, 'carriesProposal')) return [];
  if (!time || !proposedAt) return [];
  const expiresAt = holdExpiry(proposedAt);
  return now && expiresAt <= now ? [] : [{ kind: 'offer', ...time, expiresAt }];
}

/** What a visit holds on each of its days; the nights between are free for others. */
export const holdsByDay = (hold: WantedHold, zone: Zone): WantedHold[] =>
  dayHours(hold, zone).map((hours) => ({ ...hold, ...hours, ownHours: null }));

/** What decides whether an online visit takes a place, too. */
export interface HostingTerms {
  onlineTakesPlace: boolean;
}

/** Whether a visit takes one of the places of a host. */
export const takesPlace = (visit: Pick<HoldingVisit, 'mode'>, { onlineTakesPlace }: HostingTerms): boolean =>
  isOnSite(visit) || onlineTakesPlace;

/**
 * The times a visit wants to take at its host, if it takes a place there at all (`takesPlace`). A confirmed visit takes its own time, and keeps it once held, since
 * it may be marked as held before its end. An offer by the host holds the offered time too; one by the guest
 * holds nothing. What was over when it was entered takes no time any more, and may stand beside another.
 *
 * @param now with it, offers that are no longer held are left out
 */
export function wantedHolds(visit: HoldingVisit, now?: Date): WantedHold[] {
  const { startsAt, endsAt, ownHours } = visit;
  const own: WantedHold[] =
    hasTrait(visit.state, 'takesHostTime') && !wasOverWhenRecorded(visit)
      ? [{ kind: 'confirmed', startsAt, endsAt, ownHours, expiresAt: null }]
      : [];
  return [...own, ...offerOf(visit, now)];
}
