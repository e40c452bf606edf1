import { isHostAsked, type SteppedVisit } from './visit-states.js';

interface AskedVisit extends SteppedVisit {
  proposedAt: Date | null;
  submittedAt: Date | null;
}

/** When that was asked which waits for the host's answer, a request or a proposal of the guest; null where nothing does. */
export const hostAskedAt = (visit: AskedVisit): Date | null =>
  isHostAsked(visit) ? (visit.proposedAt ?? visit.submittedAt) : null;

/** Whether the host's answer to what was asked at an instant is still awaited. */
export const isStillAsked = (visit: AskedVisit, askedAt: Date): boolean =>
  hostAskedAt(visit)?.getTime() === askedAt.getTime();
