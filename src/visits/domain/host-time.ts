import { hasTrait } from './visit-state-traits.js';
import type { VisitState } from './visit-transitions.js';

/** What decides about the host's time. */
export interface HoldingVisit {
  state: VisitState;
  startsAt: Date;
  endsAt: Date;
  proposedStartsAt: Date | null;
  proposedEndsAt: Date | null;
  proposedBy: 'guest' | 'host' | null;
  proposedAt: Date | null;
}

/** A place at the host for a half-open time: for good, or as an offer until `expiresAt`. */
export interface WantedHold {
  kind: 'confirmed' | 'offer';
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date | null;
}

const offerHoldHours = 72;

/** When a host's offer stops holding its place: 72 hours after it was made. */
export function holdExpiry(offeredAt: Date): Date {
  return new Date(offeredAt.getTime() + offerHoldHours * 3_600_000);
}

function offerOf(visit: HoldingVisit, now: Date | undefined): WantedHold[] {
  const { proposedStartsAt: startsAt, proposedEndsAt: endsAt, proposedAt } = visit;
  if (visit.proposedBy !== 'host' || !hasTrait(visit.state, 'carriesProposal')) return [];
  if (!startsAt || !endsAt || !proposedAt) return [];
  const expiresAt = holdExpiry(proposedAt);
  return now && expiresAt <= now ? [] : [{ kind: 'offer', startsAt, endsAt, expiresAt }];
}

/**
 * The times a visit wants to take at its host. A confirmed visit takes its own time, and keeps it once held, since
 * it may be marked as held before its end. An offer by the host holds the offered time too; one by the guest
 * holds nothing.
 *
 * @param now with it, offers that are no longer held are left out
 */
export function wantedHolds(visit: HoldingVisit, now?: Date): WantedHold[] {
  const { startsAt, endsAt } = visit;
  const own: WantedHold[] = hasTrait(visit.state, 'takesHostTime')
    ? [{ kind: 'confirmed', startsAt, endsAt, expiresAt: null }]
    : [];
  return [...own, ...offerOf(visit, now)];
}
