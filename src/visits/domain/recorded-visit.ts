import { dateOfDay, localDayAndMinute } from '../../platform/text/calendar-dates.js';
import type { Zone } from '../../platform/text/zones.js';

/** Who enters a visit that was agreed upon elsewhere. */
export const recordingSides = ['guest', 'host', 'regional'] as const;
export type RecordingSide = (typeof recordingSides)[number];

/** The first day of which a visit can be entered, at its host. */
export const EARLIEST_RECORDED = '2015-01-01';

/** Days in which the other side may object to a visit that was entered. */
export const REVIEW_DAYS = 7;

/** When nobody can object any more to what was entered at an instant. */
export const reviewEnd = (recordedAt: Date): Date =>
  new Date(recordedAt.getTime() + REVIEW_DAYS * 86_400_000);

/** What tells how a visit came to be here. */
export interface MaybeRecorded {
  recordedBy?: RecordingSide | null;
  /** When the guest entered an answer of the host. */
  answerEnteredAt?: Date | null;
  createdAt?: Date;
  endsAt?: Date;
}

/** The side that wrote down what was agreed upon elsewhere: the whole visit, or the host's answer to it; null for neither. */
export const enteredBy = ({ recordedBy, answerEnteredAt }: MaybeRecorded): RecordingSide | null =>
  recordedBy ?? (answerEnteredAt ? 'guest' : null);

/** When that was, from which the days to object are counted. */
export const enteredAt = ({ recordedBy, answerEnteredAt, createdAt }: MaybeRecorded): Date | null =>
  (recordedBy ? createdAt : answerEnteredAt) ?? null;

/** Whether a visit was entered after it was over: nobody is invited to it, reminded of it or asked about it. */
export const wasOverWhenRecorded = ({ recordedBy, createdAt, endsAt }: MaybeRecorded): boolean =>
  Boolean(recordedBy && createdAt && endsAt && endsAt <= createdAt);

/** Whether a visit began before anything is entered of. */
export const isTooLongAgo = (startsAt: Date, zone: Zone): boolean =>
  dateOfDay(localDayAndMinute(startsAt, zone).day) < EARLIEST_RECORDED;
